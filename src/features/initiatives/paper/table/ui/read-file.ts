import { readOutput, readPath, type ReadTable } from "../schema";

/** In: the file and where its sheets were gathered. Out: what it would do; throws what `problemFrom` reads. */
export async function readFile(file: File, atUnitId: string): Promise<ReadTable> {
  const form = new FormData();
  form.set("file", file);
  form.set("wish", JSON.stringify({ atUnitId }));
  const response = await fetch(readPath, { method: "POST", body: form });
  const answer: unknown = await response.json().catch(() => null);
  if (!response.ok) throw Object.assign(new Error("table refused"), { data: answer });
  return readOutput.parse(answer);
}
