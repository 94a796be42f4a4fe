import { newId } from "@/shared/ids/id";
import { changesOf, readMunicipality } from "../rules";
import { isRepeated, type Planning, type ReadRow } from "./plan-row";
import type { WrittenMunicipality } from "../units/server/repo";
import { vocabulary } from "./words";

export interface MunicipalityWrite {
  readonly isNew: boolean;
  readonly row: WrittenMunicipality;
}

/** Municipalities are the same by their code. Out: those that are to be written; new ones are known to the rows below. */
export function planMunicipalities(planning: Planning, rows: readonly ReadRow[]): MunicipalityWrite[] {
  const { places, scope, tally, note, now } = planning;
  return rows.flatMap((source) => {
    const read = readMunicipality(source.reader, scope, places, vocabulary);
    if (!read) {
      tally.refused(source, source.reader.problems);
      return [];
    }
    const { row, standing } = read;
    if (isRepeated(planning, source, "code", `municipality:${row.oktmo}`)) return [];
    if (read.isRepaired) tally.repaired += 1;
    tally.region(row.regionId);
    const { regionId: _, oktmo: __, ...said } = row;
    const changes = standing ? changesOf(said, standing) : [];
    const action = !standing ? "new" : changes.length > 0 ? "changed" : "same";
    tally.took(source, action, row.name, changes);
    note(source, ["municipality", action, standing?.id ?? null, row]);
    if (action === "same") return [];
    const id = standing?.id ?? newId(now);
    if (!standing) places.add({ ...row, id, shortName: row.shortName ?? row.name, isEnded: false });
    return [{ isNew: !standing, row: { ...row, id, versionId: newId(now) } }];
  });
}
