import type { Db } from "@/platform/db/client";
import { announce } from "@/platform/events/outbox";
import { oktmoCheckDigit, parseOktmo } from "@/shared/codes/oktmo";
import { AppError } from "@/shared/errors/app-error";
import { newId } from "@/shared/ids/id";
import type { MunicipalityKind } from "../../administration/schema";
import { unitsChanged } from "../../events";
import * as handover from "../handover/server/repo";
import { handBodies, handPosts, type Doing } from "../handover/server/service";
import { subjectOf } from "../rules";
import type { Decision } from "../schema";
import { placed, planMove } from "../tree";
import { succeed, type State } from "../versions";
import * as repo from "./repo";
import type { FoundUnit } from "./repo";

type Named = { readonly name: string; readonly shortName: string; readonly oktmo: string | null; /** none: as it was */ readonly municipalityKind?: MunicipalityKind | null | undefined };
type Checked = Named & { readonly oktmoCheckDigit: string | null; readonly municipalityKind: MunicipalityKind | null };
const codeOf = (kind: FoundUnit["kind"], oktmo: string | null) => (kind === "municipality" ? oktmo : null);

/** Standing units by id. Throws 404 for an unknown one, unit.ended. */
export async function standing(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, FoundUnit>> {
  const found = new Map((await repo.findUnits(db, ids)).map((unit) => [unit.id, unit]));
  if (ids.some((id) => !found.has(id))) throw AppError.notFound();
  if ([...found.values()].some(({ endedAt }) => endedAt !== null)) throw new AppError("unit.ended");
  return found;
}

/** Does what was decided, whole or not at all. Throws what `standing` does; unit.nameTaken, .codeTaken, .placeUnfit, .moveIntoItself, .hasOpenWork, .changeTooEarly. */
export async function apply(db: Db, decision: Decision, doing: Doing): Promise<void> {
  const get = async (id: string): Promise<FoundUnit> => (await standing(db, [id])).get(id)!;
  switch (decision.kind) {
    case "rename": {
      await rename(db, await get(decision.unitId), decision, doing);
      break;
    }
    case "move": {
      const unit = await get(decision.unitId);
      await move(db, unit, await get(decision.toId), doing);
      if (decision.oktmo !== null && decision.oktmo !== unit.oktmo) await rename(db, await get(decision.unitId), { ...unit, oktmo: decision.oktmo }, doing);
      break;
    }
    case "merge": {
      await merge(db, decision, get, doing);
      break;
    }
    case "split": {
      await split(db, decision, await get(decision.unitId), doing);
      break;
    }
    case "end": {
      await end(db, await get(decision.unitId), decision.toId === null ? null : await get(decision.toId), doing);
      break;
    }
  }
  await announce(db, unitsChanged, { changeId: doing.changeId, unitId: subjectOf(decision) }, { at: doing.at, actorId: doing.decidedById });
}

async function rename(db: Db, unit: FoundUnit, wish: Named, doing: Doing): Promise<void> {
  const named = await checkedNames(db, unit, wish, unit.parentId, [unit.id]);
  await version(db, unit.id, { ...named, parentId: unit.parentId }, doing);
  await repo.writeNames(db, unit.id, named);
}

async function checkedNames(db: Db, { kind, municipalityKind }: Pick<FoundUnit, "kind" | "municipalityKind">, wish: Named, parentId: string | null, but: readonly string[]): Promise<Checked> {
  const code = codeOf(kind, wish.oktmo);
  const oktmo = code === null ? null : parseOktmo(code);
  if (code !== null && oktmo?.length !== 8) throw AppError.invalid({ "decision.oktmo": "field.oktmo" });
  if (await repo.isNameTaken(db, kind, parentId, wish.name, but)) throw new AppError("unit.nameTaken", undefined, { fields: { "decision.name": "unit.nameTaken" } });
  if (oktmo !== null && (await repo.isCodeTaken(db, oktmo, but))) throw new AppError("unit.codeTaken", { code: oktmo }, { fields: { "decision.oktmo": "unit.codeTaken" } });
  return { name: wish.name, shortName: wish.shortName || wish.name, oktmo, oktmoCheckDigit: oktmo === null ? null : String(oktmoCheckDigit(oktmo)), municipalityKind: kind === "municipality" ? (wish.municipalityKind ?? municipalityKind) : null };
}

/** What is valid from the day on; what was valid before is kept. */
async function version(db: Db, unitId: string, { name, shortName, oktmo, municipalityKind, parentId }: State, { changeId, day }: Doing): Promise<void> {
  const open = await repo.openVersion(db, unitId, day);
  const done = succeed(open, day);
  if (!done.ok) throw new AppError("unit.changeTooEarly", undefined, { fields: { takesEffectOn: "unit.changeTooEarly" } });
  if (done.closes !== null) await repo.closeVersion(db, open.id, done.closes);
  await repo.writeVersion(db, { unitId, changeId, replacesId: done.replaces ? open.id : null }, day, { name, shortName, oktmo, municipalityKind, parentId });
}

/** To another place with everything below it. `isAlong`: with its parent that ends, where nobody asks whether the name is free. */
async function move(db: Db, unit: FoundUnit, parent: FoundUnit, doing: Doing, isAlong = false): Promise<void> {
  const below = await repo.findBelow(db, unit.id);
  const plan = planMove(unit, below, parent);
  if (!plan.ok) throw new AppError(plan.reason);
  if (!isAlong && (await repo.isNameTaken(db, unit.kind, parent.id, unit.name, [unit.id]))) throw new AppError("unit.nameTaken", undefined, { fields: { "decision.toId": "unit.nameTaken" } });
  await version(db, unit.id, { name: unit.name, shortName: unit.shortName, oktmo: unit.oktmo, municipalityKind: unit.municipalityKind, parentId: parent.id }, doing);
  await repo.writePlaces(db, plan.rows);
  const before = new Map([unit, ...below].map(({ id, municipalityId }) => [id, municipalityId]));
  const resettled = plan.rows.filter(({ id, municipalityId }) => before.get(id) !== municipalityId).map(({ id }) => id);
  if (resettled.length > 0) await handover.followMunicipality(db, resettled, doing.day, doing.at);
}

/** Its children, people, links and open work go over to the successor; it ends, and what was made in it stays with it. */
async function absorb(db: Db, unit: FoundUnit, successor: FoundUnit, isHeir: boolean, doing: Doing): Promise<void> {
  if (unit.kind === "municipality") await handBodies(db, unit.id, successor.id, doing);
  for (const child of await repo.findChildren(db, unit.id)) await move(db, child, successor, doing, true);
  const to = unit.kind === successor.kind ? { unitId: successor.id, bodyId: null, municipalityId: successor.municipalityId } : null;
  await handPosts(db, { unitId: unit.id, bodyId: null, municipalityId: unit.municipalityId }, to, doing);
  await handover.handLinks(db, unit.id, successor.id, doing.day);
  await close(db, unit, doing);
  await repo.writeSuccession(db, unit.id, successor.id, doing.changeId, isHeir);
}

async function close(db: Db, unit: FoundUnit, { day, at }: Doing): Promise<void> {
  const open = await repo.openVersion(db, unit.id, day);
  if (day <= open.validFrom) throw new AppError("unit.changeTooEarly", undefined, { fields: { takesEffectOn: "unit.changeTooEarly" } });
  await repo.closeVersion(db, open.id, day);
  await repo.endUnit(db, unit.id, at);
}

/** A new unit in the place of another, of the same kind. */
async function found(db: Db, like: FoundUnit, wish: Named, but: readonly string[], doing: Doing): Promise<FoundUnit> {
  const parent = like.parentId === null ? null : await repo.findUnit(db, like.parentId);
  const named = await checkedNames(db, like, wish, like.parentId, but);
  const { organisationKind, headTitle, ownZone, kind, regionId, municipalityId, parentId, path } = like;
  const row = placed({ id: newId(doing.at), kind, parentId, path, municipalityId, regionId }, parent);
  await repo.insertUnit(db, { ...row, ...named, organisationKind, headTitle, timeZone: ownZone }, doing.at);
  await repo.writeVersion(db, { unitId: row.id, changeId: doing.changeId, replacesId: null }, doing.day, { name: named.name, shortName: named.shortName, oktmo: named.oktmo, municipalityKind: named.municipalityKind, parentId: row.parentId });
  return (await repo.findUnit(db, row.id))!;
}

async function merge(db: Db, decision: Extract<Decision, { kind: "merge" }>, get: (id: string) => Promise<FoundUnit>, doing: Doing): Promise<void> {
  const ending = [...new Set(decision.unitIds)].filter((id) => id !== decision.intoId);
  const units = [...(await standing(db, ending)).values()].toSorted((a, b) => ending.indexOf(a.id) - ending.indexOf(b.id));
  const [first] = units;
  const into = decision.intoId === null ? null : await get(decision.intoId);
  if (!first || units.length + (into ? 1 : 0) < 2 || units.some(({ kind }) => kind !== (into ?? first).kind)) throw new AppError("unit.placeUnfit", undefined, { fields: { "decision.unitIds": "unit.placeUnfit" } });
  if (into && units.some(({ id }) => into.path.includes(id))) throw new AppError("unit.moveIntoItself");
  const successor = into ?? (await found(db, first, decision, ending, doing));
  // bodies in the order given: the first one's hotline stays; units from below, so that none moves with its parent on the day of its end
  if (first.kind === "municipality") for (const unit of units) await handBodies(db, unit.id, successor.id, doing);
  for (const unit of units.toSorted((a, b) => b.path.length - a.path.length)) await absorb(db, unit, await get(successor.id), true, doing);
  if (into) await rename(db, await get(into.id), { ...decision, oktmo: decision.oktmo ?? into.oktmo }, doing);
}

async function split(db: Db, { parts, goesOn }: Extract<Decision, { kind: "split" }>, unit: FoundUnit, doing: Doing): Promise<void> {
  const children = new Map((await repo.findChildren(db, unit.id)).map((child) => [child.id, child]));
  const taken = parts.flatMap(({ childIds }) => childIds);
  if (taken.some((id) => !children.has(id)) || new Set(taken).size !== taken.length) throw AppError.notFound();
  if (!goesOn && parts.length < 2) throw new AppError("unit.partsTooFew", undefined, { fields: { "decision.parts": "unit.partsTooFew" } });
  const made: FoundUnit[] = [];
  for (const { childIds, ...wish } of parts) {
    const part = await found(db, unit, wish, goesOn ? [] : [unit.id], doing);
    if (unit.kind === "municipality") await handover.inheritParticipations(db, unit.id, part.id, doing.day, doing.at);
    for (const id of childIds) await move(db, children.get(id)!, part, doing);
    made.push(part);
  }
  const [heir, ...others] = made;
  for (const part of goesOn ? made : others) await repo.writeSuccession(db, unit.id, part.id, doing.changeId, false);
  // what no part was given is the heir's
  if (!goesOn && heir) await absorb(db, unit, heir, true, doing);
}

async function end(db: Db, unit: FoundUnit, to: FoundUnit | null, doing: Doing): Promise<void> {
  const posts = await handover.findOpenPosts(db, unit.id, doing.at);
  if (to !== null) {
    if (to.path.includes(unit.id)) throw new AppError("unit.moveIntoItself");
    if (unit.kind !== to.kind && (posts.length > 0 || unit.kind === "municipality" || unit.kind === "organisation")) throw new AppError("unit.placeUnfit", undefined, { fields: { "decision.toId": "unit.placeUnfit" } });
    return await absorb(db, unit, to, unit.kind === to.kind, doing);
  }
  const open = posts.length + (await repo.findChildren(db, unit.id)).length + (await handover.countDrafts(db, unit.id));
  if (open > 0 || unit.kind === "municipality" || unit.kind === "region" || unit.kind === "country") throw new AppError("unit.hasOpenWork", undefined, { fields: { "decision.toId": "unit.hasOpenWork" } });
  await handover.handLinks(db, unit.id, unit.id, doing.day);
  await close(db, unit, doing);
}
