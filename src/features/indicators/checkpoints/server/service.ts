import type { Actor } from "@/access/actor";
import { can, canSomewhere, visible } from "@/access/policy";
import { checkpoint as policy, indicator } from "@/access/rules/indicator";
import type { Db } from "@/platform/db/client";
import { transaction } from "@/platform/db/transaction";
import { announce } from "@/platform/events/outbox";
import { onceFor } from "@/platform/idempotency";
import { plainDateIn } from "@/shared/dates/zone";
import { AppError } from "@/shared/errors/app-error";
import { newId } from "@/shared/ids/id";
import { checkpointApproved, checkpointCreated, checkpointNoted, checkpointRemoved } from "../../events";
import { findFigures } from "../../morning/server/repo";
import { lastZone, placeFor, type PlaceInRound } from "../../server/place";
import { findRound } from "../../server/repo";
import { assertApprovable, assertCreatable, assertNotable, deadlineOf, minutesOf, toCheckpoint, type StoredCheckpoint } from "../rules";
import type { Checkpoints, CouncilCheckpoint, CreateCheckpoint } from "../schema";
import * as repo from "./repo";

interface Asker {
  readonly actor: Actor;
  readonly now: Date;
}

/** Those of the marathon and of the municipality, with what each closed one showed and what has come since. */
export async function listCheckpoints(db: Db, { actor, now }: Asker, wish: { municipalityId: string; marathonId?: string }): Promise<Checkpoints> {
  const found = await placeFor(db, policy, actor, "read", wish, now);
  const { facts, place, round } = found;
  const of = { marathonId: round.id, municipalityId: place.id, startsOn: round.startsOn, recentFrom: round.today, recentTo: round.today };
  const [stored, { total }] = await Promise.all([repo.findCheckpoints(db, round.id, place.id), findFigures(db, of)]);
  const allowed = (action: "create" | "approve" | "recordPaperApproval" | "takeNote") => can(policy, actor, action, facts);
  return {
    place, round,
    checkpoints: stored.map((one) => toCheckpoint(one, place.timeZone, total)),
    abilities: { create: allowed("create") && round.phase !== "finished", approve: allowed("approve"), recordPaperApproval: allowed("recordPaperApproval"), takeNote: allowed("takeNote") },
  };
}

/** Throws as authorise does; checkpoint.outsideMarathon, checkpoint.inPast. */
export async function createCheckpoint({ actor, now }: Asker, owner: string, wish: CreateCheckpoint): Promise<{ id: string }> {
  const { key, ...input } = wish;
  return await transaction(async (db) => {
    const { place, round } = await placeFor(db, policy, actor, "create", wish, now);
    return await onceFor(db, { owner, procedure: "checkpoint.create", key, input }, async () => {
      const minutes = minutesOf(wish.time);
      assertCreatable({ date: wish.date, minutes }, round, now, place.timeZone);
      const id = newId(now);
      await repo.insertCheckpoint(db, { id, marathonId: round.id, municipalityId: place.id, name: wish.name, date: wish.date, minutes, createdById: personOf(actor), createdAt: now });
      await announce(db, checkpointCreated, { marathonId: round.id, municipalityId: place.id, checkpointId: id }, { at: now, actorId: actor.personId });
      return { id };
    });
  });
}

/** A head takes back one of his own whose hour has not come. Throws checkpoint.fixedAbove, checkpoint.alreadyFrozen. */
export async function removeCheckpoint({ actor, now }: Asker, wish: { checkpointId: string; municipalityId: string }): Promise<void> {
  await transaction(async (db) => {
    const { checkpoint, place } = await checkpointFor(db, actor, "create", wish, now);
    if (checkpoint.municipalityId === null) throw new AppError("checkpoint.fixedAbove");
    if (deadlineOf(checkpoint, place.timeZone) <= now || !(await repo.deleteCheckpoint(db, checkpoint.id))) throw new AppError("checkpoint.alreadyFrozen");
    await announce(db, checkpointRemoved, { marathonId: checkpoint.marathonId, municipalityId: place.id, checkpointId: checkpoint.id }, { at: now, actorId: actor.personId });
  });
}

