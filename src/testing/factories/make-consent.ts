import type { ConsentDocument, ConsentPurpose } from "@/platform/db/client/client";
import { factoryNow, newId, type Db } from "./sequence";

/** The first version of a text of consent, once in a database. */
export async function makeConsentDocument(db: Db, purpose: ConsentPurpose): Promise<ConsentDocument> {
  const standing = await db.consentDocument.findUnique({ where: { purpose_version: { purpose, version: 1 } } });
  return standing ?? (await db.consentDocument.create({ data: { id: newId(), purpose, version: 1, title: "Согласие", text: "Я даю согласие.", operator: "Администрация", publishedAt: factoryNow } }));
}
