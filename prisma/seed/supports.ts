import type { GrownInitiative } from "./initiatives";
import { Chance } from "./random";
import type { World } from "./world";

const publicFrom = new Set(["inConsideration", "clarification", "nominated", "includedInProgramme", "alreadyUnderWay", "beyondCompetence", "notSupported", "carriedOut"]);

/** Who supported and who follows what; few gather many, most gather one or none. The count on the row is the number of rows. */
export function addSupports(world: World, grown: readonly GrownInitiative[]): void {
  for (const story of grown) {
    const { row, municipality, marathon, author, moves } = story;
    const acceptedAt = moves.find((move) => move.to === "inConsideration")?.at;
    if (!acceptedAt || !publicFrom.has(row.status)) continue;
    const chance = new Chance(`supports:${row.id}`);
    const wanted = Math.min(28, Math.floor(0.9 / Math.max(0.02, chance.next()) ** 0.75 - 0.6));
    const until = marathon.key === "previous" ? Date.parse(marathon.closingEndsOn) : world.now.getTime();
    const from = acceptedAt.getTime();
    if (until - from < 120_000) continue;
    const people = municipality.residents.filter((person) => person.confirmed && person !== author && (person.joined.get(marathon.key)?.getTime() ?? until) < until - 90_000);
    const when = (person: (typeof people)[number]) => {
      const earliest = Math.max(from, person.joined.get(marathon.key)?.getTime() ?? from);
      return new Date(Math.floor(earliest + (until - earliest) * chance.next() ** 1.6));
    };
    const interested = chance.shuffle(people);
    const supporters = interested.slice(0, wanted);
    for (const person of supporters) {
      world.tables.InitiativeSupport.push({ initiativeId: row.id ?? "", personId: person.id, at: when(person) });
    }
    for (const person of interested.slice(wanted, wanted + Math.floor(wanted / 4))) {
      world.tables.InitiativeFollow.push({ initiativeId: row.id ?? "", personId: person.id, at: when(person) });
    }
    row.supportCount = supporters.length;
  }
}
