import type { Actor } from "@/access/actor";
import { authorise, can, canSomewhere, visible } from "@/access/policy";
import { checkpoint, indicator, target } from "@/access/rules/indicator";
import type { Db } from "@/platform/db/client";
import { addDays } from "@/shared/dates/plain-date";
import { plainDateIn } from "@/shared/dates/zone";
import { AppError } from "@/shared/errors/app-error";
import { deadlineOf, nextOf, toCheckpoint } from "../../checkpoints/rules";
import { findCheckpoints } from "../../checkpoints/server/repo";
import { addFigures, evenly, measure, noFigures, recentDays, recentOf, roundAt, runningSum } from "../../rules";
import type { Metric, Round } from "../../schema";
import { lastZone, placeFor } from "../../server/place";
import { findMunicipalityOf, findPlace, findPlaces, type PlaceChoice } from "../../server/repo";
import type { Target } from "../../targets/schema";
import { findTargets } from "../../targets/server/repo";
import { byWeight, towardsCheckpoint } from "../rules";
import type { DirectionLine, Morning, OrganisationFigures, OrganisationLine } from "../schema";
import * as repo from "./repo";

interface Asker {
  readonly actor: Actor;
  readonly now: Date;
}

const mostPlaces = 1_000;

/** Municipalities whose figures the asker may read, by region and name. */
export async function placesOf(db: Db, { actor }: Asker): Promise<PlaceChoice[]> {
  if (!canSomewhere(indicator, actor, "read")) throw actor.personId === null ? AppError.notSignedIn() : AppError.forbidden();
  return await findPlaces(db, visible(indicator, actor, "read"), mostPlaces);
}

/** A municipality's figures against its targets, by direction, organisation and day. */
export async function morning(db: Db, { actor, now }: Asker, wish: { municipalityId: string; marathonId?: string }): Promise<Morning> {
  const { facts, place, round } = await placeFor(db, indicator, actor, "read", wish, now);
  const [found, targets, checkpoints, directionNames, earlier] = await Promise.all([
    repo.findFigures(db, { marathonId: round.id, municipalityId: place.id, startsOn: round.startsOn, ...recentWindow(round) }),
    can(target, actor, "read", facts) ? findTargets(db, round.id, place.id) : [],
    can(checkpoint, actor, "read", facts) ? findCheckpoints(db, round.id, place.id) : [],
    repo.findDirectionNames(db, round.id, place.id),
    round.previousId === null ? null : repo.findNetByDay(db, round.previousId, place.id),
  ]);
  const wanted = new Map(targets.map((one) => [targetOf(one), one.value]));
  const aim = (metric: Metric, part = "") => wanted.get(`${metric}:${part}`) ?? null;
  const days = daysUpTo(round, found.days);
  const initiatives = measure(found.total.net, aim("initiatives"), recentOf(days.map(({ net }) => net), round.day), round);
  const next = nextOf(checkpoints.map((one) => ({ ...one, deadline: deadlineOf(one, place.timeZone) })), now);
  const names = await repo.findOrganisationNames(db, place.id, [...found.organisations.keys()].filter((id) => id !== null));
  const lineOf = ({ figures, recentNet, recentUsers }: repo.PartFigures, id: string | null) => ({
    figures,
    users: measure(figures.users, id === null ? null : aim("users", id), evenly(recentUsers, round.day), round),
    initiatives: measure(figures.net, id === null ? null : aim("initiatives", id), evenly(recentNet, round.day), round),
  });
  const organisations = names.map(({ id, name }): OrganisationLine => ({ id, name, ...lineOf(found.organisations.get(id) ?? nothing, id) }));
  const directions = directionNames.map(({ id, name, nameEn }): DirectionLine => {
    const { users: _, ...line } = lineOf(found.directions.get(id) ?? nothing, id);
    return { id, name, nameEn, ...line };
  });
  return {
    place, round, at: now, total: found.total, initiatives,
    users: measure(found.total.users, aim("users"), recentOf(days.map(({ users }) => users), round.day), round),
    next: next && towardsCheckpoint(next, initiatives, round, now, place.timeZone),
    checkpoints: checkpoints.map((one) => toCheckpoint(one, place.timeZone, found.total)),
    directions: byWeight(directions),
    organisations: [...byWeight(organisations), { id: null, name: null, ...lineOf(found.organisations.get(null) ?? nothing, null) }],
    days,
    earlier: earlier && earlier.size > 0 ? runningSum(Array.from({ length: round.days }, (_, day) => earlier.get(day) ?? 0)) : null,
    abilities: { setTargets: can(target, actor, "set", facts), approve: can(checkpoint, actor, "approve", facts), export: can(indicator, actor, "export", facts) },
  };
}

const nothing: repo.PartFigures = { figures: noFigures, recentNet: 0, recentUsers: 0 };

const targetOf = ({ metric, directionId, organisationId }: Target): string => `${metric}:${directionId ?? organisationId ?? ""}`;

/** The last whole days; on the first day today itself (`recentOf`). */
function recentWindow({ startsOn, today, day }: Round) {
  return day <= 1 ? { recentFrom: today, recentTo: today } : { recentFrom: addDays(startsOn, Math.max(0, day - 1 - recentDays)), recentTo: addDays(startsOn, day - 2) };
}

interface DayFigures {
  readonly net: number;
  readonly users: number;
}

/** From the first day of collection to today, or to the last day. What came before or after belongs to the first or the last, so that the days add up to the total. */
function daysUpTo({ day: length }: Round, byDay: ReadonlyMap<number, DayFigures>): DayFigures[] {
  const days = Array.from({ length }, () => ({ net: 0, users: 0 }));
  for (const [day, { net, users }] of byDay) {
    const into = days[Math.min(length - 1, Math.max(0, day))];
    if (!into) continue;
    into.net += net;
    into.users += users;
  }
  return days;
}

/** What an organisation's coordinator or director sees: its figures, not its people. */
export async function organisationFigures(db: Db, { actor, now }: Asker, wish: { organisationId: string; marathonId?: string }): Promise<OrganisationFigures> {
  const organisation = await findMunicipalityOf(db, wish.organisationId);
  const found = organisation && (await findPlace(db, organisation.municipalityId, plainDateIn(lastZone, now), wish.marathonId));
  const facts = found ? { ...found.facts, organisationId: wish.organisationId } : null;
  authorise(indicator, actor, "readOrganisation", facts);
  if (!organisation || !found?.round) throw new AppError("marathon.municipalityAbsent");
  const round = roundAt(found.round, now, found.place.timeZone);
  const [byDay, targets] = await Promise.all([
    repo.findOrganisationDays(db, { marathonId: round.id, municipalityId: found.place.id, organisationId: wish.organisationId, startsOn: round.startsOn }),
    can(target, actor, "read", facts) ? findTargets(db, round.id, found.place.id) : [],
  ]);
  const aim = (metric: Metric) => targets.find((one) => one.metric === metric && one.organisationId === wish.organisationId)?.value ?? null;
  const days = daysUpTo(round, byDay);
  const figures = addFigures(...byDay.values());
  return {
    id: wish.organisationId, name: organisation.name, round, figures,
    users: measure(figures.users, aim("users"), recentOf(days.map(({ users }) => users), round.day), round),
    initiatives: measure(figures.net, aim("initiatives"), recentOf(days.map(({ net }) => net), round.day), round),
    days,
  };
}
