import { uploadedOutput, uploadPath, type UploadWish } from "../schema";

/** In: the file and whose rows it may speak of. Out: the import's id; throws what `problemFrom` reads. */
export async function sendFile(file: File, wish: UploadWish): Promise<{ importId: string }> {
  const form = new FormData();
  form.set("file", file);
  form.set("wish", JSON.stringify(wish));
  const response = await fetch(uploadPath, { method: "POST", body: form });
  const answer: unknown = await response.json().catch(() => null);
  if (!response.ok) throw Object.assign(new Error("upload refused"), { data: answer });
  return uploadedOutput.parse(answer);
}
