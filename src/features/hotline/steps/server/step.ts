import { actingRole, authorise } from "@/access/policy";
import { ticket } from "@/access/rules/ticket";
import type { Db } from "@/platform/db/client";
import { transaction } from "@/platform/db/transaction";
import { onceFor, ownerOf } from "@/platform/idempotency";
import type { Context } from "@/platform/trpc/context";
import { AppError } from "@/shared/errors/app-error";
import { shortName } from "@/shared/text/person-name";
import type { TicketScopes } from "../../events";
import { isHeldByOther, refusalOf, targetOf, type TicketAction, type TicketStatus } from "../../rules";
import type { StepOutput } from "../schema";
import * as repo from "./repo";

export type Asker = Pick<Context, "actor" | "now" | "visitor">;

/** The right that a step asks for. */
export const stepRights = {
  claim: "claim", takeOver: "claim", release: "claim", clarify: "answer", recordReply: "answer", answer: "answer", close: "close", reopen: "reopen", handUp: "handUp", handBack: "answer", note: "note", reply: "reply",
} as const satisfies Record<TicketAction, string>;

export interface Taken {
  readonly db: Db;
  readonly row: repo.Held;
  /** the state after the step */
  readonly to: TicketStatus;
  readonly by: { readonly byId: string; readonly byRole: string | null };
  readonly now: Date;
}

/** Once per key, in one transaction. In: the work, which loads, authorises, applies the rule, writes and announces. */
export async function once<T>({ actor, visitor }: Asker, procedure: string, input: { readonly key: string }, work: (db: Db) => Promise<T>): Promise<T> {
  const { key, ...asked } = input;
  return await transaction(async (db) => await onceFor(db, { owner: ownerOf({ actor, visitor }), procedure: `hotline.${procedure}`, key, input: asked }, async () => await work(db)));
}

/** Loads the row and authorises the step. Throws 401, 404 outside what the asker may read, 403 inside it without the right. */
export async function load(db: Db, { actor, now }: Asker, action: TicketAction, ticketId: string): Promise<Omit<Taken, "to">> {
  const row = await repo.findHeld(db, ticketId);
  const facts = row?.facts ?? null;
  authorise(ticket, actor, stepRights[action], facts);
  const { personId } = actor;
  if (!row || personId === null) throw AppError.notFound();
  return { db, row, now, by: { byId: personId, byRole: actingRole(ticket, actor, stepRights[action], facts) } };
}

/** Loads, authorises, asks the table of rules. Throws also a ticket's refusal, or request.changedMeanwhile. */
export async function take(db: Db, asker: Asker, action: TicketAction, ticketId: string, version: number | null): Promise<Taken> {
  const loaded = await load(db, asker, action, ticketId);
  const { status, claimedById, facts, version: standing } = loaded.row;
  const to = targetOf(action, status);
  if (to === null) throw new AppError(refusalOf(action, status));
  const acting = { personId: loaded.by.byId, bodyIds: asker.actor.posts.flatMap((post) => post.bodyId ?? []) };
  if (isHeldByOther(action, { status, claimedById, handedToId: facts.handedToId }, acting)) throw await claimedBy(db, claimedById);
  if (version !== null && standing !== version) throw new AppError("request.changedMeanwhile");
  return { ...loaded, to };
}

/** The refusal that names who has it. */
export async function claimedBy(db: Db, personId: string | null): Promise<AppError> {
  const name = personId === null ? null : await repo.findName(db, personId);
  return name ? new AppError("ticket.alreadyClaimed", { name: shortName(name) }) : new AppError("request.changedMeanwhile");
}

/** Writes the new version or throws request.changedMeanwhile: the one who was first is not overwritten. */
export async function change({ db, row, to, now }: Taken, also: Omit<repo.Change, "status"> = {}): Promise<StepOutput> {
  const isFirst = await repo.changeVersion(db, row.id, row.version, { status: to, ...also }, now);
  if (!isFirst) throw new AppError("request.changedMeanwhile");
  return { ticketId: row.id, number: row.number, status: to, version: row.version + 1 };
}

/** What was said or done, in the course. Out: the message's id. */
export async function tell({ db, row, by, now }: Taken, kind: repo.Told["kind"], text: string): Promise<string> {
  return await repo.addMessage(db, row.id, { kind, text, ...by }, now);
}

export function scopesOf({ row }: Taken, changed: Partial<Pick<TicketScopes, "handedToId" | "claimedById">> = {}): TicketScopes {
  const { id, number, marathonId, facts, claimedById } = row;
  const { municipalityId, hotlineId, handedToId, personId } = facts;
  return { ticketId: id, number, marathonId, municipalityId, hotlineId, handedToId, personId, claimedById, ...changed };
}
