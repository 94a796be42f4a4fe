import * as z from "zod";
import { termUnitField } from "@/features/regulation/schema";
import { plainDateField } from "@/shared/dates/fields";
import { idField } from "@/shared/ids/fields";
import { idempotencyKeyField } from "@/shared/ids/idempotency";
import { lineField, textField } from "@/shared/text/fields";
import { decisions } from "../lifecycle";
import { initiativeFields, initiativeLimits, initiativeStatusField } from "../schema";
import { competences } from "./rules";

/** Lengths in characters, shown beside the fields. */
export const consideringLimits = { answer: 4000, questionMin: 10, question: 1000, note: 2000, remarkMin: 5, remark: 1000, reasonMin: 20, reason: 2000, batch: 50 } as const;

export const decisionField = z.enum(decisions);
export const competenceField = z.enum(competences);

/** Which row, and the version that was on the screen: whoever comes second learns of the first. */
const onRow = z.object({ initiativeId: idField, version: z.number().int().min(1), key: idempotencyKeyField });

const verdict = { decision: decisionField, competence: competenceField.nullable(), text: textField(0, consideringLimits.answer) };

/** What a moderator looks for; each that is found is said to the author in words. */
export const moderationChecks = ["personalData", "insults", "advertising", "other"] as const;
export type ModerationCheck = (typeof moderationChecks)[number];

/** The words with pieces hidden (moderation/rules.ts). */
export const hidingFields = z.object({
  title: lineField(1, initiativeLimits.title), essence: textField(1, initiativeLimits.essence), expectedResult: textField(1, initiativeLimits.expected), placeText: lineField(0, initiativeLimits.place).nullable(),
});
export type HidingFields = z.infer<typeof hidingFields>;
/** The checklist gone through: nothing of it was found, or what was found is hidden. */
export const publishInput = onRow.extend({ checked: z.literal(true, { error: "field.required" }), hiding: hidingFields.optional() });
export const returnToAuthorInput = onRow.extend({ found: z.array(z.enum(moderationChecks)).min(1, { error: "field.choice" }).max(moderationChecks.length), remark: textField(consideringLimits.questionMin, consideringLimits.remark) });
export const acceptInput = onRow;
export const goOnInput = onRow;
export const clarifyInput = onRow.extend({ question: textField(consideringLimits.questionMin, consideringLimits.question) });
/** A note changes nothing that anybody could overwrite: no version. */
export const noteInput = onRow.omit({ version: true }).extend({ text: textField(1, consideringLimits.note) });
export const prepareInput = onRow.extend(verdict);
export const returnInput = onRow.extend({ remark: textField(consideringLimits.remarkMin, consideringLimits.remark) });
export const decideInput = onRow.extend(verdict);
/** null: nobody in particular */
export const assignInput = onRow.extend({ personId: idField.nullable() });
export const redirectInput = onRow.extend({ directionId: idField, reason: textField(consideringLimits.remarkMin, consideringLimits.remark) });
export const offerInput = onRow.extend({ municipalityId: idField, reason: textField(consideringLimits.questionMin, consideringLimits.reason) });
export const recallOfferInput = onRow;
export const acceptOfferInput = onRow.extend({ directionId: idField });
export const returnOfferInput = onRow.extend({ reason: textField(consideringLimits.questionMin, consideringLimits.reason) });
export const disputeInput = returnOfferInput;
export const keepHereInput = returnOfferInput;
export const escalateInput = returnOfferInput;
export const imposeInput = acceptOfferInput.extend({ reason: textField(consideringLimits.questionMin, consideringLimits.reason) });
/** Several into one: the one of `initiativeId` goes into `intoId`. */
export const mergeInput = onRow.extend({ intoId: idField, reason: textField(0, consideringLimits.remark) });
/** What a form asks for: the other one by its number. */
export const mergeFields = onRow.extend({ into: z.string().regex(/^\d{1,9}$/, { error: "field.number" }), reason: textField(0, consideringLimits.remark) });
/** A part becomes an initiative of its own, with the same author; what is left keeps its number. */
export const splitInput = onRow.extend({ ...initiativeFields.pick({ title: true, essence: true, expectedResult: true, directionId: true }).shape, reason: textField(0, consideringLimits.remark) });
export const answerObjectionInput = onRow.extend(verdict);
export const carryOutInput = onRow.extend({ text: textField(consideringLimits.questionMin, consideringLimits.answer) });
/** Of the answer on paper. */
export const signInput = onRow.extend({ signer: lineField(5, 200), number: lineField(1, 60), on: plainDateField });
export const externalSystems = ["pos", "edms", "other"] as const;
export const passOnInput = onRow.extend({ system: z.enum(externalSystems), number: lineField(1, 60), link: z.url({ protocol: /^https?$/, error: "field.link" }).max(500).nullable() });
export const confirmBatchInput = z.object({
  items: z.array(z.object({ initiativeId: idField, version: z.number().int().min(1) })).min(1).max(consideringLimits.batch),
  key: idempotencyKeyField,
});
export const nominateInput = onRow.extend({ reason: textField(consideringLimits.reasonMin, consideringLimits.reason) });
export const answerNominationInput = onRow.extend({
  answer: textField(consideringLimits.reasonMin, consideringLimits.answer),
  /** null: the state stays as it is */
  status: initiativeStatusField.extract(["includedInProgramme", "alreadyUnderWay", "notSupported"]).nullable(),
});

