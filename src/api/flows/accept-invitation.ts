import type * as z from "zod";
import { isPasswordWeak } from "@/features/people/rules";
import { writeConfirmation } from "@/features/people/server/addresses";
import { giveBack, spend } from "@/features/people/server/limits";
import { fitsPassword, hashPassword } from "@/features/people/server/passwords";
import { makeTicket } from "@/features/people/server/ticket";
import type { Ticket } from "@/features/people/schema";
import type { AcceptInvitationInput, invitationOutput } from "@/features/structure/invitations/schema";
import { findPasswordsBy } from "@/features/structure/invitations/server/repo";
import { acceptInvitation, isCode, readInvitation, requireInvited, type Login } from "@/features/structure/invitations/server/service";
import { transaction } from "@/platform/db/transaction";
import { onceFor, ownerOf } from "@/platform/idempotency";
import type { Context } from "@/platform/trpc/context";
import { parsePhone } from "@/shared/codes/phone";
import { emailField } from "@/shared/text/fields";
import { AppError } from "@/shared/errors/app-error";
import { sha256 } from "@/shared/ids/hash";

type Asker = Pick<Context, "db" | "actor" | "visitor" | "now" | "addressHash">;

/** What the page behind an invitation's link shows. Throws request.tooMany. */
export async function openInvitation(asker: Asker, token: string): Promise<z.infer<typeof invitationOutput>> {
  const limit = isCode(token) ? "slip" : "token";
  await spend(limit, asker.addressHash);
  const found = await readInvitation(asker.db, token, asker.now);
  // a code is short: only what is right costs nothing
  if (limit === "slip" && found.state === "valid") await giveBack(limit, asker.addressHash);
  return found;
}

/** The account of somebody who was appointed: structure knows the invitation, people know passwords. Throws password.tooWeak, invitation.gone, consent.outdated. */
export async function accept(asker: Asker, { token, password, login = "", documentId, key }: AcceptInvitationInput): Promise<Ticket> {
  const limit = isCode(token) ? "slip" : "token";
  await spend(limit, asker.addressHash);
  const passwordHash = await hashPassword(password);
  const claims = await transaction(async (db) => await onceFor(db, { owner: ownerOf(asker), procedure: "structure.acceptInvitation", key, input: { hash: sha256(token), documentId, login } }, async () => {
    const invited = await requireInvited(db, token, asker.now);
    const given = invited.email === null ? loginOf(login) : null;
    if (isPasswordWeak(password, [invited.email ?? login, invited.familyName, invited.givenName])) throw new AppError("password.tooWeak", undefined, { fields: { password: "password.tooWeak" } });
    if (given?.kind === "phone") for (const other of await findPasswordsBy(db, given.value, invited.id)) if (await fitsPassword(password, other)) throw new AppError("password.tooWeak", undefined, { fields: { password: "password.tooWeak" } });
    const claims = await acceptInvitation(db, token, { passwordHash, documentId, login: given }, asker.now);
    // who was not seen signs in again once the letter has proved the address
    if (given?.kind === "email" && !invited.inPerson) await writeConfirmation(db, invited, given.value, "/desk", asker.now);
    return claims;
  }));
  if (limit === "slip") await giveBack(limit, asker.addressHash);
  return makeTicket(claims, asker.now);
}

/** By what they will sign in: whoever has no address here names one, or a phone. Throws registration.contactMissing, request.invalid. */
function loginOf(text: string): Login {
  if (text.trim() === "") throw new AppError("registration.contactMissing", undefined, { fields: { login: "registration.contactMissing" } });
  const email = emailField.safeParse(text);
  if (email.success) return { kind: "email", value: email.data };
  const phone = parsePhone(text);
  if (phone === null) throw AppError.invalid({ login: text.includes("@") ? "field.email" : "field.phone" });
  return { kind: "phone", value: phone };
}
