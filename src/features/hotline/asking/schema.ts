import * as z from "zod";
import { idField } from "@/shared/ids/fields";
import { idempotencyKeyField } from "@/shared/ids/idempotency";
import { lineField, textField } from "@/shared/text/fields";
import { hotlineLimits, optionalEmailField, optionalNameField, optionalPhoneField, ticketStatusField } from "../schema";

const words = {
  question: textField(hotlineLimits.questionMin, hotlineLimits.question),
  name: optionalNameField,
  phone: optionalPhoneField,
};

/** From the site. Whoever is signed in is known by the account: name and contacts are not asked for. */
export const askInput = z.object({
  municipalityId: idField,
  subject: lineField(hotlineLimits.subjectMin, hotlineLimits.subject),
  ...words,
  email: optionalEmailField,
  /** nobody sees this field but a machine that fills in all of them */
  website: z.string().max(500).default(""),
  key: idempotencyKeyField,
});
export type AskInput = z.infer<typeof askInput>;

/** What the person keeps: the number, and by when somebody takes it up. Number null: a machine, told the same. */
export const askedOutput = z.object({
  ticketId: idField.nullable(),
  number: z.number().int().nullable(),
  resolutionDueAt: z.date().nullable(),
  timeZone: z.string(),
});
export type AskedOutput = z.infer<typeof askedOutput>;

/** Written down by an operator while listening. A caller may refuse a name. */
export const takeCallInput = z.object({
  hotlineId: idField,
  channel: z.enum(["phone", "desk"]),
  /** empty: the question's beginning is taken */
  subject: lineField(0, hotlineLimits.subject),
  ...words,
  /** said at once: the question is answered in the same call */
  answer: textField(0, hotlineLimits.answer),
  /** left to whoever is free, unless answered */
  toQueue: z.boolean(),
  key: idempotencyKeyField,
});
export type TakeCallInput = z.infer<typeof takeCallInput>;

export const takenCallOutput = z.object({ ticketId: idField, number: z.number().int(), status: ticketStatusField });
export type TakenCallOutput = z.infer<typeof takenCallOutput>;
