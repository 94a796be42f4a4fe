import { open, readFile, rm, writeFile } from "node:fs/promises";
import { AppError } from "@/shared/errors/app-error";
import { cleanDocx } from "./docx";
import { reencode } from "./image";
import { cleanPdf } from "./pdf";
import { digestOf, uploadPath } from "./receive";

export const storedTypes = {
  jpeg: { mime: "image/jpeg", extension: "jpg" },
  pdf: { mime: "application/pdf", extension: "pdf" },
  docx: { mime: "application/vnd.openxmlformats-officedocument.wordprocessingml.document", extension: "docx" },
} as const;
export type StoredType = keyof typeof storedTypes;

/** In the words of the sentence that refuses another: every picture becomes a JPEG. */
export function wordsOf(types: readonly StoredType[]): string {
  return types.map((type) => (type === "jpeg" ? "JPEG, PNG, WebP" : type.toUpperCase())).join(", ");
}
const allowed = wordsOf(["jpeg", "pdf", "docx"]);

export interface SafeFile {
  readonly path: string;
  readonly type: StoredType;
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * In: bytes that somebody has sent. Out: a new file of a known type, without what tells where a picture was taken; its name
 * and the type that the sender claims are not asked. Throws file.kindNotAllowed, file.damaged, file.dangerous.
 */
export async function makeSafe(received: string): Promise<SafeFile> {
  const type = typeOf(await headOf(received));
  if (type === null) throw new AppError("file.kindNotAllowed", { allowed });
  const path = await uploadPath();
  try {
    if (type === "jpeg") await reencode(received, path);
    else await writeFile(path, await (type === "pdf" ? cleanPdf : cleanDocx)(await readFile(received)), { flag: "wx", mode: 0o600 });
    return { path, type, ...(await digestOf(path)) };
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}

async function headOf(path: string): Promise<Buffer> {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(16), 0, 16, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** By the first bytes; what it becomes, not what it is: every picture becomes a JPEG, a ZIP is looked into. */
export function typeOf(head: Buffer): StoredType | null {
  const starts = (bytes: readonly number[], at = 0) => bytes.every((byte, index) => head[at + index] === byte);
  const says = (text: string, at = 0) => starts([...Buffer.from(text, "latin1")], at);
  if (starts([0xff, 0xd8, 0xff]) || starts([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) || (says("RIFF") && says("WEBP", 8))) return "jpeg";
  if (says("%PDF-")) return "pdf";
  return starts([0x50, 0x4b, 0x03, 0x04]) ? "docx" : null;
}
