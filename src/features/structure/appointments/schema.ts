import * as z from "zod";
import { plainDateField } from "@/shared/dates/fields";
import { idField } from "@/shared/ids/fields";
import { idempotencyKeyField } from "@/shared/ids/idempotency";
import { emailField, lineField, personNameField, textField } from "@/shared/text/fields";
import { actKindField, postOutput } from "../chart/schema";
import { patronymicField, placeOutput, roleField, structureLimits } from "../schema";

/** Somebody known by e-mail, or new: the names are asked for both, so that a mistyped address doesn't appoint a stranger. */
export const personWishField = z.discriminatedUnion("by", [
  z.object({ by: z.literal("me") }),
  z.object({ by: z.literal("email"), email: emailField, familyName: personNameField, givenName: personNameField, patronymic: patronymicField }),
]);
export type PersonWish = z.infer<typeof personWishField>;

/** The number may follow; a date without a number is no act. */
export const actField = z.object({ kind: actKindField, number: lineField(1, structureLimits.actNumber), date: plainDateField });
export type ActWish = z.infer<typeof actField>;

const period = { startsOn: plainDateField.nullable(), endsOn: plainDateField.nullable() };

export const appointInput = z.object({
  role: roleField,
  /** a unit or a body */
  seatId: idField,
  person: personWishField,
  ...period,
  act: actField.nullable(),
  key: idempotencyKeyField,
});
export type AppointInput = z.infer<typeof appointInput>;

export const substituteInput = z.object({ appointmentId: idField, person: personWishField, startsOn: plainDateField, endsOn: plainDateField, key: idempotencyKeyField });
export type SubstituteInput = z.infer<typeof substituteInput>;

/** `seen`: the number that stood on the screen, so that two people don't overwrite each other. */
export const setActInput = z.object({ appointmentId: idField, act: actField, seen: z.string().nullable(), key: idempotencyKeyField });
export type SetActInput = z.infer<typeof setActInput>;

export const briefInput = z.object({ appointmentId: idField, material: textField(10, structureLimits.material), key: idempotencyKeyField });
export type BriefInput = z.infer<typeof briefInput>;

export const appointmentInput = z.object({ appointmentId: idField });
export const appointmentActInput = appointmentInput.extend({ key: idempotencyKeyField });

export const appointedOutput = z.object({ appointmentId: idField, isInvited: z.boolean() });
export type Appointed = z.infer<typeof appointedOutput>;

export const seatOutput = z.object({ id: idField, name: z.string(), municipality: placeOutput.nullable(), roles: z.array(roleField), closingEndsOn: z.string().nullable() });
export type SeatOffer = z.infer<typeof seatOutput>;
export const seatInput = z.object({ seatId: idField });

const substituteOutput = z.object({ id: idField, name: z.string(), startsAt: z.date(), endsAt: z.date().nullable() });

/** One appointment with its course. */
export const appointmentOutput = postOutput.extend({
  where: z.string(),
  municipality: placeOutput.nullable(),
  createdAt: z.date(),
  appointedBy: z.string().nullable(),
  standsInFor: z.string().nullable(),
  substitutes: z.array(substituteOutput),
  briefing: z.object({ material: z.string(), by: z.string(), briefedAt: z.date(), acknowledgedAt: z.date().nullable() }).nullable(),
  state: z.enum(["ahead", "valid", "ended"]),
  may: z.object({ end: z.boolean(), act: z.boolean(), substitute: z.boolean(), brief: z.boolean(), acknowledge: z.boolean() }),
});
export type AppointmentRecord = z.infer<typeof appointmentOutput>;

export const staffFilters = ["all", "withoutAct", "aboutToEnd", "notBriefed", "notAccepted", "substitutes"] as const;
export const staffInput = z.object({
  municipalityId: idField,
  q: z.string().max(100).default(""),
  filter: z.enum(staffFilters).default("all"),
  cursor: z.string().max(2000).nullish(),
});
export const staffOutput = z.object({ rows: z.array(postOutput.extend({ where: z.string() })), next: z.string().nullable() });
export type StaffPage = z.infer<typeof staffOutput>;
