import { can, canSomewhere, visible } from "@/access/policy";
import { duty } from "@/access/rules/structure";
import type { Db } from "@/platform/db/client";
import type { Context } from "@/platform/trpc/context";
import { addDays, type PlainDate } from "@/shared/dates/plain-date";
import { plainDateIn, startOfDayIn } from "@/shared/dates/zone";
import { AppError } from "@/shared/errors/app-error";
import type { z } from "zod";
import { done } from "../../schema";
import { once, type Asker } from "../../server/once";
import { lockStructure } from "../../server/repo";
import { authoriseInside } from "../../server/service";
import { coveredUntil, dutyAt, isOverlapping, minutesOf, requiredOn, shiftsOf, uncovered, weekOf, type Span } from "../rules";
import { rosterDays, type assignShiftInput, type Line, type MyShifts, type PlanInput, type Presence, type Roster, type SetHoursInput, type Shift, type takeShiftInput } from "../schema";
import * as repo from "./repo";

type Reader = Pick<Context, "db" | "actor" | "now">;
type Right = "read" | "plan" | "offer" | "take";
const weekMs = 7 * 24 * 60 * 60 * 1000;

/** Hotlines whose roster the asker may open. Throws 401, 404 where there can be none. */
export async function listLines({ db, actor, now }: Reader): Promise<Line[]> {
  if (!canSomewhere(duty, actor, "read")) throw actor.personId === null ? AppError.notSignedIn() : AppError.notFound();
  return (await repo.findLines(db, visible(duty, actor, "read"), now)).map(({ id, name, municipalityId, municipality, timeZone }) => ({ id, name, municipalityId, municipality, timeZone }));
}

/** Two weeks of a hotline's roster, from Monday, with what nobody covers. Throws 401, 403, 404. */
export async function readRoster({ db, actor, now }: Reader, { hotlineId, from }: { hotlineId: string; from: PlainDate | null }): Promise<Roster> {
  const found = await repo.findLine(db, hotlineId);
  authoriseInside(duty, actor, "read", found?.facts ?? null, found?.municipalityId ?? null);
  if (!found) throw AppError.notFound();
  const { hours, facts: _, marathonId: __, isOver, ...line } = found;
  const zone = line.timeZone;
  const first = weekOf(from ?? plainDateIn(zone, now));
  const window = { startsAt: startOfDayIn(zone, first), endsAt: startOfDayIn(zone, addDays(first, rosterDays)) };
  const [rows, near, operators] = await Promise.all([repo.findShifts(db, hotlineId, window), repo.findShifts(db, hotlineId, soon(now)), repo.findOperators(db, hotlineId, now)]);
  const shown = (shift: repo.FoundShift): Shift => ({ id: shift.id, personId: shift.personId, name: shift.name, startsAt: shift.startsAt, endsAt: shift.endsAt, isMine: shift.personId === actor.personId, isOffered: shift.offeredAt !== null, isHeld: shift.isHeld });
  const held = rows.filter((shift) => shift.isHeld);
  const days = Array.from({ length: rosterDays }, (_day, at) => addDays(first, at)).map((day) => {
    const required = hours && requiredOn(day, hours, zone);
    return { day, shifts: rows.filter(({ startsAt }) => plainDateIn(zone, startsAt) === day).map(shown), gaps: required ? uncovered(required, held) : [] };
  });
  const at = dutyAt(near.filter((shift) => shift.isHeld), now);
  return {
    line, hours, days, gapsAhead: days.flatMap(({ gaps }) => gaps).filter(({ endsAt }) => endsAt > now).length,
    onDuty: at.onDuty.map(shown), next: at.next && shown(at.next), operators,
    may: { plan: !isOver && may(found, actor, "plan"), take: !isOver && may(found, actor, "take") },
  };
}

const soon = (now: Date): Span => ({ startsAt: now, endsAt: new Date(now.getTime() + 2 * weekMs) });

const may = ({ facts }: repo.FoundLine, actor: Reader["actor"], right: Right): boolean => can(duty, actor, right, facts);

/** For everybody: is somebody at the line now, and until when, or from when on? Null where no roster is kept. */
export async function readPresence(db: Db, municipalityId: string, marathonId: string, now: Date): Promise<Presence> {
  const hotlineId = await repo.findHotlineOf(db, municipalityId, marathonId);
  const shifts = hotlineId === null ? [] : (await repo.findShifts(db, hotlineId, soon(now))).filter((shift) => shift.isHeld);
  const { onDuty, next } = dutyAt(shifts, now);
  if (onDuty.length > 0) return { isThere: true, at: coveredUntil(shifts, now) };
  return next && { isThere: false, at: next.startsAt };
}

/** The asker's own shifts, for a calendar: those of the last month and all ahead. */
export async function listMine({ db, actor, now }: Reader): Promise<MyShifts> {
  if (actor.personId === null) throw AppError.notSignedIn();
  return await repo.findMine(db, actor.personId, new Date(now.getTime() - 4 * weekMs));
}

async function takeLine(db: Db, { actor }: Asker, hotlineId: string, right: Right, personId: string | null = null): Promise<repo.FoundLine> {
  const line = await repo.findLine(db, hotlineId);
  authoriseInside(duty, actor, right, line && { ...line.facts, personId }, line?.municipalityId ?? null);
  if (!line) throw AppError.notFound();
  if (line.isOver) throw new AppError("unit.ended");
  await lockStructure(db, line.municipalityId);
  return line;
}

