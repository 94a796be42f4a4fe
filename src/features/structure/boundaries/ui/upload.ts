import { previewOutput, importedOutput, uploadPath, type BoundaryPreview, type Imported } from "../schema";

/** In: the file and the wish. Out: what the server answered; throws what `problemFrom` reads. */
async function send(file: File, wish: object, query: string): Promise<unknown> {
  const form = new FormData();
  form.set("file", file);
  form.set("wish", JSON.stringify(wish));
  const response = await fetch(`${uploadPath}${query}`, { method: "POST", body: form });
  const answer: unknown = await response.json().catch(() => null);
  if (!response.ok) throw Object.assign(new Error("upload refused"), { data: answer });
  return answer;
}

export async function previewUpload(file: File, wish: object): Promise<BoundaryPreview> {
  return previewOutput.parse(await send(file, wish, ""));
}

export async function takeUpload(file: File, wish: object): Promise<Imported> {
  return importedOutput.parse(await send(file, wish, "?take=1"));
}
