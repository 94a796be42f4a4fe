import type { Db } from "@/platform/db/client";
import { AppError } from "@/shared/errors/app-error";
import type { ConsentDocument, ConsentPurpose } from "../schema";
import { sendLetter, type Addressee, type LetterWords } from "./letters";
import * as repo from "./repo";

export { hasDemandedFactor, resetSecondFactor } from "../second-factor/server/service";
export { authenticatePerson } from "../session/server/service";

/** Each look of staff at personal data is one line that the person can read. `what`: «record», «slip», «initiative:1307», «ticket:42». */
export async function recordAccess(db: Db, look: { byId: string; role: string; personId: string; what: string }, now: Date): Promise<void> {
  if (look.byId !== look.personId) await repo.insertAccessLogEntry(db, look, now);
}

const hour = 60 * 60 * 1000;

/** Names that a list or a draft shows to staff. `what`: «list», «draft». One line an hour, however often it is drawn. */
export async function recordListed(db: Db, look: { byId: string; role: string; what: "list" | "draft" }, personIds: readonly string[], now: Date): Promise<void> {
  const distinct = [...new Set(personIds)];
  if (distinct.length > 0) await repo.insertListedLooks(db, look, distinct, new Date(now.getTime() - hour), now);
}

/** Where and in which language the person gets letters; null without a confirmed address. */
export async function addresseeOf(db: Db, personId: string): Promise<Addressee | null> {
  return await repo.findAddressee(db, personId);
}

/** A letter in the queue, sent after the commit; one key, one letter. */
export async function writeLetter(db: Db, to: Addressee, words: LetterWords, dedupeKey: string): Promise<void> {
  await sendLetter(db, to, words, dedupeKey);
}

/** The text in force. Throws request.notFound where none is published. */
export async function consentDocument(db: Db, purpose: ConsentPurpose): Promise<ConsentDocument> {
  const found = await repo.findCurrentDocument(db, purpose);
  if (!found) throw AppError.notFound();
  return found;
}
