import type * as z from "zod";
import { isPasswordWeak } from "@/features/people/rules";
import { spend } from "@/features/people/server/limits";
import { hashPassword } from "@/features/people/server/passwords";
import { makeTicket } from "@/features/people/server/ticket";
import type { Ticket } from "@/features/people/schema";
import type { AcceptInvitationInput, invitationOutput } from "@/features/structure/invitations/schema";
import { acceptInvitation, readInvitation, requireInvited } from "@/features/structure/invitations/server/service";
import { transaction } from "@/platform/db/transaction";
import { onceFor, ownerOf } from "@/platform/idempotency";
import type { Context } from "@/platform/trpc/context";
import { AppError } from "@/shared/errors/app-error";
import { sha256 } from "@/shared/ids/hash";

type Asker = Pick<Context, "db" | "actor" | "visitor" | "now" | "addressHash">;

/** What the page behind an invitation's link shows. Throws request.tooMany. */
export async function openInvitation(asker: Asker, token: string): Promise<z.infer<typeof invitationOutput>> {
  await spend("token", asker.addressHash);
  return await readInvitation(asker.db, token, asker.now);
}

/** The account of somebody who was appointed: structure knows the invitation, people know passwords. Throws password.tooWeak, invitation.gone, consent.outdated. */
export async function accept(asker: Asker, { token, password, documentId, key }: AcceptInvitationInput): Promise<Ticket> {
  await spend("token", asker.addressHash);
  const passwordHash = await hashPassword(password);
  const claims = await transaction(async (db) => await onceFor(db, { owner: ownerOf(asker), procedure: "structure.acceptInvitation", key, input: { hash: sha256(token), documentId } }, async () => {
    const invited = await requireInvited(db, token, asker.now);
    if (isPasswordWeak(password, [invited.email, invited.familyName, invited.givenName])) throw new AppError("password.tooWeak", undefined, { fields: { password: "password.tooWeak" } });
    return await acceptInvitation(db, token, passwordHash, documentId, asker.now);
  }));
  return makeTicket(claims, asker.now);
}

