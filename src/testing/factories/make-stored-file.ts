import type { Db } from "@/platform/db/client";
import type { FileKind } from "@/platform/files/rows";
import { factoryNow, newId, nextNumber } from "./sequence";

interface Wanted {
  readonly ownerId: string;
  readonly kind?: FileKind;
  readonly name?: string;
  readonly uploadedById?: string | null;
}

/** A row of a file that is whole; its bytes are put by who needs them. */
export async function makeStoredFile(db: Db, { ownerId, kind = "attachment", name = `Снимок ${nextNumber()}.jpg`, uploadedById = null }: Wanted) {
  return await db.storedFile.create({
    data: { id: newId(), kind, ownerId, name, uploadedById, type: "jpeg", bytes: 3, sha256: "0".repeat(64), createdAt: factoryNow, readyAt: factoryNow },
  });
}
