import * as z from "zod";
import { termUnitField } from "@/features/regulation/schema";
import { idField } from "@/shared/ids/fields";
import { idempotencyKeyField } from "@/shared/ids/idempotency";
import { textField } from "@/shared/text/fields";
import { decisions } from "../lifecycle";
import { initiativeStatusField } from "../schema";
import { competences } from "./rules";

/** Lengths in characters, shown beside the fields. */
export const consideringLimits = { answer: 4000, questionMin: 10, question: 1000, note: 2000, remarkMin: 5, remark: 1000, reasonMin: 20, reason: 2000, batch: 50 } as const;

export const decisionField = z.enum(decisions);
export const competenceField = z.enum(competences);

/** Which row, and the version that was on the screen: whoever comes second learns of the first. */
const onRow = z.object({ initiativeId: idField, version: z.number().int().min(1), key: idempotencyKeyField });

const verdict = { decision: decisionField, competence: competenceField.nullable(), text: textField(0, consideringLimits.answer) };

export const acceptInput = onRow;
export const clarifyInput = onRow.extend({ question: textField(consideringLimits.questionMin, consideringLimits.question) });
/** A note changes nothing that anybody could overwrite: no version. */
export const noteInput = onRow.omit({ version: true }).extend({ text: textField(1, consideringLimits.note) });
export const prepareInput = onRow.extend(verdict);
export const returnInput = onRow.extend({ remark: textField(consideringLimits.remarkMin, consideringLimits.remark) });
export const decideInput = onRow.extend(verdict);
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
