import { countsInNet, isDecided, isIncluded } from "@/features/initiatives/lifecycle";
import type { Attribution, Prisma } from "@/platform/db/client/client";
import type { GrownInitiative } from "./initiatives";
import { dayIn } from "./moments";
import type { World } from "./world";

const nobody = "00000000-0000-0000-0000-000000000000";
type Entry = Prisma.LedgerEntryCreateManyInput;
const figures = ["users", "unconfirmed", "gross", "net", "answered", "included"] as const;
export type Figures = Record<(typeof figures)[number], number>;

/** One row for each change of a figure, dated when it happened; all but the last day's are folded. */
export function writeLedger(world: World, grown: readonly GrownInitiative[]): Entry[] {
  const zones = new Map(world.municipalities.map((one) => [one.id, one.zone]));
  const entries = [...registered(world, zones), ...moved(grown)].toSorted((a, b) => (a.at as Date).getTime() - (b.at as Date).getTime());
  for (const entry of entries) entry.folded = (entry.day as string) < dayIn(zones.get(entry.municipalityId) ?? "Europe/Moscow", world.now);
  world.tables.LedgerEntry.push(...entries);
  world.tables.LedgerTotal.push(...fold(entries.filter((entry) => entry.folded)));
  return entries;
}

function* registered(world: World, zones: ReadonlyMap<string, string>): Generator<Entry> {
  const byDesk = new Set(world.tables.Person.filter((row) => row.registeredById).map((row) => row.id));
  for (const row of world.tables.Registration) {
    const attribution: Attribution = byDesk.has(row.personId) ? "coordinator" : "resident";
    const zone = zones.get(row.municipalityId) ?? "Europe/Moscow";
    const about = { marathonId: row.marathonId, municipalityId: row.municipalityId, organisationId: row.organisationId, directionId: null, attribution, subjectId: row.id ?? "" };
    const joinedAt = row.joinedAt as Date;
    const countedAt = row.countedAt as Date | null;
    if (countedAt && countedAt.getTime() === joinedAt.getTime()) {
      yield entry(about, zone, joinedAt, { users: 1 });
      continue;
    }
    yield entry(about, zone, joinedAt, { unconfirmed: 1 });
    if (countedAt) yield entry(about, zone, countedAt, { unconfirmed: -1, users: 1 });
  }
}

function* moved(grown: readonly GrownInitiative[]): Generator<Entry> {
  for (const { row, moves, municipality } of grown) {
    const attribution: Attribution = row.helperId ? "coordinator" : row.originatingId ? "organisation" : "resident";
    const about = { marathonId: row.marathonId, municipalityId: row.municipalityId, organisationId: row.originatingId, directionId: row.directionId, attribution, subjectId: row.id ?? "" };
    for (const { at, from, to } of moves) {
      const change = {
        gross: from === null ? 1 : 0, net: from === null ? 1 : countsInNet(to) ? 0 : -1,
        answered: isDecided(to) && !(from && isDecided(from)) ? 1 : 0, included: Number(isIncluded(to)) - Number(from !== null && isIncluded(from)),
      };
      if (Object.values(change).some((value) => value !== 0)) yield entry(about, municipality.zone, at, change);
    }
  }
}

function entry(about: Pick<Entry, "marathonId" | "municipalityId" | "organisationId" | "directionId" | "attribution" | "subjectId">, zone: string, at: Date, change: Partial<Figures>): Entry {
  return { ...about, users: 0, unconfirmed: 0, gross: 0, net: 0, answered: 0, included: 0, ...change, at, day: dayIn(zone, at), folded: false };
}

function fold(entries: readonly Entry[]): Prisma.LedgerTotalCreateManyInput[] {
  const totals = new Map<string, Prisma.LedgerTotalCreateManyInput>();
  for (const one of entries) {
    const key = [one.marathonId, one.municipalityId, one.day, one.directionId, one.organisationId, one.attribution].join();
    const total = totals.get(key) ?? {
      marathonId: one.marathonId, municipalityId: one.municipalityId, organisationId: one.organisationId ?? nobody, directionId: one.directionId ?? nobody,
      attribution: one.attribution, day: one.day, users: 0, unconfirmed: 0, gross: 0, net: 0, answered: 0, included: 0,
    };
    for (const figure of figures) total[figure] += one[figure] ?? 0;
    totals.set(key, total);
  }
  return [...totals.values()];
}

/** In: entries, and which of them. Out: their sums. */
export function sumOf(entries: readonly Entry[], isWanted: (entry: Entry) => boolean): Figures {
  const sum: Figures = { users: 0, unconfirmed: 0, gross: 0, net: 0, answered: 0, included: 0 };
  for (const one of entries) if (isWanted(one)) for (const figure of figures) sum[figure] += one[figure] ?? 0;
  return sum;
}
