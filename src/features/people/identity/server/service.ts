import { authorise, visible } from "@/access/policy";
import type { Actor } from "@/access/actor";
import { identity as policy } from "@/access/rules/person";
import { providerName } from "@/platform/auth/providers/names";
import type { Db } from "@/platform/db/client";
import { transaction } from "@/platform/db/transaction";
import { onceFor, ownerOf } from "@/platform/idempotency";
import type { Context } from "@/platform/trpc/context";
import { AppError } from "@/shared/errors/app-error";
import { countOnce } from "../../server/joining";
import * as letters from "../../server/letters";
import { giveBack, spend } from "../../server/limits";
import { fitsPassword } from "../../server/passwords";
import * as people from "../../server/repo";
import { makeTicket } from "../../server/ticket";
import type { Ticket } from "../../schema";
import { findOwner } from "../../security/server/repo";
import { requireSecondFactor } from "../../second-factor/server/proof";
import type { Arrived, IdentityLine } from "../schema";
import * as repo from "./repo";

type Asker = Pick<Context, "actor" | "visitor" | "now" | "db" | "arrivalHash">;
const said = { ok: true } as const;

/** What the page after the provider may offer. Nobody is told whose account an address is: none is looked for. */
export async function readArrived(asker: Asker): Promise<Arrived> {
  const arrival = await findArrival(asker);
  if (!arrival) return { state: "none" };
  const providerNameShown = providerName(arrival.provider);
  if (await repo.findLinked(asker.db, arrival)) return { state: "known", providerName: providerNameShown };
  return { state: "new", providerName: providerNameShown, name: arrival.name, isSignedIn: asker.actor.personId !== null, needsPassword: asker.actor.personId !== null && !(await isFresh(asker, arrival)) };
}

/**
 * Signs in whoever is linked; the second factor is asked for as at any sign-in. Throws identity.notLinked, identity.gone without an
 * arrival or a link, and what requireSecondFactor does.
 */
export async function enterByIdentity(asker: Asker, code: string): Promise<Ticket> {
  const { db, now } = asker;
  const arrival = await findArrival(asker);
  const linked = arrival && (await repo.findLinked(db, arrival));
  if (!arrival || !linked) throw new AppError("identity.notLinked");
  await requireSecondFactor(db, linked.personId, code, now);
  if (!(await repo.takeArrival(db, arrival.tokenHash))) throw new AppError("identity.gone");
  await repo.noteUse(db, linked.id, now);
  return makeTicket(linked, now, { isProven: true });
}

/**
 * Links what the provider said to the account of whoever is signed in, and to no other: having come back from the
 * provider they have signed in once, or give their password now. Throws identity.gone, identity.taken, password.wrongCurrent.
 */
export async function linkIdentity(asker: Asker, { key, password }: { key: string; password: string }): Promise<typeof said> {
  const { now } = asker;
  const personId = requireSelf(asker.actor);
  const arrival = await findArrival(asker);
  if (arrival && !(await isFresh(asker, arrival))) await requirePassword(asker.db, personId, password);
  return await transaction(async (db) => await onceFor(db, { owner: ownerOf(asker), procedure: "people.linkIdentity", key, input: { arrival: asker.arrivalHash ?? null } }, async () => {
    if (!arrival || !(await repo.takeArrival(db, arrival.tokenHash))) throw new AppError("identity.gone");
    if (!(await repo.insertLink(db, personId, arrival, now))) throw new AppError("identity.taken");
    await repo.raiseAssurance(db, personId);
    await countOnce(db, personId, "resident", { at: now, actorId: personId });
    const to = await people.findAddressee(db, personId);
    if (to) await letters.sendLinked(db, to, providerName(arrival.provider), `people.linked:${arrival.tokenHash}`);
    return said;
  }));
}

export async function listIdentities(db: Db, actor: Actor): Promise<IdentityLine[]> {
  const rows = await repo.listLinked(db, visible(policy, actor, "read"));
  return rows.map(({ provider, ...row }) => ({ ...row, providerName: providerName(provider) }));
}

/** From now on that provider opens nothing. Throws request.notFound for somebody else's. */
export async function unlinkIdentity(db: Db, actor: Actor, identityId: string): Promise<void> {
  if (!(await repo.removeLink(db, visible(policy, actor, "edit"), identityId))) throw AppError.notFound();
}

async function findArrival({ db, arrivalHash, now }: Asker): Promise<repo.FoundArrival | null> {
  return arrivalHash ? await repo.findArrival(db, arrivalHash, now) : null;
}

/** Did they sign in after they came back? Whoever sits at a session left open has not. */
async function isFresh({ db, actor }: Asker, { createdAt }: repo.FoundArrival): Promise<boolean> {
  const startedAt = actor.sessionId === undefined ? null : await repo.findSessionStart(db, actor.sessionId);
  return startedAt !== null && startedAt >= createdAt;
}

async function requirePassword(db: Db, personId: string, password: string): Promise<void> {
  await spend("password", personId);
  const owner = await findOwner(db, personId);
  if (!owner || !(await fitsPassword(password, owner.passwordHash))) throw new AppError("password.wrongCurrent", undefined, { fields: { password: "password.wrongCurrent" } });
  await giveBack("password", personId);
}

function requireSelf(actor: Actor): string {
  authorise(policy, actor, "edit", actor.personId === null ? null : { personId: actor.personId });
  if (actor.personId === null) throw AppError.notSignedIn();
  return actor.personId;
}
