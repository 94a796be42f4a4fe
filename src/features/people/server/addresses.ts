import type { Db } from "@/platform/db/client";
import type { PersonName } from "@/shared/text/person-name";
import { tokenLife } from "../rules";
import { sendConfirmation } from "./letters";
import * as repo from "./repo";
import { makeToken } from "./tokens";

/** An address that opens an account, or that of somebody who was confirmed in another way: nobody takes it from them. */
export function isKnown({ verifiedAt, person }: repo.EmailOwner): boolean {
  return verifiedAt !== null || person.assurance !== "selfDeclared";
}

/** An address that nobody has confirmed goes to who asks last; the earlier links work no more, so that nobody confirms another's password. */
export async function takeOver(db: Db, { contactId, person }: repo.EmailOwner, now: Date): Promise<void> {
  await repo.deleteContact(db, contactId);
  await repo.endTokens(db, person.id, "confirmEmail", now);
  await repo.endTokens(db, person.id, "resetPassword", now);
}

/** A letter with a link that proves the address. `next`: where the person wanted to go. */
export async function writeConfirmation(db: Db, person: PersonName & { readonly id: string; readonly locale: string }, email: string, next: string, now: Date): Promise<void> {
  const { plain, hash } = makeToken();
  await repo.insertToken(db, { personId: person.id, purpose: "confirmEmail", hash, expiresAt: new Date(now.getTime() + tokenLife.confirmEmail), createdById: null }, now);
  await sendConfirmation(db, { ...person, email }, plain, next, `people.confirm:${hash}`);
}
