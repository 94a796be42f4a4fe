import * as z from "zod";
import { plainDateField } from "@/shared/dates/fields";
import { idField } from "@/shared/ids/fields";
import { idempotencyKeyField } from "@/shared/ids/idempotency";
import { lineField } from "@/shared/text/fields";

export const termUnits = ["workingHours", "workingDays", "calendarDays"] as const;
export const termUnitField = z.enum(termUnits);
export type TermUnit = (typeof termUnits)[number];

/** What has a term. */
export const termSubjects = [
  "initiativeReaction", "initiativeAnswer", "appealAnswer", "authorClarification", "objectionAnswer", "ticketFirstResponse", "ticketResolution",
  "assignmentAcceptance", "assignmentReport", "summaryDelivery", "summaryReview",
] as const;
export const termSubjectField = z.enum(termSubjects);
export type TermSubject = (typeof termSubjects)[number];

/** Who reacts, and to whom it goes up. */
export const tiers = ["author", "coordinator", "assignee", "hotline", "workingGroup", "responsiblePerson", "coordinationGroup", "head"] as const;
export const tierField = z.enum(tiers);
export type Tier = (typeof tiers)[number];

export interface Term {
  readonly amount: number;
  readonly unit: TermUnit;
}

export const termOutput = z.object({ amount: z.number().int(), unit: termUnitField });

export const termLimits = { least: 1, most: 365, basis: 300 } as const;

const amountField = z.number({ error: "field.number" }).int({ error: "field.number" }).min(termLimits.least, { error: "field.tooSmall" }).max(termLimits.most, { error: "field.tooBig" });

export const regulationTerm = z.object({
  subject: termSubjectField,
  amount: amountField,
  unit: termUnitField,
  reactor: tierField,
  /** null: it goes up to nobody */
  goesUpTo: tierField.nullable(),
  /** the act or the recommendation that it stands on */
  basis: lineField(0, termLimits.basis),
});
export type RegulationTerm = z.infer<typeof regulationTerm>;

export const termInForceOutput = regulationTerm.extend({ shortenedFrom: z.number().int().nullable() });

const clockField = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/, { error: "field.time" });
const hoursField = z.object({ from: clockField, to: clockField });

export const officeSchedule = z.object({
  week: z.array(hoursField.nullable()).length(7),
  lunch: hoursField.nullable(),
  shorterBy: z.number().int().min(0).max(240),
  daysOff: z.array(plainDateField).max(60),
  workingDays: z.array(plainDateField).max(60),
});

export const editionOutput = z.object({ number: z.number().int(), startsAt: z.date(), setAt: z.date() });
export type Edition = z.infer<typeof editionOutput>;

export const regulationInput = z.object({ municipalityId: idField, marathonId: idField.optional() });
export const marathonRegulationInput = z.object({ marathonId: idField });

/** The regulation as it stands in a municipality. */
export const regulationOutput = z.object({
  marathon: z.object({ id: idField, name: z.string() }),
  municipality: z.object({ id: idField, name: z.string(), timeZone: z.string() }),
  terms: z.array(termInForceOutput),
  schedule: officeSchedule.extend({ reason: z.string() }),
  /** the editions in force; 0 where nothing was set yet: what a form says that it has seen */
  numbers: z.object({ marathon: z.number().int(), own: z.number().int(), schedule: z.number().int() }),
  /** set, and not yet begun */
  ahead: z.array(editionOutput.extend({ of: z.enum(["marathon", "own", "schedule"]) })),
  mayTighten: z.boolean(),
  maySetHours: z.boolean(),
});
export type RegulationHere = z.infer<typeof regulationOutput>;

export const marathonRegulationOutput = z.object({
  marathon: z.object({ id: idField, name: z.string() }),
  terms: z.array(regulationTerm),
  number: z.number().int(),
  editions: z.array(editionOutput),
});
export type MarathonRegulation = z.infer<typeof marathonRegulationOutput>;

const everySubjectOnce = (terms: readonly { readonly subject: TermSubject }[]): boolean => terms.length === termSubjects.length && new Set(terms.map(({ subject }) => subject)).size === terms.length;

export const setRegulationInput = z.object({
  marathonId: idField,
  terms: z.array(regulationTerm).refine(everySubjectOnce),
  /** the day on which it begins; null: at once */
  startsOn: plainDateField.nullable(),
  seen: z.number().int(),
  key: idempotencyKeyField,
});
export type SetRegulation = z.infer<typeof setRegulationInput>;

/** Only what is shorter than the marathon's; what isn't named stands as the marathon set it. */
export const tightenInput = z.object({
  municipalityId: idField,
  marathonId: idField,
  terms: z.array(z.object({ subject: termSubjectField, amount: amountField, basis: lineField(0, termLimits.basis) })).max(termSubjects.length).refine((terms) => new Set(terms.map(({ subject }) => subject)).size === terms.length),
  startsOn: plainDateField.nullable(),
  /** the marathon's edition, and the municipality's own */
  seen: z.object({ marathon: z.number().int(), own: z.number().int() }),
  key: idempotencyKeyField,
});
export type Tighten = z.infer<typeof tightenInput>;

export const setHoursInput = z.object({
  municipalityId: idField,
  schedule: officeSchedule,
  /** why: an order of the administration, a holiday of the region; the public reads it */
  reason: lineField(3, termLimits.basis),
  seen: z.number().int(),
  key: idempotencyKeyField,
});
export type SetHours = z.infer<typeof setHoursInput>;

export const savedOutput = z.object({ number: z.number().int() });