export type PublishInput = z.infer<typeof publishInput>;
export type ReturnToAuthorInput = z.infer<typeof returnToAuthorInput>;
export type GoOnInput = z.infer<typeof goOnInput>;
export type AssignInput = z.infer<typeof assignInput>;
export type RedirectInput = z.infer<typeof redirectInput>;
export type OfferInput = z.infer<typeof offerInput>;
export type RecallOfferInput = z.infer<typeof recallOfferInput>;
export type AcceptOfferInput = z.infer<typeof acceptOfferInput>;
export type ReturnOfferInput = z.infer<typeof returnOfferInput>;
export type ImposeInput = z.infer<typeof imposeInput>;
export type MergeInput = z.infer<typeof mergeInput>;
export type SplitInput = z.infer<typeof splitInput>;
export type AnswerObjectionInput = z.infer<typeof answerObjectionInput>;
export type CarryOutInput = z.infer<typeof carryOutInput>;
export type SignInput = z.infer<typeof signInput>;
export type PassOnInput = z.infer<typeof passOnInput>;
export type AcceptInput = z.infer<typeof acceptInput>;
export type ClarifyInput = z.infer<typeof clarifyInput>;
export type NoteInput = z.infer<typeof noteInput>;
export type PrepareInput = z.infer<typeof prepareInput>;
export type ReturnInput = z.infer<typeof returnInput>;
export type DecideInput = z.infer<typeof decideInput>;
export type ConfirmBatchInput = z.infer<typeof confirmBatchInput>;
export type NominateInput = z.infer<typeof nominateInput>;
export type AnswerNominationInput = z.infer<typeof answerNominationInput>;

/** Where the row stands after a step. */
export const stepOutput = z.object({ initiativeId: idField, number: z.number().int(), status: initiativeStatusField, version: z.number().int() });
export type StepOutput = z.infer<typeof stepOutput>;

/** Of each in a batch: confirmed, or left as it was because somebody had been there in the meantime. */
export const batchOutput = z.object({
  results: z.array(z.object({ initiativeId: idField, number: z.number().int(), title: z.string(), outcome: z.enum(["confirmed", "changedMeanwhile"]), status: initiativeStatusField })),
});
export type BatchOutput = z.infer<typeof batchOutput>;

export const termOutput = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("none") }),
  z.object({ kind: z.literal("paused"), left: z.number().int(), unit: termUnitField }),
  z.object({ kind: z.literal("overdue"), workingDays: z.number().int() }),
  z.object({ kind: z.literal("today") }),
  z.object({ kind: z.literal("left"), workingDays: z.number().int() }),
]);
