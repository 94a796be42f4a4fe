import { createHmac, randomBytes } from "node:crypto";
import { postsOf, type Actor } from "@/access/actor";
import { authorise, canSomewhere, visible } from "@/access/policy";
import { wording as wordingPolicy } from "@/access/rules/wording";
import type { Db } from "@/platform/db/client";
import { transaction } from "@/platform/db/transaction";
import { env } from "@/platform/env";
import { announce } from "@/platform/events/outbox";
import { onceFor, ownerOf } from "@/platform/idempotency";
import { defineLimit } from "@/platform/limits";
import type { Context } from "@/platform/trpc/context";
import { formatOneTimeCode, makeOneTimeCode, parseOneTimeCode } from "@/shared/codes/one-time-code";
import { AppError } from "@/shared/errors/app-error";
import { newId } from "@/shared/ids/id";
import { draftReworded } from "../../events";
import { wordingFields } from "../rules";
import type { AuthorsSide, SettleInput, Shared, SuggestInput, TakenDraft, TakenLine, Words } from "../schema";
import * as repo from "./repo";

type Asker = Pick<Context, "actor" | "visitor" | "now" | "db">;
const shareDays = 14;
const guesses = defineLimit("draft-share", { points: 10, seconds: 15 * 60, blockSeconds: 15 * 60 });

/** The author's own draft gets a code for whoever shall help; another press makes another code. */
export async function shareDraft({ db, actor, now }: Asker, draftId: string): Promise<Shared> {
  const draft = await authorsDraft(db, actor, draftId, "share");
  const code = makeOneTimeCode(randomBytes(16));
  const expiresAt = new Date(now.getTime() + shareDays * 86_400_000);
  await repo.saveShare(db, { draftId, authorId: draft.authorId, codeHash: hashOf(code), createdAt: now, expiresAt });
  return { code: formatOneTimeCode(code), expiresAt };
}

/** Nobody reads it any more but its author. */
export async function unshareDraft({ db, actor }: Asker, draftId: string): Promise<{ draftId: string }> {
  await authorsDraft(db, actor, draftId, "share");
  await repo.dropShare(db, draftId);
  return { draftId };
}

/** What the author sees beside the draft. */
export async function authorsSide({ db, actor }: Asker, draftId: string): Promise<AuthorsSide> {
  const draft = await authorsDraft(db, actor, draftId, "settle");
  return { isShared: draft.isShared, waiting: await repo.findWaiting(db, draftId) };
}

/** A coordinator takes a draft by the code. Throws draft.codeWrong, request.tooMany. */
export async function takeDraft({ db, actor, now }: Asker, typed: string): Promise<{ draftId: string }> {
  const { personId } = actor;
  if (personId === null) throw AppError.notSignedIn();
  const unitId = postsOf(actor, "coordinator", "executor")[0]?.unitId ?? null;
  if (!canSomewhere(wordingPolicy, actor, "takeUp") || unitId === null) throw AppError.forbidden();
  const seconds = await guesses.take(personId);
  if (seconds !== null) throw AppError.tooMany(seconds);
  const code = parseOneTimeCode(typed);
  const draftId = code && (await repo.takeShare(db, hashOf(code), { personId, unitId }, now));
  if (!draftId) throw new AppError("draft.codeWrong");
  await guesses.giveBack(personId);
  return { draftId };
}

export async function listTaken({ db, actor }: Asker): Promise<TakenLine[]> {
  return await repo.listTaken(db, visible(wordingPolicy, actor, "read"));
}

export async function readTaken({ db, actor }: Asker, draftId: string): Promise<TakenDraft> {
  const draft = await helpersDraft(db, actor, draftId, "read");
  return { draftId, version: draft.version, words: draft.words, isWaiting: (await repo.findWaiting(db, draftId)) !== null };
}

/** Another wording for the author to look at. Throws initiative.changedMeanwhile, draft.wordingWaits, draft.wordingSame. */
export async function suggest(asker: Asker, { key, ...input }: SuggestInput): Promise<{ draftId: string }> {
  const { actor, now } = asker;
  return await transaction(async (db) => await onceFor(db, { owner: ownerOf(asker), procedure: "wording.suggest", key, input }, async () => {
    const { draftId, words, note } = input;
    const draft = await helpersDraft(db, actor, draftId, "suggest");
    if (draft.version !== input.version) throw new AppError("initiative.changedMeanwhile");
    if (isSame(draft.words, words)) throw new AppError("draft.wordingSame");
    const { authorId, takenUnitId: unitId } = draft;
    if (authorId === null || unitId === null || actor.personId === null) throw AppError.notFound();
    const isFirst = await repo.insertWording(db, { id: newId(now), draftId, authorId, byId: actor.personId, unitId, original: draft.words, suggested: words, note: note || null, at: now });
    if (!isFirst) throw new AppError("draft.wordingWaits");
    await announce(db, draftReworded, { draftId, authorId }, { at: now, actorId: actor.personId });
    return { draftId };
  }));
}

/** What the author made of it becomes the draft. Throws initiative.changedMeanwhile, initiative.rewordingAnswered. */
export async function settle(asker: Asker, { key, ...input }: SettleInput): Promise<{ draftId: string; version: number }> {
  const { actor, now } = asker;
  return await transaction(async (db) => await onceFor(db, { owner: ownerOf(asker), procedure: "wording.settle", key, input }, async () => {
    const found = await repo.takeWording(db, input.wordingId);
    authorise(wordingPolicy, actor, "settle", found && { authorId: found.authorId, takenById: null });
    if (!found) throw AppError.notFound();
    if (found.isSettled) throw new AppError("initiative.rewordingAnswered");
    const helper = isSame(input.words, found.original) ? null : { personId: found.byId, unitId: found.unitId };
    const version = await repo.writeWords(db, { draftId: found.draftId, version: input.version, words: input.words, helper }, now);
    if (version === null) throw new AppError("initiative.changedMeanwhile");
    await repo.settleWording(db, found.id, input.words, now);
    return { draftId: found.draftId, version };
  }));
}

async function authorsDraft(db: Db, actor: Actor, draftId: string, action: "share" | "settle"): Promise<repo.SharedDraft & { readonly authorId: string }> {
  const draft = await repo.findDraft(db, draftId);
  authorise(wordingPolicy, actor, action, draft && { authorId: draft.authorId, takenById: draft.takenById });
  if (!draft || draft.authorId === null) throw AppError.notFound();
  return { ...draft, authorId: draft.authorId };
}

async function helpersDraft(db: Db, actor: Actor, draftId: string, action: "read" | "suggest"): Promise<repo.SharedDraft> {
  const draft = await repo.findDraft(db, draftId);
  authorise(wordingPolicy, actor, action, draft && { authorId: draft.authorId, takenById: draft.takenById });
  if (!draft) throw AppError.notFound();
  return draft;
}

function isSame(one: Words, other: Words): boolean {
  return wordingFields.every((field) => one[field] === other[field]);
}

function hashOf(code: string): string {
  return createHmac("sha256", env.NEXTAUTH_SECRET).update(`draft share ${code}`).digest("base64url");
}
