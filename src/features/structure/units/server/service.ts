import { can } from "@/access/policy";
import { unit as policy } from "@/access/rules/structure";
import type { Db } from "@/platform/db/client";
import { transaction } from "@/platform/db/transaction";
import { addDays, type PlainDate } from "@/shared/dates/plain-date";
import { plainDateIn, startOfDayIn } from "@/shared/dates/zone";
import { AppError } from "@/shared/errors/app-error";
import { newId } from "@/shared/ids/id";
import { done } from "../../schema";
import { once, type Asker } from "../../server/once";
import { authoriseInside } from "../../server/service";
import * as changes from "../changes/server/repo";
import * as handover from "../handover/server/repo";
import { endingRoles, isInnerMatter, subjectOf, unitsOf } from "../rules";
import type { AddUnitInput, Decision, DecideInput, Foreseen } from "../schema";
import { mayStandUnder, placed } from "../tree";
import { apply, standing } from "./apply";
import * as repo from "./repo";

/** How far ahead a decision may be recorded, in days. */
const farthest = 731;

const factsOf = ({ id, municipalityId, path }: repo.FoundUnit) => ({ id, municipalityId, path });

/**
 * The units of a decision, each of which the asker may change: in his municipality what is inside it, municipalities and what goes
 * between them by the right to reform. Throws 401, 403, 404, unit.ended.
 */
async function requireChangeable(db: Db, { actor }: Pick<Asker, "actor">, decision: Decision): Promise<ReadonlyMap<string, repo.FoundUnit>> {
  const ids = [...new Set(unitsOf(decision))];
  const found = new Map((await repo.findUnits(db, ids)).map((one) => [one.id, one]));
  const isInner = isInnerMatter([...found.values()], decision) && found.size === ids.length;
  for (const id of ids) {
    const one = found.get(id);
    authoriseInside(policy, actor, isInner ? "manage" : "reform", one ? factsOf(one) : null, one?.municipalityId ?? null);
  }
  return await standing(db, ids);
}

/** What a decision would take along. Throws as `decide`, but says nothing of names and days. */
export async function foresee({ db, actor, now }: Pick<Asker, "actor" | "now"> & { readonly db: Db }, decision: Decision): Promise<Foreseen> {
  const found = await requireChangeable(db, { actor }, decision);
  const ending = decision.kind === "merge" ? decision.unitIds.filter((id) => id !== decision.intoId) : decision.kind === "end" || (decision.kind === "split" && !decision.goesOn) ? [decision.unitId] : [];
  const moving = decision.kind === "move" ? [decision.unitId] : decision.kind === "split" ? decision.parts.flatMap(({ childIds }) => childIds) : [];
  const below = new Set<string>();
  for (const id of [...ending, ...moving]) for (const one of await repo.findBelow(db, id)) below.add(one.id);
  const [zone = "Europe/Moscow"] = [...found.values()].map(({ timeZone }) => timeZone);
  const counts = await handover.countOpen(db, ending, endingRoles, plainDateIn(zone, now), now);
  return { below: below.size + (decision.kind === "split" ? moving.length : 0), ...counts };
}

/** A department, branch body, territorial administration or organisation. Throws 401, 403, 404; unit.placeUnfit, .nameTaken, .ended. */
export async function add(asker: Asker, input: AddUnitInput): Promise<{ unitId: string }> {
  return await once(asker, "addUnit", input, async (db) => {
    const asked = await repo.findUnit(db, input.parentId);
    authoriseInside(policy, asker.actor, "manage", asked && factsOf(asked), asked?.municipalityId ?? null);
    await repo.lockTree(db, [asked?.municipalityId ?? null]);
    // nobody moves it from now on
    const parent = await repo.findUnit(db, input.parentId);
    if (!parent) throw AppError.notFound();
    if (parent.endedAt !== null) throw new AppError("unit.ended");
    if (!mayStandUnder(input.kind, parent)) throw new AppError("unit.placeUnfit", undefined, { fields: { kind: "unit.placeUnfit" } });
    if (await repo.isNameTaken(db, input.kind, parent.id, input.name, [])) throw new AppError("unit.nameTaken", undefined, { fields: { name: "unit.nameTaken" } });
    const row = placed({ id: newId(asker.now), kind: input.kind, parentId: parent.id, path: [], municipalityId: null, regionId: null }, parent);
    const names = { name: input.name, shortName: input.shortName || input.name };
    await repo.insertUnit(db, { ...row, ...names, organisationKind: input.kind === "organisation" ? input.organisationKind : null, address: input.address || null }, asker.now);
    await repo.writeVersion(db, { unitId: row.id, changeId: null, replacesId: null }, plainDateIn(parent.timeZone, asker.now), { ...names, oktmo: null, municipalityKind: null, parentId: parent.id });
    return { unitId: row.id };
  });
}

