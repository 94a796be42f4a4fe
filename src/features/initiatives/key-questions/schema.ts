import { z } from "zod";
import { idField } from "@/shared/ids/fields";
import { idempotencyKeyField } from "@/shared/ids/idempotency";
import { pageFields } from "@/shared/lists/cursor";
import { lineField, textField } from "@/shared/text/fields";

/** Lengths in characters. */
export const questionLimits = { textMin: 10, text: 200, explanation: 1_000 } as const;

export const keyQuestionOutput = z.object({
  id: idField,
  text: z.string(),
  explanation: z.string().nullable(),
  municipalityId: idField,
  municipality: z.string(),
  directionId: idField.nullable(),
  /** the group that asks; null: the head */
  group: z.string().nullable(),
  publishedAt: z.date(),
  isClosed: z.boolean(),
});
export type KeyQuestion = z.infer<typeof keyQuestionOutput>;

export const keyQuestionsInput = z.object({ municipalityId: idField.optional(), ...pageFields(20, 50) });
export const keyQuestionsOutput = z.object({ rows: z.array(keyQuestionOutput), next: z.string().nullable() });

/** Where the asker may publish: the municipality itself, or a group of it. */
export const seatOutput = z.object({ municipalityId: idField, bodyId: idField.nullable(), name: z.string() });
export type Seat = z.infer<typeof seatOutput>;
export const ownQuestionsOutput = z.object({ seats: z.array(seatOutput), questions: z.array(keyQuestionOutput) });
export type OwnQuestions = z.infer<typeof ownQuestionsOutput>;

export const publishInput = z.object({
  municipalityId: idField,
  bodyId: idField.nullable(),
  text: lineField(questionLimits.textMin, questionLimits.text),
  explanation: textField(0, questionLimits.explanation),
  key: idempotencyKeyField,
});
export type PublishInput = z.infer<typeof publishInput>;
export const closeInput = z.object({ id: idField });
