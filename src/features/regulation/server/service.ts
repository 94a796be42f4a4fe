import type { Actor } from "@/access/actor";
import { authorise, can } from "@/access/policy";
import { regulation as policy } from "@/access/rules/regulation";
import { marathonById, marathonFor } from "@/features/marathon/server/service";
import type { Marathon } from "@/features/marathon/schema";
import type { Db } from "@/platform/db/client";
import { transaction } from "@/platform/db/transaction";
import { announce } from "@/platform/events/outbox";
import { onceFor, ownerOf } from "@/platform/idempotency";
import type { Context } from "@/platform/trpc/context";
import { OfficeCalendar, usualSchedule, type OfficeSchedule } from "@/shared/dates/office-calendar";
import type { PlainDate } from "@/shared/dates/plain-date";
import { startOfDayIn } from "@/shared/dates/zone";
import { AppError } from "@/shared/errors/app-error";
import { regulationSet } from "../events";
import { inForce, isLawful, isTightening, problemOf, termFor, usualRegulation, type TermInForce } from "../rules";
import type { MarathonRegulation, RegulationHere, RegulationTerm, SetHours, SetRegulation, Tighten } from "../schema";
import * as repo from "./repo";

type Asker = Pick<Context, "actor" | "now" | "visitor">;

/** What terms of a municipality are counted by at a moment. */
export interface Regulation {
  readonly terms: readonly TermInForce[];
  readonly office: OfficeCalendar;
}

/** A marathon is held by Moscow's clock where no municipality is meant. */
const commonZone = "Europe/Moscow";

/**
 * The terms and the calendar in force for something that happens there now. A term takes them at its start and keeps them: its end is
 * stored with whatever it is the term of.
 */
export async function regulationOf(db: Db, marathonId: string, municipalityId: string, now: Date): Promise<Regulation> {
  const standing = await repo.findStanding(db, marathonId, municipalityId, now);
  return { terms: inForce(standing?.base?.terms ?? [], standing?.own?.terms ?? []), office: calendarOf(standing) };
}

function calendarOf(standing: repo.Standing | null): OfficeCalendar {
  return new OfficeCalendar(standing?.zone ?? commonZone, standing?.schedule ?? usualSchedule);
}

/** The marathon's own terms at that moment, the usual ones while it has set none. */
export async function marathonTerms(db: Db, marathonId: string, now: Date): Promise<readonly RegulationTerm[]> {
  return inForce((await repo.findBase(db, marathonId, now))?.terms ?? [], []);
}

/** For everybody: who reacts to what and by when in a municipality, its hours. Throws request.notFound where no marathon is held. */
export async function readRegulation(db: Db, { actor, now }: Asker, { municipalityId, marathonId }: { municipalityId: string; marathonId?: string | undefined }): Promise<RegulationHere> {
  const { marathon, place, facts } = await placeOf(db, actor, municipalityId, marathonId, now);
  const standing = await repo.findStanding(db, marathon.id, municipalityId, now);
  if (!standing) throw AppError.notFound();
  const [common, own, schedules] = [await repo.findEditions(db, { marathonId: marathon.id, municipalityId: null }), await repo.findEditions(db, { marathonId: marathon.id, municipalityId }), await repo.findSchedulesAhead(db, municipalityId, now)];
  const ahead = [...common.map((edition) => ({ ...edition, of: "marathon" as const })), ...own.map((edition) => ({ ...edition, of: "own" as const })), ...schedules.map((edition) => ({ ...edition, of: "schedule" as const }))];
  return {
    marathon: { id: marathon.id, name: marathon.name },
    municipality: { id: municipalityId, name: place.name, timeZone: standing.zone },
    terms: [...inForce(standing.base?.terms ?? [], standing.own?.terms ?? [])],
    schedule: toSchedule(standing),
    numbers: { marathon: common[0]?.number ?? 0, own: own[0]?.number ?? 0, schedule: place.lastNumber },
    ahead: ahead.filter(({ startsAt }) => startsAt > now),
    mayTighten: can(policy, actor, "tighten", facts),
    maySetHours: can(policy, actor, "setHours", facts),
  };
}

