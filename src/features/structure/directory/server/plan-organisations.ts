import { newId } from "@/shared/ids/id";
import type { KnownPlace } from "../places";
import { foldName } from "../reading";
import { changesOf, placeOf, readOrganisation, type OrganisationRow } from "../rules";
import { isRepeated, type Planning, type ReadRow } from "./plan-row";
import { findOrganisations, type KnownOrganisation, type WrittenOrganisation } from "../units/server/repo";
import { vocabulary } from "./words";

export interface OrganisationWrite {
  readonly isNew: boolean;
  readonly row: WrittenOrganisation;
}

export const organisationKey = (municipalityId: string, name: string) => `${municipalityId}|${foldName(name)}`;

/**
 * Organisations are the same by their municipality and name: there is no code that all of them have. New ones are remembered
 * only for the people below: a hundred thousand names are not held for nothing.
 */
export async function planOrganisations(planning: Planning, rows: readonly ReadRow[], isRemembered: boolean): Promise<OrganisationWrite[]> {
  const { db, places, scope, tally } = planning;
  const read = rows.flatMap((source): { source: ReadRow; place: KnownPlace; row: OrganisationRow }[] => {
    const found = placeOf(source.reader, scope, places);
    const row = readOrganisation(source.reader, vocabulary);
    if (!found || !row) {
      tally.refused(source, source.reader.problems);
      return [];
    }
    if (found.isRepaired) tally.repaired += 1;
    return [{ source, place: found.place, row }];
  });
  const standing = await findOrganisations(db, [...new Set(read.map(({ place }) => place.id))]);
  const known = new Map(standing.toReversed().map((one) => [organisationKey(one.municipalityId, one.name), one]));
  return read.flatMap(({ source, place, row }) => planOne(planning, source, place, row, known.get(organisationKey(place.id, row.name)) ?? null, isRemembered));
}

function planOne(planning: Planning, source: ReadRow, place: KnownPlace, row: OrganisationRow, standing: KnownOrganisation | null, isRemembered: boolean): OrganisationWrite[] {
  const { tally, note, made, now } = planning;
  const key = organisationKey(place.id, row.name);
  if (isRepeated(planning, source, "name", `organisation:${key}`)) return [];
  tally.region(place.regionId);
  const { name: _, ...said } = row;
  const changes = standing ? changesOf(said, standing) : [];
  const action = !standing ? "new" : changes.length > 0 ? "changed" : "same";
  tally.took(source, action, row.name, changes);
  // a municipality of this same file gets another id each time it is read
  note(source, ["organisation", action, standing?.id ?? place.oktmo, row]);
  if (action === "same") return [];
  const id = standing?.id ?? newId(now);
  if (!standing && isRemembered) made.set(key, id);
  return [{ isNew: !standing, row: { ...row, id, municipalityId: place.id } }];
}
