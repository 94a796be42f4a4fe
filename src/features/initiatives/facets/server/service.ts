import { publicInitiativeStatuses } from "@/access/rules/initiative";
import { listDirections, publicMarathon } from "@/features/marathon/server/service";
import type { Db } from "@/platform/db/client";
import { transaction } from "@/platform/db/transaction";
import { firstDayOf, periods } from "../rules";
import type { Facets, FacetsInput, PlaceCount } from "../schema";
import * as repo from "./repo";

const { all } = repo;
const foldAtOnce = 50_000;

/** Folds what has gathered, however much. */
export async function fold(): Promise<void> {
  for (;;) {
    const moved = await transaction(async (db) => await repo.foldDeltas(db, foldAtOnce), { timeout: 120_000 });
    if (moved === null || moved < foldAtOnce) return;
  }
}

const nothing: Facets = { total: 0, municipalities: [], directions: [], statuses: [], periods: [] };

/**
 * How many public initiatives there would be behind each further choice, from cells that are kept: a few steps into an index,
 * however many initiatives there are. They follow a change within a minute.
 */
export async function countFacets(db: Db, input: FacetsInput, now: Date): Promise<Facets> {
  const marathon = await publicMarathon(db, now, input.marathon);
  if (!marathon) return nothing;
  const cell: repo.Cell = { marathonId: marathon.id, municipalityId: input.municipalityId ?? all.id, directionId: input.directionId ?? all.id, status: input.status ?? all.status };
  const since = input.period ? firstDayOf(input.period, now) : null;
  // by day the status isn't kept
  const isUnknown = since !== null && input.status !== undefined;
  const directionIds = (await listDirections(db, marathon.id, input.municipalityId ?? null)).map(({ id }) => id);
  const [total, statuses, directions, municipalities, counted] = await Promise.all([
    isUnknown ? null : since === null ? repo.countCell(db, cell) : repo.countSince(db, cell, since),
    since === null ? repo.countStatuses(db, cell, publicInitiativeStatuses) : null,
    isUnknown ? null : repo.countDirections(db, cell, directionIds, since),
    since === null ? repo.countMunicipalities(db, cell) : null,
    input.status === undefined ? Promise.all(periods.map(async (period) => ({ period, count: await repo.countSince(db, cell, firstDayOf(period, now)) }))) : null,
  ]);
  return { total, statuses, directions, municipalities, periods: counted };
}

/** Every municipality that takes part, with how many public initiatives fit the other filters. */
export async function countPlaces(db: Db, input: Pick<FacetsInput, "marathon" | "directionId" | "status">, now: Date): Promise<PlaceCount[]> {
  const marathon = await publicMarathon(db, now, input.marathon);
  if (!marathon) return [];
  const [places, counts] = await Promise.all([
    repo.findPlaces(db, marathon.id),
    repo.countMunicipalities(db, { marathonId: marathon.id, directionId: input.directionId ?? all.id, status: input.status ?? all.status }),
  ]);
  const known = new Map(counts.map(({ id, count }) => [id, count]));
  return places.map((place) => ({ ...place, count: known.get(place.id) ?? 0 }));
}
