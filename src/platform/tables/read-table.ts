import { AppError } from "@/shared/errors/app-error";
import { readCsv } from "./read-csv";
import { openXlsx } from "./read-xlsx";
import type { Sheet } from "./source";

const startsWith = (bytes: Uint8Array, ...wanted: readonly number[]) => wanted.every((byte, at) => bytes[at] === byte);

/**
 * In: the bytes of an XLSX or CSV file, whatever it is called. Out: its sheets, to be read row by row.
 * Throws file.empty, import.passwordProtected, import.oldFormat, import.notTable, file.damaged.
 */
export async function openTable(bytes: Uint8Array): Promise<readonly Sheet[]> {
  if (bytes.length === 0) throw new AppError("file.empty");
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) return await openXlsx(bytes);
  // the container of Excel 97 is also that of a workbook with a password: [MS-OFFCRYPTO] 2.3
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw new AppError(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from("EncryptedPackage", "utf16le")) ? "import.passwordProtected" : "import.oldFormat");
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46) || startsWith(bytes, 0x50, 0x4b)) throw new AppError("import.notTable");
  return [{ name: "", rows: () => readCsv(bytes) }];
}