/**
 * Records a decision on the tree; one whose day has come is done at once, whole or not at all. Throws 401, 403, 404;
 * request.changedMeanwhile, unit.changeTooLate, and what doing it throws.
 */
export async function decide(asker: Asker, input: DecideInput): Promise<{ changeId: string; isDone: boolean }> {
  return await once(asker, "decideUnit", input, async (db) => {
    const { decision, takesEffectOn, reason, act, seen } = input;
    const { actor, now } = asker;
    const asked = await requireChangeable(db, asker, decision);
    await repo.lockTree(db, [...asked.values()].map(({ municipalityId }) => municipalityId));
    const found = await standing(db, [...asked.keys()]);
    const subject = found.get(subjectOf(decision));
    if (!subject || actor.personId === null) throw AppError.notFound();
    if (subject.name !== seen) throw new AppError("request.changedMeanwhile");
    const today = plainDateIn(subject.timeZone, now);
    if (takesEffectOn > addDays(today, farthest)) throw new AppError("unit.changeTooLate", undefined, { fields: { takesEffectOn: "unit.changeTooLate" } });
    const changeId = await changes.insertChange(db, { decision, unitId: subject.id, takesEffectOn, reason, act, decidedById: actor.personId }, now);
    const isDone = takesEffectOn <= today;
    if (isDone) {
      await apply(db, decision, { changeId, day: takesEffectOn, at: now, decidedById: actor.personId });
      await changes.markApplied(db, changeId, now);
    }
    return { changeId, isDone };
  });
}

/** Takes back what has not taken effect. Throws 401, 403, 404; unit.changeDone. */
export async function recall(asker: Asker, input: { changeId: string; key: string }): Promise<typeof done> {
  return await once(asker, "recallUnitChange", input, async (db) => {
    const change = await changes.lockChange(db, input.changeId);
    if (!change) throw asker.actor.personId === null ? AppError.notSignedIn() : AppError.notFound();
    const ids = unitsOf(change.decision);
    const found = await repo.findUnits(db, ids);
    const isInner = isInnerMatter(found, change.decision);
    for (const one of found) authoriseInside(policy, asker.actor, isInner ? "manage" : "reform", factsOf(one), one.municipalityId);
    if (change.appliedAt !== null || change.recalledAt !== null || change.refusal !== null || asker.actor.personId === null) throw new AppError("unit.changeDone");
    await changes.markRecalled(db, change.id, asker.actor.personId, asker.now);
    return done;
  });
}

/** Does every decision whose day has come where its unit is. Run as often as one likes: each is done once. Out: how many were done. */
export async function applyDue(now: Date): Promise<number> {
  // the easternmost zone is the first to have a day
  const waiting = await transaction(async (db) => await changes.findWaiting(db, plainDateIn("Asia/Kamchatka", now)));
  let count = 0;
  for (const { id, takesEffectOn, timeZone } of waiting) if (takesEffectOn <= plainDateIn(timeZone, now) && (await applyOne(id, takesEffectOn, timeZone, now))) count += 1;
  return count;
}

async function applyOne(id: string, day: PlainDate, zone: string, now: Date): Promise<boolean> {
  try {
    return await transaction(async (db) => {
      await repo.lockTree(db, []);
      const change = await changes.lockChange(db, id);
      if (!change || change.appliedAt !== null || change.recalledAt !== null || change.refusal !== null) return false;
      await repo.lockTree(db, (await repo.findUnits(db, unitsOf(change.decision))).map(({ municipalityId }) => municipalityId));
      const begins = startOfDayIn(zone, day);
      await apply(db, change.decision, { changeId: id, day, at: begins > change.decidedAt ? begins : change.decidedAt, decidedById: change.decidedById });
      await changes.markApplied(db, id, now);
      return true;
    }, { timeout: 120_000 });
  } catch (error) {
    // what can't be done any more is said where it was decided, and not tried again
    if (!(error instanceof AppError)) throw error;
    await transaction(async (db) => await changes.markRefused(db, id, error.code));
    return false;
  }
}

/** May the asker change the unit itself? For its page. */
export function mayChange(actor: Asker["actor"], unit: repo.FoundUnit): boolean {
  const isInner = isInnerMatter([unit], { kind: "end", unitId: unit.id, toId: null });
  return unit.endedAt === null && unit.kind !== "country" && can(policy, actor, isInner ? "manage" : "reform", factsOf(unit));
}
