import { z } from "zod";
import { idField } from "@/shared/ids/fields";
import { idempotencyKeyField } from "@/shared/ids/idempotency";
import { pageFields } from "@/shared/lists/cursor";
import { textField } from "@/shared/text/fields";
import { numberInput } from "../record/schema";
import { remarkKinds, remarkStates } from "./rules";

export const reportReasons = ["personalData", "insult", "advertising", "other"] as const;
/** Lengths in characters. */
export const remarkLimits = { report: 1_000, questionMin: 10, question: 600, answerMin: 2, answer: 2_000, reasonMin: 5, reason: 500 } as const;

export const reportInput = numberInput.extend({ reason: z.enum(reportReasons), text: textField(0, remarkLimits.report), key: idempotencyKeyField });
export type ReportInput = z.infer<typeof reportInput>;
export const askInput = numberInput.extend({ text: textField(remarkLimits.questionMin, remarkLimits.question), key: idempotencyKeyField });
export type AskInput = z.infer<typeof askInput>;
export const thanksOutput = z.object({ ok: z.literal(true) });

export const remarkListInput = z.object(pageFields(20));
/** Nobody who moderates needs to know who wrote it. */
export const remarkOutput = z.object({
  id: idField,
  kind: z.enum(remarkKinds),
  state: z.enum(remarkStates),
  reason: z.enum(reportReasons).nullable(),
  text: z.string().nullable(),
  answer: z.string().nullable(),
  at: z.date(),
  number: z.number().int(),
  title: z.string(),
  municipality: z.string(),
  timeZone: z.string(),
});
export type Remark = z.infer<typeof remarkOutput>;
export const remarkListOutput = z.object({ rows: z.array(remarkOutput), next: z.string().nullable() });

export const settleInput = z.object({
  remarkId: idField,
  action: z.enum(["pass", "publish", "refuse", "dismiss", "passOn"]),
  /** to the asker when a question is refused */
  reason: textField(0, remarkLimits.reason),
  key: idempotencyKeyField,
});
export type SettleInput = z.infer<typeof settleInput>;

/** An answer of the author; null: they would rather not. */
export const answerQuestionInput = z.object({ remarkId: idField, answer: textField(remarkLimits.answerMin, remarkLimits.answer).nullable(), key: idempotencyKeyField });
export type AnswerQuestionInput = z.infer<typeof answerQuestionInput>;
export const remarkStepOutput = z.object({ remarkId: idField, state: z.enum(remarkStates) });
export type RemarkStepOutput = z.infer<typeof remarkStepOutput>;

/** What waits for the author, and whether they take questions. Offered: the marathon lets authors choose. */
export const ownQuestionsOutput = z.object({
  offered: z.boolean(),
  open: z.boolean(),
  waiting: z.array(z.object({ id: idField, text: z.string(), at: z.date() })),
});
export type OwnQuestions = z.infer<typeof ownQuestionsOutput>;
export const openQuestionsInput = numberInput.extend({ open: z.boolean() });

export const publishedQuestion = z.object({ id: idField, text: z.string(), at: z.date(), answer: z.string(), answeredAt: z.date() });
export const publicTalkOutput = z.object({ mayAsk: z.boolean(), questions: z.array(publishedQuestion) });
export type PublicTalk = z.infer<typeof publicTalkOutput>;
