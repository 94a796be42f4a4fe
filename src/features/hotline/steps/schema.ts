import * as z from "zod";
import { idField } from "@/shared/ids/fields";
import { idempotencyKeyField } from "@/shared/ids/idempotency";
import { textField } from "@/shared/text/fields";
import { hotlineLimits, ticketStatusField } from "../schema";

const keyed = z.object({ ticketId: idField, key: idempotencyKeyField });
/** With the version that was on the screen: whoever comes second learns of the first. */
const onVersion = keyed.extend({ version: z.number().int().min(1) });

/** Claiming asks for no version: it only matters that nobody was first. */
export const claimInput = keyed;
export const takeOverInput = onVersion;
export const releaseInput = onVersion;
export const answerInput = onVersion.extend({ text: textField(hotlineLimits.answerMin, hotlineLimits.answer) });
export const clarifyInput = onVersion.extend({ text: textField(hotlineLimits.answerMin, hotlineLimits.answer) });
export const recordReplyInput = onVersion.extend({ text: textField(1, hotlineLimits.question) });
/** A note changes nothing that anybody could overwrite. */
export const noteInput = keyed.extend({ text: textField(1, hotlineLimits.note) });
/** Without an answer given, the reason is asked for. */
export const closeInput = onVersion.extend({ reason: textField(0, hotlineLimits.reason) });
export const reopenInput = onVersion.extend({ text: textField(hotlineLimits.reasonMin, hotlineLimits.question) });
export const handUpInput = onVersion.extend({ groupId: idField, text: textField(0, hotlineLimits.note) });
export const handBackInput = onVersion.extend({ text: textField(hotlineLimits.reasonMin, hotlineLimits.note) });
export const replyInput = keyed.extend({ text: textField(1, hotlineLimits.question) });

export type ClaimInput = z.infer<typeof claimInput>;
export type TakeOverInput = z.infer<typeof takeOverInput>;
export type ReleaseInput = z.infer<typeof releaseInput>;
export type AnswerInput = z.infer<typeof answerInput>;
export type ClarifyInput = z.infer<typeof clarifyInput>;
export type RecordReplyInput = z.infer<typeof recordReplyInput>;
export type NoteInput = z.infer<typeof noteInput>;
export type CloseInput = z.infer<typeof closeInput>;
export type ReopenInput = z.infer<typeof reopenInput>;
export type HandUpInput = z.infer<typeof handUpInput>;
export type HandBackInput = z.infer<typeof handBackInput>;
export type ReplyInput = z.infer<typeof replyInput>;

export const stepOutput = z.object({ ticketId: idField, number: z.number().int(), status: ticketStatusField, version: z.number().int() });
export type StepOutput = z.infer<typeof stepOutput>;
