import type { Actor } from "@/access/actor";
import { can } from "@/access/policy";
import { target as policy } from "@/access/rules/indicator";
import type { Db } from "@/platform/db/client";
import { transaction } from "@/platform/db/transaction";
import { announce } from "@/platform/events/outbox";
import { onceFor } from "@/platform/idempotency";
import { AppError } from "@/shared/errors/app-error";
import { newId } from "@/shared/ids/id";
import { freezeDue, isFreezing } from "../../checkpoints/server/repo";
import { targetsSet } from "../../events";
import { findDirectionNames, findOrganisationNames } from "../../morning/server/repo";
import { placeFor } from "../../server/place";
import { assertSettable, assertUnchanged } from "../rules";
import type { SetTargets, Target, Targets } from "../schema";
import * as repo from "./repo";

interface Asker {
  readonly actor: Actor;
  readonly now: Date;
}

/** All targets of a municipality, with what further ones may be set for. */
export async function listTargets(db: Db, { actor, now }: Asker, wish: { municipalityId: string; marathonId?: string }): Promise<Targets> {
  const { facts, place, round } = await placeFor(db, policy, actor, "read", wish, now);
  const [targets, directions] = await Promise.all([repo.findTargets(db, round.id, place.id), findDirectionNames(db, round.id, place.id)]);
  const organisations = await findOrganisationNames(db, place.id, targets.flatMap(({ organisationId }) => organisationId ?? []));
  return { place, round, targets, directions, organisations, canSet: can(policy, actor, "set", facts) };
}

/** A municipality that begins a round like the one before has its targets, too; its head changes them like all others. In the transaction of `db`. */
export async function copyTargets(db: Db, of: { readonly fromId: string; readonly toId: string; readonly municipalityId: string }, at: Date): Promise<void> {
  await repo.lockTargets(db, of.toId, of.municipalityId);
  await repo.copyTargets(db, of, at);
}

/**
 * Sets, changes and takes away targets, all or none. Out: those that stand afterwards. Throws as authorise does;
 * target.changedMeanwhile, target.closingNow, marathon.closed, request.notFound for somebody else's direction or organisation.
 */
export async function setTargets({ actor, now }: Asker, owner: string, wish: SetTargets): Promise<Target[]> {
  const { key, ...input } = wish;
  return await transaction(async (db) => {
    const { place, round } = await placeFor(db, policy, actor, "set", wish, now);
    return await onceFor(db, { owner, procedure: "target.set", key, input }, async () => {
      const of = { marathonId: round.id, municipalityId: place.id };
      assertSettable(round);
      await repo.lockTargets(db, round.id, place.id);
      await assertOwn(db, wish, round.id, place.id);
      const standing = await repo.findTargets(db, round.id, place.id);
      assertUnchanged(wish.changes, standing);
      // a checkpoint shows the targets of its hour, however late its figures are frozen
      await freezeDue(db, now, of);
      if (await isFreezing(db, now, of)) throw new AppError("target.closingNow");
      await repo.writeTargets(db, wish.changes, standing, () => newId(now), { ...of, setById: personOf(actor), setAt: now });
      await announce(db, targetsSet, { ...of, count: wish.changes.length }, { at: now, actorId: actor.personId });
      return await repo.findTargets(db, round.id, place.id);
    });
  });
}

/** A foreign child under one's own parent is the classic hole. */
async function assertOwn(db: Db, { changes }: SetTargets, marathonId: string, municipalityId: string): Promise<void> {
  const ids = [...new Set(changes.flatMap(({ directionId, organisationId }) => directionId ?? organisationId ?? []))];
  const own = await repo.findOwnParts(db, marathonId, municipalityId, ids);
  if (ids.some((id) => !own.has(id))) throw AppError.notFound();
}

function personOf(actor: Actor): string {
  if (actor.personId === null) throw AppError.notSignedIn();
  return actor.personId;
}
