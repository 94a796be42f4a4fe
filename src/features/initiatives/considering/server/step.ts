import { actingRole, authorise } from "@/access/policy";
import { initiative } from "@/access/rules/initiative";
import type { Db } from "@/platform/db/client";
import { transaction } from "@/platform/db/transaction";
import { announce } from "@/platform/events/outbox";
import { onceFor, ownerOf } from "@/platform/idempotency";
import type { Context } from "@/platform/trpc/context";
import { AppError } from "@/shared/errors/app-error";
import { initiativeMoved } from "../../events";
import { transitionFor, type InitiativeStatus, type LifecycleAction } from "../../lifecycle";
import { isOpen, refusalOf, type Step } from "../rules";
import type { StepOutput } from "../schema";
import * as repo from "./repo";

export type Asker = Pick<Context, "actor" | "now" | "visitor">;
/** The right that a step asks for: a lead who may decide may send a proposal back. */
export const stepRights = { accept: "accept", clarify: "clarify", note: "note", prepare: "prepare", return: "decide", decide: "decide", nominate: "nominate", answerNomination: "answerNomination" } as const satisfies Record<Step, string>;

export interface Taken {
  readonly db: Db;
  readonly row: repo.Considered;
  readonly by: { readonly byId: string; readonly byRole: string | null; readonly at: Date };
}

/** Once per key, in one transaction. In: the work, which loads, authorises, applies the rule, writes and announces. */
export async function once<T>({ actor, visitor }: Asker, procedure: string, input: { readonly key: string }, work: (db: Db) => Promise<T>): Promise<T> {
  const { key, ...asked } = input;
  return await transaction(async (db) => await onceFor(db, { owner: ownerOf({ actor, visitor }), procedure: `considering.${procedure}`, key, input: asked }, async () => await work(db)));
}

/** Loads the row and authorises the step. Throws 401, 404 outside what the asker may read, 403 inside it without the right. */
export async function take(db: Db, { actor, now }: Asker, step: Step, initiativeId: string): Promise<Taken> {
  const row = await repo.findConsidered(db, initiativeId);
  const facts = row?.facts ?? null;
  authorise(initiative, actor, stepRights[step], facts);
  if (!row || actor.personId === null) throw AppError.notFound();
  return { db, row, by: { byId: actor.personId, byRole: actingRole(initiative, actor, stepRights[step], facts), at: now } };
}

/** Throws initiative.changedMeanwhile before anything else: what the asker saw is no longer so. */
export function requireCurrent({ row }: Taken, step: Step, version: number): void {
  if (row.version !== version) throw new AppError("initiative.changedMeanwhile");
  if (!isOpen(step, { status: row.status, hasProposal: row.proposal !== null })) throw new AppError(refusalOf(step, row.status));
}

export type Said = Pick<repo.Told, "kind" | "visibility" | "text" | "data">;

/** Writes the new version or throws initiative.changedMeanwhile; the one who was first is not overwritten. */
export async function change({ db, row, by }: Taken, to: repo.Change): Promise<number> {
  const isFirst = await repo.changeVersion(db, row.scopes.initiativeId, row.version, to, by.at);
  if (!isFirst) throw new AppError("initiative.changedMeanwhile");
  return row.version + 1;
}

/** A step of the lifecycle: the row, its event, the announcement. */
export async function move(taken: Taken, action: Step & LifecycleAction, to: InitiativeStatus, written: Omit<repo.Change, "status">, said: Said): Promise<StepOutput> {
  const { db, row, by } = taken;
  if (!transitionFor(row.status, action, to)) throw new AppError(refusalOf(action, row.status));
  const { initiativeId, number } = row.scopes;
  const version = await change(taken, { ...written, status: to });
  const eventId = await repo.addEvent(db, { initiativeId, ...by, ...said, toStatus: to });
  const scopes = { ...row.scopes, consideringId: written.consideringId ?? row.scopes.consideringId, handedToId: written.handedToId ?? row.scopes.handedToId };
  await announce(db, initiativeMoved, { ...scopes, eventId, action, from: row.status, to }, { at: by.at, actorId: by.byId });
  return { initiativeId, number, status: to, version };
}

/** What moves nothing but is part of the course. */
export async function tell({ db, row, by }: Taken, said: Said, version = row.version): Promise<StepOutput> {
  const { initiativeId, number } = row.scopes;
  await repo.addEvent(db, { initiativeId, ...by, ...said });
  return { initiativeId, number, status: row.status, version };
}