/** The head himself, or the responsible person who records that it was done on paper. Throws checkpoint.notYet, checkpoint.alreadyApproved. */
export async function approveCheckpoint({ actor, now }: Asker, wish: { checkpointId: string; municipalityId: string }, onPaper: boolean): Promise<void> {
  await transaction(async (db) => {
    const { checkpoint, place } = await checkpointFor(db, actor, onPaper ? "recordPaperApproval" : "approve", wish, now);
    assertApprovable(checkpoint.figures);
    const isFirst = await repo.markApproved(db, checkpoint.id, place.id, { approvedById: personOf(actor), approvedAt: now, approvedOnPaper: onPaper });
    if (!isFirst) throw new AppError("checkpoint.alreadyApproved");
    await announce(db, checkpointApproved, { marathonId: checkpoint.marathonId, municipalityId: place.id, checkpointId: checkpoint.id, onPaper }, { at: now, actorId: actor.personId });
  });
}

/** «Принято к сведению», for several at once; what was noted before stays as it was. Out: of how many it was taken now. */
export async function takeNote({ actor, now }: Asker, { checkpointId, municipalityIds }: { checkpointId: string; municipalityIds: readonly string[] }): Promise<number> {
  return await transaction(async (db) => {
    for (const municipalityId of new Set(municipalityIds)) {
      const { checkpoint } = await checkpointFor(db, actor, "takeNote", { checkpointId, municipalityId }, now);
      assertNotable(checkpoint.figures);
    }
    const noted = await repo.markNoted(db, checkpointId, municipalityIds, { notedById: personOf(actor), notedAt: now });
    for (const municipalityId of noted) {
      const { checkpoint } = await checkpointFor(db, actor, "takeNote", { checkpointId, municipalityId }, now);
      await announce(db, checkpointNoted, { marathonId: checkpoint.marathonId, municipalityId, checkpointId }, { at: now, actorId: actor.personId });
    }
    return noted.length;
  });
}

/** The last common checkpoint as the council looks at it: who has approved, of what note was taken. */
export async function councilCheckpoint(db: Db, { actor, now }: Asker, wish: { marathonId?: string }): Promise<CouncilCheckpoint | null> {
  if (!canSomewhere(policy, actor, "takeNote")) throw actor.personId === null ? AppError.notSignedIn() : AppError.forbidden();
  const round = await findRound(db, visible(indicator, actor, "compare"), plainDateIn(lastZone, now), wish);
  if (!round) return null;
  const rows = await repo.findLastFrozen(db, visible(policy, actor, "takeNote"), round.id);
  const [first] = rows;
  if (!first) return null;
  return { ...first.checkpoint, rows: rows.map(({ checkpoint: _, ...row }) => row), canTakeNote: true };
}

/** The job: whatever is due, once. */
export async function freezeDueCheckpoints(now: Date): Promise<number> {
  return await repo.freezeAllDue(now);
}

async function checkpointFor(db: Db, actor: Actor, action: "create" | "approve" | "recordPaperApproval" | "takeNote", wish: { checkpointId: string; municipalityId: string }, now: Date): Promise<PlaceInRound & { checkpoint: StoredCheckpoint }> {
  const checkpoint = await repo.findCheckpoint(db, wish.checkpointId, wish.municipalityId);
  const place = await placeFor(db, policy, actor, action, { municipalityId: wish.municipalityId, marathonId: checkpoint?.marathonId }, now);
  if (!checkpoint) throw new AppError("checkpoint.notFound");
  return { ...place, checkpoint };
}

function personOf(actor: Actor): string {
  if (actor.personId === null) throw AppError.notSignedIn();
  return actor.personId;
}