function toSchedule(standing: repo.Standing): RegulationHere["schedule"] {
  const { week, lunch, shorterBy, daysOff, workingDays }: OfficeSchedule = standing.schedule ?? usualSchedule;
  return { week: [...week], lunch, shorterBy, daysOff: [...daysOff], workingDays: [...workingDays], reason: standing.schedule?.reason ?? "" };
}

/** The marathon's own terms, with the editions before and after. */
export async function readMarathonRegulation(db: Db, { now }: Asker, marathonId: string): Promise<MarathonRegulation> {
  const { id, name } = await marathonById(db, marathonId);
  const editions = await repo.findEditions(db, { marathonId, municipalityId: null });
  return { marathon: { id, name }, terms: [...(await marathonTerms(db, id, now))].map(({ subject, amount, unit, reactor, goesUpTo, basis }) => ({ subject, amount, unit, reactor, goesUpTo, basis })), number: editions[0]?.number ?? 0, editions };
}

/** A new edition of the marathon's regulation. Throws regulation.overLaw, regulation.changedMeanwhile, regulation.startsInPast. */
export async function setRegulation(asker: Asker, input: SetRegulation): Promise<{ number: number }> {
  const { actor, now } = asker;
  authoriseSetting(actor);
  if (!input.terms.every(isLawful)) throw new AppError("regulation.overLaw");
  return await once(asker, "set", input, async (db) => {
    const marathon = await marathonById(db, input.marathonId);
    await repo.lockRegulation(db, marathon.id);
    const [last] = await repo.findEditions(db, { marathonId: marathon.id, municipalityId: null });
    if ((last?.number ?? 0) !== input.seen) throw new AppError("regulation.changedMeanwhile");
    const made = madeAt(asker, startOf(input.startsOn, commonZone, now));
    const number = await repo.addEdition(db, { marathonId: marathon.id, municipalityId: null }, input.terms, made);
    await announce(db, regulationSet, { marathonId: marathon.id, municipalityId: null, number }, { at: now, actorId: actor.personId });
    return { number };
  });
}

/**
 * The terms with which one marathon ended are those with which another begins: the marathon's own, or a municipality's, of them what is
 * not longer than the new marathon's. What the new one has set for itself already stays. Inside somebody's transaction.
 */
export async function copyTerms(db: Db, { fromId, toId, municipalityId }: { fromId: string; toId: string; municipalityId: string | null }, { setById, setAt }: Pick<repo.Made, "setById" | "setAt">): Promise<void> {
  await repo.lockRegulation(db, toId);
  const whose = { marathonId: toId, municipalityId };
  const terms = await repo.findLastTerms(db, { marathonId: fromId, municipalityId });
  if (terms.length === 0 || (await repo.findEditions(db, whose)).length > 0) return;
  const made = { startsAt: setAt, setById, setAt };
  if (municipalityId !== null && !(await repo.findBase(db, toId, setAt))) await repo.addEdition(db, { ...whose, municipalityId: null }, usualRegulation, { ...made, setById: null });
  const base = await marathonTerms(db, toId, setAt);
  const kept = municipalityId === null ? terms : terms.filter((term) => isTightening(termFor(base, term.subject), term)).map((term): RegulationTerm => ({ ...plain(termFor(base, term.subject)), amount: term.amount, basis: term.basis }));
  if (kept.length === 0) return;
  const number = await repo.addEdition(db, whose, kept, made);
  await announce(db, regulationSet, { ...whose, number }, { at: setAt, actorId: setById });
}

