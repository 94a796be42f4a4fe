import { AppError } from "@/shared/errors/app-error";
import { blankPlaces } from "./places";

/** In: bytes that begin like a PDF. Out: the same, places of its photos blanked, no byte moved. Throws file.damaged: a PDF says where it ends. */
export function cleanPdf(bytes: Buffer): Buffer {
  if (!bytes.subarray(-2048).includes("%%EOF")) throw new AppError("file.damaged");
  return blankPlaces(bytes);
}
