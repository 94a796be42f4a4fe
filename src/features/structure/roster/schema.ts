import * as z from "zod";
import { plainDateField } from "@/shared/dates/fields";
import type { FieldMessageKey } from "@/shared/errors/field-messages";
import { idField } from "@/shared/ids/fields";
import { idempotencyKeyField } from "@/shared/ids/idempotency";

/** How many days a page of the roster shows, and how many one plan may fill. */
export const rosterDays = 14;
export const planDays = 92;

/** «08:00»; an end may be «24:00». */
const timeField = z.string().regex(/^(?:([01]\d|2[0-3]):[0-5]\d|24:00)$/, { error: "field.invalid" satisfies FieldMessageKey });

/** 1 is Monday … 7 is Sunday. */
const weekdaysField = z.array(z.number().int().min(1).max(7)).min(1, { error: "field.required" satisfies FieldMessageKey }).max(7).transform((days) => [...new Set(days)].toSorted((a, b) => a - b));

/** When somebody must be at the line: minutes of the day in the municipality's zone. */
export const dutyHoursOutput = z.object({ from: z.number().int(), to: z.number().int(), daily: z.boolean() });
export type DutyHours = z.infer<typeof dutyHoursOutput>;

export const lineInput = z.object({ hotlineId: idField, /** any day of the first week shown; null: today */ from: plainDateField.nullable() });

const inLine = z.object({ hotlineId: idField, key: idempotencyKeyField });
const ofShift = z.object({ shiftId: idField, key: idempotencyKeyField });

/** The same hours on chosen weekdays, from one day to another; an end not after the beginning is in the next day. */
export const planInput = inLine.extend({ personId: idField, startsOn: plainDateField, endsOn: plainDateField, weekdays: weekdaysField, from: timeField, to: timeField });
export type PlanInput = z.infer<typeof planInput>;

export const setHoursInput = inLine.extend({ from: timeField, to: timeField, daily: z.boolean(), seen: dutyHoursOutput.nullable() });
export type SetHoursInput = z.infer<typeof setHoursInput>;

export const cancelShiftInput = ofShift;
/** `seen`: whose it was on the screen. */
export const assignShiftInput = ofShift.extend({ personId: idField, seen: idField });
export const offerShiftInput = ofShift.extend({ isOffered: z.boolean() });
export const takeShiftInput = ofShift.extend({ seen: idField });

export const shiftOutput = z.object({
  id: idField,
  personId: idField,
  name: z.string(),
  startsAt: z.date(),
  endsAt: z.date(),
  isMine: z.boolean(),
  isOffered: z.boolean(),
  /** its holder is an operator at that time; else nobody is there */
  isHeld: z.boolean(),
});
export type Shift = z.infer<typeof shiftOutput>;

const spanOutput = z.object({ startsAt: z.date(), endsAt: z.date() });

export const lineOutput = z.object({ id: idField, name: z.string(), municipalityId: idField, municipality: z.string(), timeZone: z.string() });
export type Line = z.infer<typeof lineOutput>;

export const rosterOutput = z.object({
  line: lineOutput,
  hours: dutyHoursOutput.nullable(),
  days: z.array(z.object({ day: z.string(), shifts: z.array(shiftOutput), gaps: z.array(spanOutput) })),
  /** gaps of the days shown that are still ahead */
  gapsAhead: z.number().int(),
  onDuty: z.array(shiftOutput),
  next: shiftOutput.nullable(),
  operators: z.array(z.object({ personId: idField, name: z.string() })),
  may: z.object({ plan: z.boolean(), take: z.boolean() }),
});
export type Roster = z.infer<typeof rosterOutput>;

/** What everybody may know: is somebody there, and if not, from when. Null: no roster is kept. */
export const presenceOutput = z.object({ isThere: z.boolean(), /** until when, or from when on */ at: z.date().nullable() }).nullable();
export type Presence = z.infer<typeof presenceOutput>;

export const mineOutput = z.array(z.object({ id: idField, startsAt: z.date(), endsAt: z.date(), line: z.string(), municipality: z.string(), phone: z.string().nullable() }));
export type MyShifts = z.infer<typeof mineOutput>;

export const plannedOutput = z.object({ shifts: z.number().int() });