/** The municipality's own, shorter terms, all that it has. Throws regulation.loosens with the fields that are longer; regulation.changedMeanwhile. */
export async function tighten(asker: Asker, input: Tighten): Promise<{ number: number }> {
  const { actor, now } = asker;
  return await once(asker, "tighten", input, async (db) => {
    const { marathon, facts } = await placeOf(db, actor, input.municipalityId, input.marathonId, now);
    authorise(policy, actor, "tighten", facts);
    await repo.lockRegulation(db, marathon.id);
    const whose = { marathonId: marathon.id, municipalityId: input.municipalityId };
    const [[common], [own]] = [await repo.findEditions(db, { ...whose, municipalityId: null }), await repo.findEditions(db, whose)];
    if ((common?.number ?? 0) !== input.seen.marathon || (own?.number ?? 0) !== input.seen.own) throw new AppError("regulation.changedMeanwhile");
    const zone = (await repo.findStanding(db, marathon.id, input.municipalityId, now))?.zone ?? commonZone;
    const startsAt = startOf(input.startsOn, zone, now);
    const made = madeAt(asker, startsAt);
    // what a municipality shortens must stand written: the database compares with it
    if (!(await repo.findBase(db, marathon.id, startsAt))) await repo.addEdition(db, { ...whose, municipalityId: null }, usualRegulation, { startsAt: now, setById: null, setAt: now });
    const base = await marathonTerms(db, marathon.id, startsAt);
    const terms = input.terms.map(({ subject, amount, basis }): RegulationTerm => ({ ...plain(termFor(base, subject)), amount, basis }));
    const longer = terms.filter((term) => !isTightening(termFor(base, term.subject), term));
    if (longer.length > 0) throw new AppError("regulation.loosens", undefined, { fields: Object.fromEntries(longer.map(({ subject }) => [subject, "regulation.loosens"])) });
    const number = await repo.addEdition(db, whose, terms, made);
    await announce(db, regulationSet, { ...whose, number }, { at: now, actorId: actor.personId });
    return { number };
  });
}

/** The municipality's own hours, from now on. Terms that run already keep their end. Throws regulation.hoursWrong with what is wrong; regulation.changedMeanwhile. */
export async function setHours(asker: Asker, input: SetHours): Promise<{ number: number }> {
  const { actor, now } = asker;
  return await once(asker, "setHours", input, async (db) => {
    const { marathon, place, facts } = await placeOf(db, actor, input.municipalityId, undefined, now);
    authorise(policy, actor, "setHours", facts);
    const problem = problemOf(input.schedule);
    if (problem) throw new AppError("regulation.hoursWrong", undefined, { fields: { schedule: problem } });
    await repo.lockSchedule(db, input.municipalityId);
    const current = (await repo.findMunicipality(db, marathon.id, input.municipalityId))?.lastNumber ?? place.lastNumber;
    if (current !== input.seen) throw new AppError("regulation.changedMeanwhile");
    return { number: await repo.addSchedule(db, input.municipalityId, input.schedule, input.reason, madeAt(asker, now)) };
  });
}

function authoriseSetting(actor: Actor): void {
  // the marathon's terms belong to nobody below it: whoever may not set them has no such page
  if (can(policy, actor, "set", { municipalityId: null })) return;
  throw actor.personId === null ? AppError.notSignedIn() : AppError.notFound();
}

async function placeOf(db: Db, actor: Actor, municipalityId: string, marathonId: string | undefined, now: Date): Promise<{ marathon: Marathon; place: NonNullable<Awaited<ReturnType<typeof repo.findMunicipality>>>; facts: { municipalityId: string } }> {
  const marathon = marathonId === undefined ? await marathonFor(db, municipalityId, now) : await marathonById(db, marathonId);
  const place = marathon && (await repo.findMunicipality(db, marathon.id, municipalityId));
  if (!marathon || !place?.participates) throw AppError.notFound();
  const facts = { municipalityId };
  authorise(policy, actor, "read", facts);
  return { marathon, place, facts };
}

async function once<T>({ actor, visitor }: Asker, procedure: string, { key, ...asked }: { readonly key: string }, work: (db: Db) => Promise<T>): Promise<T> {
  if (actor.personId === null) throw AppError.notSignedIn();
  return await transaction(async (db) => await onceFor(db, { owner: ownerOf({ actor, visitor }), procedure: `regulation.${procedure}`, key, input: asked }, async () => await work(db)));
}

/** At once, or from the first minute of a day that is still to come. */
function startOf(startsOn: PlainDate | null, zone: string, now: Date): Date {
  if (startsOn === null) return now;
  const startsAt = startOfDayIn(zone, startsOn);
  if (startsAt <= now) throw new AppError("regulation.startsInPast", undefined, { fields: { startsOn: "regulation.startsInPast" } });
  return startsAt;
}

const madeAt = ({ actor, now }: Asker, startsAt: Date): repo.Made => ({ startsAt, setById: actor.personId, setAt: now });

const plain = ({ subject, amount, unit, reactor, goesUpTo, basis }: RegulationTerm): RegulationTerm => ({ subject, amount, unit, reactor, goesUpTo, basis });
