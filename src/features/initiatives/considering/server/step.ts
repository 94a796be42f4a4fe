import { actingRole, authorise, can } from "@/access/policy";
import { initiative } from "@/access/rules/initiative";
import { regulationOf } from "@/features/regulation/server/service";
import type { Db } from "@/platform/db/client";
import { transaction } from "@/platform/db/transaction";
import { announce } from "@/platform/events/outbox";
import { onceFor, ownerOf } from "@/platform/idempotency";
import type { Context } from "@/platform/trpc/context";
import { AppError } from "@/shared/errors/app-error";
import { initiativeMoved } from "../../events";
import { transitionFor, type InitiativeStatus, type LifecycleAction, type Transition } from "../../lifecycle";
import { endedTerms, obstacleOf, refusalOf, termsAfter, type Step, type Terms } from "../rules";
import type { StepOutput } from "../schema";
import * as repo from "./repo";

export type Asker = Pick<Context, "actor" | "now" | "visitor">;

/** The right that a step asks for: a lead who may decide may send a proposal back, whoever redirects may offer and dispute. */
export const stepRights = {
  publish: "moderate", returnToAuthor: "moderate", accept: "accept", clarify: "clarify", goOn: "goOn", note: "note", prepare: "prepare", return: "decide", assign: "assign", decide: "decide",
  redirect: "redirect", offer: "redirect", recallOffer: "redirect", acceptOffer: "answerOffer", returnOffer: "answerOffer", dispute: "redirect", keepHere: "arbitrate", escalate: "arbitrate", impose: "arbitrate",
  nominate: "nominate", answerNomination: "answerNomination", answerObjection: "answerObjection", sign: "record", passOn: "record", carryOut: "record", merge: "combine", split: "combine",
} as const satisfies Record<Step, string>;
const ownRights = { withdraw: "withdraw", answerClarification: "answerClarification", resubmit: "resubmit", object: "object" } as const;
/** A correction of the place is no step of the table, and the author's all the same. */
const rights = { ...stepRights, ...ownRights, correctPlace: "correctPlace" } as const;

export interface Taken {
  readonly db: Db;
  readonly row: repo.Considered;
  readonly by: { readonly byId: string; readonly byRole: string | null; readonly at: Date };
}

/** What moves: somebody's step, or the platform's own where a term has run out. */
export interface Moving extends Omit<Taken, "by"> {
  readonly by: { readonly byId: string | null; readonly byRole: string | null; readonly at: Date };
}

/** Once per key, in one transaction. In: the work, which loads, authorises, applies the rule, writes and announces. */
export async function once<T>({ actor, visitor }: Pick<Asker, "actor" | "visitor">, procedure: string, input: { readonly key: string }, work: (db: Db) => Promise<T>): Promise<T> {
  const { key, ...asked } = input;
  return await transaction(async (db) => await onceFor(db, { owner: ownerOf({ actor, visitor }), procedure: `considering.${procedure}`, key, input: asked }, async () => await work(db)));
}

/**
 * Loads the row and authorises the step. In: the version that the asker saw, where they saw one. Throws 401, 404 outside what the asker
 * may read, 403 inside it without the right; where somebody's step has taken the right away meanwhile, initiative.changedMeanwhile.
 */
export async function take(db: Db, { actor, now }: Pick<Asker, "actor" | "now">, step: keyof typeof rights, which: string | repo.Which, version?: number): Promise<Taken> {
  const row = await repo.findConsidered(db, typeof which === "string" ? { id: which } : which);
  const facts = row?.facts ?? null;
  const hasChanged = version !== undefined && row?.version !== version;
  if (hasChanged && facts && can(initiative, actor, "read", facts)) throw new AppError("initiative.changedMeanwhile");
  authorise(initiative, actor, rights[step], facts);
  if (!row || actor.personId === null) throw AppError.notFound();
  return { db, row, by: { byId: actor.personId, byRole: actingRole(initiative, actor, rights[step], facts), at: now } };
}

/** Throws initiative.changedMeanwhile before anything else: what the asker saw is no longer so. */
export function requireCurrent(taken: Taken, step: Step | LifecycleAction, version: number): void {
  if (taken.row.version !== version) throw new AppError("initiative.changedMeanwhile");
  requireOpen(taken, step);
}

/** Throws what keeps the step from being taken. */
export function requireOpen({ row, by }: Moving, step: Step | LifecycleAction): void {
  const obstacle = obstacleOf(step, row, by.at);
  if (obstacle !== null) throw new AppError(refusalOf(step, row.status, obstacle));
}

export type Said = Pick<repo.Told, "kind" | "visibility" | "text" | "data">;

/** Writes the new version or throws initiative.changedMeanwhile; the one who was first is not overwritten. */
export async function change({ db, row, by }: Moving, to: repo.Change): Promise<number> {
  const isFirst = await repo.changeVersion(db, row.scopes.initiativeId, row.version, to, by.at);
  if (!isFirst) throw new AppError("initiative.changedMeanwhile");
  return row.version + 1;
}

/**
 * A step of the lifecycle, and the only way to another state: the table and its guards, the terms that it names, the row, its event, the
 * announcement. In: `to` null stays in the state that it is in.
 */
export async function move(taken: Moving, action: LifecycleAction, to: InitiativeStatus | null, written: Omit<repo.Change, "status">, said: Said): Promise<StepOutput> {
  const { db, row, by } = taken;
  const status = to ?? row.status;
  requireOpen(taken, action);
  const transition = transitionFor(row.status, action, status);
  if (!transition) throw new AppError(refusalOf(action, row.status));
  const { initiativeId, number, municipalityId } = row.scopes;
  const terms = await termsOf(taken, transition, status);
  const version = await change(taken, { ...terms, ...written, ...(status === row.status ? {} : { status }) });
  const eventId = await repo.addEvent(db, { initiativeId, ...by, ...said, ...(status === row.status ? {} : { toStatus: status }) });
  const { municipalityId: place = municipalityId, directionId = row.scopes.directionId, consideringId = row.scopes.consideringId, handedToId = row.scopes.handedToId } = written;
  await announce(db, initiativeMoved, { ...row.scopes, municipalityId: place, directionId, consideringId, handedToId, eventId, action, from: row.status, to: status }, { at: by.at, actorId: by.byId });
  return { initiativeId, number, status, version };
}

async function termsOf({ db, row, by }: Moving, transition: Transition, to: InitiativeStatus): Promise<Partial<Terms>> {
  if (transition.term === "none") return {};
  if (transition.term === "ends") return endedTerms;
  const { marathonId, municipalityId } = row.scopes;
  return termsAfter(transition, to, row, await regulationOf(db, marathonId, municipalityId, by.at), by.at);
}

/** What moves nothing but is part of the course. */
export async function tell({ db, row, by }: Taken, said: Said, version = row.version): Promise<StepOutput> {
  const { initiativeId, number } = row.scopes;
  await repo.addEvent(db, { initiativeId, ...by, ...said });
  return { initiativeId, number, status: row.status, version };
}
