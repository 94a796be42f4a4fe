import * as z from "zod";
import { plainDateField } from "@/shared/dates/fields";
import { idField } from "@/shared/ids/fields";
import { idempotencyKeyField } from "@/shared/ids/idempotency";
import { emailField, lineField, personNameField, textField } from "@/shared/text/fields";
import { actKindField, postOutput } from "../chart/schema";
import { scanOutput } from "../scans/schema";
import { patronymicField, placeOutput, roleField, structureLimits } from "../schema";

/** Somebody known by e-mail, or new: the names are asked for both, so that a mistyped address doesn't appoint a stranger. */
export const personWishField = z.discriminatedUnion("by", [
  z.object({ by: z.literal("me") }),
  // somebody without an address gets a printed code
  z.object({ by: z.literal("code"), familyName: personNameField, givenName: personNameField, patronymic: patronymicField }),
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

/** A colleague of the same place is named with one touch. */
export const substituteWishField = z.discriminatedUnion("by", [...personWishField.options, z.object({ by: z.literal("colleague"), personId: idField })]);
export type SubstituteWish = z.infer<typeof substituteWishField>;

export const substituteInput = z.object({ appointmentId: idField, person: substituteWishField, startsOn: plainDateField, endsOn: plainDateField, key: idempotencyKeyField });
export type SubstituteInput = z.infer<typeof substituteInput>;

/** `seen`: the number that stood on the screen, so that two people don't overwrite each other. */
export const setActInput = z.object({ appointmentId: idField, act: actField, seen: z.string().nullable(), key: idempotencyKeyField });
export type SetActInput = z.infer<typeof setActInput>;

export const briefInput = z.object({ appointmentId: idField, material: textField(10, structureLimits.material), key: idempotencyKeyField });
export type BriefInput = z.infer<typeof briefInput>;

export const appointmentInput = z.object({ appointmentId: idField });
/** inPerson: the asker has seen the person, with a document, and gives the sheet by hand */
export const issueCodeInput = appointmentInput.extend({ inPerson: z.boolean().default(false) });
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
  scan: scanOutput.nullable(),
  appointedBy: z.string().nullable(),
  /** letters can reach them */
  hasEmail: z.boolean(),
  standsInFor: z.string().nullable(),
  substitutes: z.array(substituteOutput),
  /** who works at the same place and may stand in */
  colleagues: z.array(z.object({ personId: idField, name: z.string() })),
  briefing: z.object({ material: z.string(), by: z.string(), briefedAt: z.date(), acknowledgedAt: z.date().nullable() }).nullable(),
  state: z.enum(["ahead", "valid", "ended"]),
  may: z.object({ end: z.boolean(), act: z.boolean(), substitute: z.boolean(), brief: z.boolean(), acknowledge: z.boolean(), resetSecondFactor: z.boolean(), remind: z.boolean(), /** a code for whoever has not opened the account */ print: z.boolean() }),
});
export type AppointmentRecord = z.infer<typeof appointmentOutput>;

export const staffFilters = ["all", "withoutAct", "aboutToEnd", "notBriefed", "notAcknowledged", "notAccepted", "substitutes"] as const;
export const staffInput = z.object({
  municipalityId: idField,
  q: z.string().max(100).default(""),
  filter: z.enum(staffFilters).default("all"),
  cursor: z.string().max(2000).nullish(),
});
export const remindAllInput = z.object({ municipalityId: idField, key: idempotencyKeyField });
export const remindedOutput = z.object({ reminded: z.number().int(), /** without a confirmed address: to be told by hand */ unreachable: z.number().int() });

export const staffOutput = z.object({ rows: z.array(postOutput.extend({ where: z.string() })), next: z.string().nullable() });
export type StaffPage = z.infer<typeof staffOutput>;

/** A lost phone: the reason is kept beside who did it. */
export const resetSecondFactorInput = z.object({ appointmentId: idField, reason: textField(10, 500), key: idempotencyKeyField });
