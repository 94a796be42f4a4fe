import type { Prisma } from "@/platform/db/client/client";
import { addDays } from "@/shared/dates/plain-date";
import { demoId } from "./ids";
import type { GrownInitiative } from "./initiatives";
import { sumOf, writeLedger } from "./ledger";
import { dayIn, moment } from "./moments";
import { Chance } from "./random";
import { homeOktmo, type DemoMarathon, type DemoMunicipality, type World } from "./world";

type Entry = Prisma.LedgerEntryCreateManyInput;

/** Directions in which the demonstration's head sees that his targets will not be met. */
const belowAtHome = ["culture", "digital"];

/** The ledger, what heads aim at, and what closed checkpoints showed. */
export function growFigures(world: World, grown: readonly GrownInitiative[]): void {
  const entries = writeLedger(world, grown);
  const byTaking = new Map<string, Entry[]>();
  for (const entry of entries) {
    const key = `${entry.marathonId}:${entry.municipalityId}`;
    byTaking.set(key, [...(byTaking.get(key) ?? []), entry]);
  }
  for (const marathon of world.marathons) {
    for (const { municipality } of marathon.taking.values()) {
      const own = byTaking.get(`${marathon.id}:${municipality.id}`) ?? [];
      const targets = setTargets(world, marathon, municipality, own);
      freeze(world, marathon, municipality, own, targets);
    }
  }
}

interface Aims {
  users: number | null;
  initiatives: number | null;
}

/** On course, a little below, or well below: how much more the head wanted than the straight course gives. */
function factor(chance: Chance): number {
  return chance.weighted([[chance.between(0.72, 0.99), 55], [chance.between(1.02, 1.09), 22], [chance.between(1.2, 1.8), 23]]);
}

function setTargets(world: World, marathon: DemoMarathon, municipality: DemoMunicipality, entries: readonly Entry[]): Aims {
  const isHome = municipality.fact.oktmo === homeOktmo;
  const chance = new Chance(`targets:${marathon.key}:${municipality.fact.oktmo}`);
  if (!isHome && chance.happens(0.05)) return { users: null, initiatives: null };
  const length = (Date.parse(marathon.endsOn) - Date.parse(marathon.startsOn)) / 86_400_000 + 1;
  const gone = marathon.key === "previous" ? 1 : ((Date.parse(dayIn(municipality.zone, world.now)) - Date.parse(marathon.startsOn)) / 86_400_000 + 1) / length;
  const aim = (actual: number, share: number) => rounded((Math.max(actual, 2) / gone) * share, share > 1);
  const setAt = moment(municipality.zone, addDays(marathon.startsOn, -2), chance.whole(560, 980));
  const put = (metric: "users" | "initiatives", value: number, about: { directionId?: string; organisationId?: string } = {}) => {
    const name = `${marathon.key}:${municipality.fact.oktmo}:${metric}:${about.directionId ?? ""}:${about.organisationId ?? ""}`;
    world.tables.Target.push({ id: demoId(`target:${name}`), marathonId: marathon.id, municipalityId: municipality.id, metric, value, setById: municipality.head.id, setAt, version: 1, ...about });
    return value;
  };
  const users = put("users", aim(sumOf(entries, () => true).users, isHome ? 0.92 : factor(chance)));
  let ofDirections = 0;
  if (isHome || chance.happens(0.45)) {
    for (const [key, directionId] of marathon.directionIds) {
      const actual = sumOf(entries, (entry) => entry.directionId === directionId).net;
      const share = isHome ? (belowAtHome.includes(key) && marathon.key === "current" ? 1.6 : 0.9) : factor(chance);
      ofDirections += put("initiatives", Math.max(1, aim(actual, share)), { directionId });
    }
  }
  // Where there are targets by direction they add up, except in one municipality of five: the sum is checked.
  const whole = ofDirections > 0 && (isHome || chance.happens(0.8)) ? ofDirections : aim(sumOf(entries, () => true).net, factor(chance));
  const initiatives = put("initiatives", whole);
  for (const organisation of municipality.organisations.slice(0, isHome ? 8 : chance.whole(0, 3))) {
    const net = sumOf(entries, (entry) => entry.organisationId === organisation.id).net;
    put("initiatives", Math.max(2, aim(net, factor(chance))), { organisationId: organisation.id });
  }
  return { users, initiatives };
}

/** As a head writes it: whole tens for big ones. */
function rounded(value: number, up: boolean): number {
  const step = value > 120 ? 10 : value > 40 ? 5 : 1;
  return Math.max(1, (up ? Math.ceil(value / step) : Math.floor(value / step)) * step);
}

function freeze(world: World, marathon: DemoMarathon, municipality: DemoMunicipality, entries: readonly Entry[], targets: Aims): void {
  for (const checkpoint of marathon.checkpoints) {
    const until = moment(municipality.zone, checkpoint.date, checkpoint.minutes);
    if (until.getTime() + 600_000 > world.now.getTime()) continue;
    const chance = new Chance(`freeze:${checkpoint.id}:${municipality.id}`);
    const { users, unconfirmed, gross, net } = sumOf(entries, (entry) => (entry.at as Date) < until);
    const after = (hours: number) => new Date(until.getTime() + Math.round(hours * 3_600_000));
    const approvedAt = chance.happens(0.88) ? after(chance.between(9, 34)) : null;
    const notedAt = approvedAt && chance.happens(0.7) ? new Date(approvedAt.getTime() + Math.round(chance.between(2, 60) * 3_600_000)) : null;
    const isApproved = approvedAt !== null && approvedAt < world.now;
    const isNoted = notedAt !== null && notedAt < world.now;
    world.tables.CheckpointFigure.push({
      checkpointId: checkpoint.id, municipalityId: municipality.id, users, unconfirmed, gross, net, usersTarget: targets.users, initiativesTarget: targets.initiatives,
      frozenAt: after(0.02), approvedAt: isApproved ? approvedAt : null, approvedById: isApproved ? municipality.head.id : null, approvedOnPaper: isApproved && chance.happens(0.15),
      notedAt: isNoted ? notedAt : null, notedById: isNoted ? (municipality.region.council[0]?.id ?? null) : null,
    });
  }
}
