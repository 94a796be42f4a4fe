import { z } from "zod";
import type { Actor } from "@/access/actor";
import { actingRole, authorise, can, visible } from "@/access/policy";
import { initiative as initiativePolicy } from "@/access/rules/initiative";
import { remark as remarkPolicy } from "@/access/rules/remark";
import type { Db } from "@/platform/db/client";
import { transaction } from "@/platform/db/transaction";
import { announce } from "@/platform/events/outbox";
import { onceFor, ownerOf } from "@/platform/idempotency";
import type { Context } from "@/platform/trpc/context";
import { AppError } from "@/shared/errors/app-error";
import { decodeCursor, toPage } from "@/shared/lists/cursor";
import { initiativeRemarked } from "../../events";
import { findStanding } from "../../record/server/repo";
import { publicStanding } from "../../record/server/service";
import { stepFor, type RemarkAction } from "../rules";
import { remarkLimits, type AnswerQuestionInput, type AskInput, type OwnQuestions, type PublicTalk, type Remark, type RemarkStepOutput, type ReportInput, type SettleInput } from "../schema";
import { spendOnRemark } from "./limits";
import { noteOf } from "./note";
import * as repo from "./repo";

type Asker = Pick<Context, "actor" | "visitor" | "now" | "db" | "addressHash">;
const thanks = { ok: true } as const;

/** Anybody may say that a public initiative breaks the rules. Throws initiative.notFound, request.tooMany. */
export async function report(asker: Asker, { key, ...input }: ReportInput): Promise<typeof thanks> {
  const { actor, now } = asker;
  const standing = await publicStanding(asker.db, actor, input.number);
  if (!can(initiativePolicy, actor, "report", standing)) throw AppError.forbidden();
  await spendOnRemark("report", actor.personId ?? asker.addressHash);
  return await transaction(async (db) => await onceFor(db, { owner: ownerOf(asker), procedure: "remark.report", key, input }, async () => {
    await repo.addRemark(db, { initiativeId: standing.id, kind: "report", reason: input.reason, text: input.text || null, byId: actor.personId, at: now });
    return thanks;
  }));
}

/** A question to the author, where both the marathon and the author take them. Throws initiative.questionsClosed, request.tooMany. */
export async function ask(asker: Asker, { key, ...input }: AskInput): Promise<typeof thanks> {
  const { actor, now } = asker;
  if (actor.personId === null) throw AppError.notSignedIn();
  const standing = await publicStanding(asker.db, actor, input.number);
  authorise(initiativePolicy, actor, "ask", standing, "readPublic");
  const { offered, open } = await repo.findQuestionsSetting(asker.db, standing.id);
  if (!offered || !open || standing.authorId === null) throw new AppError("initiative.questionsClosed");
  await spendOnRemark("question", actor.personId);
  return await transaction(async (db) => await onceFor(db, { owner: ownerOf(asker), procedure: "remark.ask", key, input }, async () => {
    await repo.addRemark(db, { initiativeId: standing.id, kind: "question", reason: null, text: input.text, byId: actor.personId, at: now });
    return thanks;
  }));
}

const position = z.tuple([z.iso.datetime(), z.uuid()]);

/** What waits for whoever moderates in the municipality, the oldest first. */
export async function listRemarks(db: Db, actor: Actor, { cursor, limit }: { cursor?: string | null | undefined; limit: number }): Promise<{ rows: Remark[]; next: string | null }> {
  const found = await repo.listWaiting(db, cursor ? decodeCursor(position, cursor) : null, limit + 1, visible(remarkPolicy, actor, "read"));
  const page = toPage(found, limit, ({ at, id }) => [at.toISOString(), id]);
  return { rows: [...page.rows], next: page.next };
}

export async function countRemarks(db: Db, actor: Actor): Promise<number> {
  return await repo.countWaiting(db, visible(remarkPolicy, actor, "read"));
}