/** A shift that isn't over, with its line locked. Throws 401, 403, 404; duty.over. */
async function takeShift(db: Db, asker: Asker, shiftId: string, right: Right): Promise<repo.FoundShift> {
  const seen = await repo.findShift(db, shiftId);
  if (!seen) throw asker.actor.personId === null ? AppError.notSignedIn() : AppError.notFound();
  await takeLine(db, asker, seen.bodyId, right, seen.personId);
  const shift = await repo.findShift(db, shiftId);
  if (!shift) throw AppError.notFound();
  if (shift.endsAt <= asker.now) throw new AppError("duty.over");
  return shift;
}

/** Throws duty.notOperator, duty.overlaps: nobody is twice at one line. */
async function requireFree(db: Db, hotlineId: string, personId: string, spans: readonly Span[], but: string | null = null): Promise<void> {
  for (const span of spans) if (!(await repo.isOperator(db, hotlineId, personId, span))) throw new AppError("duty.notOperator", undefined, { fields: { personId: "duty.notOperator" } });
  const [first, last] = [spans[0], spans.at(-1)];
  if (!first || !last) return;
  const own = (await repo.findShifts(db, hotlineId, { startsAt: first.startsAt, endsAt: last.endsAt })).filter((shift) => shift.personId === personId && shift.id !== but);
  if (own.some((shift) => spans.some((span) => isOverlapping(span, shift)))) throw new AppError("duty.overlaps", undefined, { fields: { startsOn: "duty.overlaps" } });
}

/** Shifts of one operator over days and weekdays, all or none. Throws duty.daysInvalid, .notOperator, .overlaps. */
export async function plan(asker: Asker, input: PlanInput): Promise<{ shifts: number }> {
  return await once(asker, "planDuty", input, async (db) => {
    const { timeZone } = await takeLine(db, asker, input.hotlineId, "plan");
    const spans = shiftsOf(input, timeZone, asker.now);
    if (spans === null || spans.length === 0) throw new AppError("duty.daysInvalid", undefined, { fields: { endsOn: "duty.daysInvalid" } });
    await requireFree(db, input.hotlineId, input.personId, spans);
    await repo.insertShifts(db, { bodyId: input.hotlineId, personId: input.personId, createdById: asker.actor.personId }, spans, asker.now);
    return { shifts: spans.length };
  });
}

export async function cancel(asker: Asker, input: { shiftId: string; key: string }): Promise<typeof done> {
  return await once(asker, "cancelShift", input, async (db) => {
    await takeShift(db, asker, input.shiftId, "plan");
    await repo.cancelShift(db, input.shiftId, asker.now);
    return done;
  });
}

/** Another operator gets it, by who plans. Throws request.changedMeanwhile, duty.notOperator, .overlaps. */
export async function assign(asker: Asker, input: z.infer<typeof assignShiftInput>): Promise<typeof done> {
  return await once(asker, "assignShift", input, async (db) => {
    const shift = await takeShift(db, asker, input.shiftId, "plan");
    await requireFree(db, shift.bodyId, input.personId, [shift], shift.id);
    if (!(await repo.passShift(db, shift.id, input.seen, input.personId))) throw new AppError("request.changedMeanwhile");
    return done;
  });
}

/** The holder asks to be relieved, or thinks better of it; the shift stays theirs until a colleague takes it. */
export async function offer(asker: Asker, input: { shiftId: string; isOffered: boolean; key: string }): Promise<typeof done> {
  return await once(asker, "offerShift", input, async (db) => {
    await takeShift(db, asker, input.shiftId, "offer");
    await repo.offerShift(db, input.shiftId, input.isOffered ? asker.now : null);
    return done;
  });
}

/** A colleague takes an offered shift over; of two the first has it. Throws duty.notOffered, .overlaps. */
export async function take(asker: Asker, input: z.infer<typeof takeShiftInput>): Promise<typeof done> {
  return await once(asker, "takeShift", input, async (db) => {
    const shift = await takeShift(db, asker, input.shiftId, "take");
    const personId = asker.actor.personId ?? "";
    if (shift.offeredAt === null || shift.personId === personId || shift.personId !== input.seen) throw new AppError("duty.notOffered");
    await requireFree(db, shift.bodyId, personId, [shift], shift.id);
    await repo.passShift(db, shift.id, input.seen, personId);
    return done;
  });
}

/** When somebody has to be there: gaps are looked for within. Throws request.changedMeanwhile. */
export async function setHours(asker: Asker, input: SetHoursInput): Promise<typeof done> {
  return await once(asker, "setDutyHours", input, async (db) => {
    const line = await takeLine(db, asker, input.hotlineId, "plan");
    if (JSON.stringify(line.hours) !== JSON.stringify(input.seen)) throw new AppError("request.changedMeanwhile");
    const hours = { from: minutesOf(input.from), to: minutesOf(input.to), daily: input.daily };
    if (hours.to <= hours.from) throw AppError.invalid({ to: "field.invalid" });
    await repo.setHours(db, line, hours);
    return done;
  });
}
