import { z } from "zod";
import type { Actor } from "@/access/actor";
import { actingRole, authorise, visible } from "@/access/policy";
import { lateSheet as policy } from "@/access/rules/late-sheet";
import { recordListed } from "@/features/people/server/service";
import type { Db } from "@/platform/db/client";
import { transaction } from "@/platform/db/transaction";
import { announce } from "@/platform/events/outbox";
import { onceFor, ownerOf } from "@/platform/idempotency";
import type { Context } from "@/platform/trpc/context";
import { AppError } from "@/shared/errors/app-error";
import { decodeCursor, toPage } from "@/shared/lists/cursor";
import { insertDraft } from "../../drafts/server/repo";
import { lateSheetSettled } from "../../events";
import { submitSheet } from "../../submission/server/service";
import type { DecideLateInput, DecideLateOutput, LateSheet } from "../schema";
import * as repo from "./repo";

type Asker = Pick<Context, "actor" | "visitor" | "now">;

const position = z.tuple([z.iso.datetime(), z.uuid()]);

/** What waits for the responsible person, the earliest first; each look at an author is one line that they can read. */
export async function listLate(db: Db, { actor, now }: Asker, { cursor, limit }: { cursor?: string | null | undefined; limit: number }): Promise<{ rows: LateSheet[]; next: string | null }> {
  const found = await repo.listWaiting(db, cursor ? decodeCursor(position, cursor) : null, limit + 1, visible(policy, actor, "read"));
  const { rows, next } = toPage(found, limit, ({ arrivedAt, id }) => [arrivedAt.toISOString(), id]);
  const [first] = rows;
  if (first && actor.personId !== null) await recordListed(db, { byId: actor.personId, role: actingRole(policy, actor, "read", { municipalityId: first.municipalityId }) ?? "person", what: "list" }, rows.map(({ authorId }) => authorId), now);
  return { rows: rows.map(({ authorId: _author, municipalityId: _municipality, ...row }) => row), next };
}

export async function countLate(db: Db, actor: Actor): Promise<number> {
  return await repo.countWaiting(db, visible(policy, actor, "read"));
}

/**
 * Lets it in – it is an initiative of its author from now on, counted from now on, its term begins now, «поступило» is when it had
 * come – or not, with the reason. Throws what `authorise` does, lateSheet.settled when another was quicker,
 * and what a submission does: marathon.closed once the closing period is over.
 */
export async function decideLate(asker: Asker, { key, ...input }: DecideLateInput): Promise<DecideLateOutput> {
  const { actor, now } = asker;
  if (actor.personId === null) throw AppError.notSignedIn();
  const decidedById = actor.personId;
  return await transaction(async (db) => await onceFor(db, { owner: ownerOf(asker), procedure: "lateSheet.decide", key, input }, async () => {
    const row = await repo.takeLate(db, input.id);
    authorise(policy, actor, "letIn", row && { municipalityId: row.municipalityId });
    if (!row) throw AppError.notFound();
    if (row.state !== "waiting") throw new AppError("lateSheet.settled");
    const by = { decidedById, decidedAt: now };
    const { id, authorId, helperId } = row;
    if (!input.letIn) {
      await repo.settleLate(db, id, { ...by, state: "declined", reason: input.reason });
      await announce(db, lateSheetSettled, { id, authorId, helperId, number: null }, { at: now, actorId: decidedById });
      return { id, state: "declined" as const, publicNumber: null };
    }
    const { number, publicNumber } = await makeInitiative(db, actor, row, now);
    await repo.settleLate(db, id, { ...by, state: "accepted", reason: null });
    await announce(db, lateSheetSettled, { id, authorId, helperId, number }, { at: now, actorId: decidedById });
    return { id, state: "accepted" as const, publicNumber };
  }));
}

async function makeInitiative(db: Db, actor: Actor, { id, authorId, helperId, organisationId, marathonId, content, takenAt, arrivedAt, paperCase, scanId }: repo.StandingLate, now: Date) {
  await insertDraft(db, { id, tokenHash: null, authorId, helperId, helperUnitId: organisationId, posterLinkId: null, marathonId, content }, now);
  const outcome = await submitSheet(db, actor, { draftId: id, version: 1 }, { takenAt, arrivedAt, paperCase: paperCase || null, scanId, isInTime: true }, now);
  // whoever had joined when it came has left the marathon since
  if (!outcome.ok) throw new AppError("person.notConfirmed");
  return outcome;
}

export { findWords as wordsOfLateSheet } from "./repo";