/** A moderator's step. Throws remark.settled when another was quicker, request.invalid without a reason for the asker. */
export async function settle(asker: Asker, { key, ...input }: SettleInput): Promise<RemarkStepOutput> {
  return await once(asker, "settle", key, input, async (db) => {
    const { row, personId } = await take(db, asker, input.remarkId, "settle");
    const step = requireStep(row, input.action);
    if (input.action === "refuse" && input.reason.length < remarkLimits.reasonMin) throw AppError.invalid({ reason: "field.required" });
    await repo.changeRemark(db, row.id, { state: step.to, settledById: personId, settledAt: asker.now, ...(input.action === "refuse" ? { remark: input.reason } : {}) });
    if (input.action === "passOn") {
      const byRole = actingRole(remarkPolicy, asker.actor, "settle", row) ?? "moderator";
      await repo.addNote(db, { initiativeId: row.initiativeId, text: noteOf(row), byId: personId, byRole, at: asker.now });
    }
    return await told(db, row, input.action, asker);
  });
}

/** The author's answer to a question that a moderator has passed on, or that they would rather not give one. */
export async function answerQuestion(asker: Asker, { key, ...input }: AnswerQuestionInput): Promise<RemarkStepOutput> {
  return await once(asker, "answer", key, input, async (db) => {
    const { row } = await take(db, asker, input.remarkId, "answer");
    const action = input.answer === null ? "decline" : "answer";
    const step = requireStep(row, action);
    await repo.changeRemark(db, row.id, { state: step.to, ...(input.answer === null ? {} : { answer: input.answer, answeredAt: asker.now }) });
    return await told(db, row, action, asker);
  });
}

/** The author takes questions from now on, or no more: what was asked before is answered all the same. */
export async function openQuestions({ actor, now }: Asker, number: number, open: boolean): Promise<OwnQuestions> {
  return await transaction(async (db) => {
    const standing = await findStanding(db, number);
    authorise(initiativePolicy, actor, "openQuestions", standing);
    if (!standing) throw AppError.notFound();
    await repo.setQuestionsOpen(db, standing.id, open);
    await announce(db, initiativeRemarked, { initiativeId: standing.id, number, remarkId: null, action: "open", byId: null, authorId: standing.authorId }, { at: now, actorId: actor.personId });
    return await ownQuestions(db, actor, number);
  });
}

export async function ownQuestions(db: Db, actor: Actor, number: number): Promise<OwnQuestions> {
  const standing = await findStanding(db, number);
  authorise(initiativePolicy, actor, "openQuestions", standing);
  if (!standing) throw AppError.notFound();
  return { ...(await repo.findQuestionsSetting(db, standing.id)), waiting: await repo.listForAuthor(db, standing.id) };
}

/** Published questions with their answers, and whether one may be asked. */
export async function publicTalk(db: Db, actor: Actor, number: number): Promise<PublicTalk> {
  const standing = await publicStanding(db, actor, number);
  const { offered, open } = await repo.findQuestionsSetting(db, standing.id);
  return { mayAsk: offered && open && standing.authorId !== null, questions: await repo.listPublished(db, standing.id) };
}

async function once<T>(asker: Asker, procedure: string, key: string, input: unknown, work: (db: Db) => Promise<T>): Promise<T> {
  if (asker.actor.personId === null) throw AppError.notSignedIn();
  return await transaction(async (db) => await onceFor(db, { owner: ownerOf(asker), procedure: `remark.${procedure}`, key, input }, async () => await work(db)));
}

async function take(db: Db, { actor }: Asker, remarkId: string, right: "settle" | "answer"): Promise<{ row: repo.StandingRemark; personId: string }> {
  const row = await repo.takeRemark(db, remarkId);
  authorise(remarkPolicy, actor, right, row);
  if (!row || actor.personId === null) throw AppError.notFound();
  return { row, personId: actor.personId };
}

function requireStep(row: repo.StandingRemark, action: RemarkAction) {
  const step = stepFor(row.kind, row.state, action);
  if (!step) throw new AppError("remark.settled");
  return step;
}

async function told(db: Db, { id, initiativeId, number, kind, state, byId, authorId }: repo.StandingRemark, action: RemarkAction, { actor, now }: Asker): Promise<RemarkStepOutput> {
  await announce(db, initiativeRemarked, { initiativeId, number, remarkId: id, action, byId, authorId }, { at: now, actorId: actor.personId });
  return { remarkId: id, state: stepFor(kind, state, action)?.to ?? state };
}

export { findWords as wordsOfRemark } from "./repo";
