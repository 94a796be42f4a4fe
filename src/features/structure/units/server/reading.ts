import { can } from "@/access/policy";
import { indicator } from "@/access/rules/indicator";
import { unit as policy } from "@/access/rules/structure";
import type { Context } from "@/platform/trpc/context";
import { plainDateIn } from "@/shared/dates/zone";
import { AppError } from "@/shared/errors/app-error";
import { requireAdministrator } from "../../administration/server/service";
import type { Place } from "../../schema";
import { findPlace } from "../../server/repo";
import { authoriseInside } from "../../server/service";
import * as changes from "../changes/server/repo";
import { municipalityKindsOf, namesOf, unitsOf } from "../rules";
import type { ListedChange, ListedUnit, UnitKind, UnitRecord } from "../schema";
import { mayStandUnder } from "../tree";
import * as repo from "./repo";
import { mayChange } from "./service";

type Asker = Pick<Context, "db" | "actor" | "now">;

/** A municipality's units, from the top down. Throws 401, 403, 404. */
export async function readTree({ db, actor, now }: Asker, municipalityId: string): Promise<{ place: Place; units: ListedUnit[]; may: { manage: boolean; figures: boolean } }> {
  const found = await findPlace(db, municipalityId, now);
  authoriseInside(policy, actor, "readHistory", found?.facts ?? null, municipalityId);
  if (!found) throw AppError.notFound();
  return { place: found.place, units: await repo.findTree(db, municipalityId), may: { manage: can(policy, actor, "manage", found.facts), figures: can(indicator, actor, "read", { municipalityId: null, path: found.facts.path, organisationId: null, figuresPublic: false }) } };
}

/** One unit: what it is, what it was, what was decided on it, and where it could go. Throws 401, 403, 404. */
export async function readUnit({ db, actor, now }: Asker, unitId: string): Promise<UnitRecord> {
  const unit = await repo.findUnit(db, unitId);
  authoriseInside(policy, actor, "readHistory", unit && { id: unit.id, municipalityId: unit.municipalityId, path: unit.path }, unit?.municipalityId ?? null);
  if (!unit) throw AppError.notFound();
  const isMunicipality = unit.kind === "municipality";
  const within = isMunicipality || unit.municipalityId === null ? (unit.regionId === null ? { countryId: unit.path[0] ?? unit.id } : { regionId: unit.regionId }) : { municipalityId: unit.municipalityId };
  const change = mayChange(actor, unit);
  const [above, children, versions, successions, listed, around] = await Promise.all([
    repo.findUnits(db, unit.path.filter((id) => id !== unit.id)), repo.findChildren(db, unit.id), repo.findVersions(db, unit.id), repo.findSuccessions(db, unit.id), changes.findChangesOf(db, unit.id),
    change ? repo.findChoices(db, within, placesOf(unit.kind)) : [],
  ]);
  const choices = await repo.findUnits(db, around.map(({ id }) => id));
  const fits = new Set(choices.filter((one) => mayStandUnder(unit.kind, one) && !one.path.includes(unit.id) && one.id !== unit.parentId).map(({ id }) => id));
  const parents = above.toSorted((a, b) => a.path.length - b.path.length);
  const municipality = isMunicipality ? null : (parents.find(({ id }) => id === unit.municipalityId) ?? null);
  const choice = ({ id, shortName, kind }: repo.FoundUnit) => ({ id, name: shortName, kind });
  return {
    id: unit.id, kind: unit.kind, name: unit.name, shortName: unit.shortName, oktmo: unit.oktmo, municipalityKind: unit.municipalityKind, timeZone: unit.timeZone, today: plainDateIn(unit.timeZone, now),
    endedOn: unit.endedAt === null ? null : plainDateIn(unit.timeZone, unit.endedAt),
    municipality: municipality && { id: municipality.id, name: municipality.shortName },
    parents: parents.map(choice), children: children.map(choice),
    versions: versions.map(({ validFrom, validTo, name, oktmo, municipalityKind, parent, reason }) => ({ validFrom, validTo, name, oktmo, municipalityKind, parent, reason })),
    ...successions, changes: await toListed({ db }, listed),
    places: around.filter(({ id }) => fits.has(id)), peers: around.filter(({ id, kind }) => kind === unit.kind && id !== unit.id && !unit.path.includes(id)),
    may: { change },
  };
}

/** Kinds among which a unit's places and peers are. */
function placesOf(kind: UnitKind): readonly UnitKind[] {
  return kind === "municipality" ? ["region", "municipality"] : kind === "region" ? ["country", "region"] : ["municipality", "department", "branchBody", "territorialAdministration", "organisation"];
}

/** Decisions on municipalities: of a region, or of all. Throws 401, 404. */
export async function listReforms({ db, actor }: Asker, regionId: string | null): Promise<(ListedChange & { unitId: string; place: string })[]> {
  requireAdministrator(actor);
  const found = await changes.findReforms(db, regionId);
  const listed = await toListed({ db }, found);
  return listed.map((one, at) => ({ ...one, unitId: found[at]!.unitId, place: found[at]!.place }));
}

async function toListed({ db }: Pick<Asker, "db">, found: readonly changes.FoundChange[]): Promise<ListedChange[]> {
  const named = new Map((await repo.findUnits(db, [...new Set(found.flatMap(({ decision }) => unitsOf(decision)))])).map(({ id, shortName }) => [id, shortName]));
  return found.map(({ id, kind, takesEffectOn, reason, actKind, actNumber, actDate, decidedAt, appliedAt, recalledAt, refusal, decision }) => ({
    id, kind, takesEffectOn, reason, act: { kind: actKind, number: actNumber, date: actDate }, decidedAt, refusal,
    state: appliedAt !== null ? "done" : recalledAt !== null ? "recalled" : refusal !== null ? "refused" : "ahead",
    units: unitsOf(decision).flatMap((one) => named.get(one) ?? []), names: [...namesOf(decision)], municipalityKinds: [...municipalityKindsOf(decision)],
  }));
}
