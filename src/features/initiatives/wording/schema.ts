import { z } from "zod";
import { idField } from "@/shared/ids/fields";
import { idempotencyKeyField } from "@/shared/ids/idempotency";
import { textField } from "@/shared/text/fields";
import { initiativeLimits } from "../schema";

/** The three texts of a draft, as typed. */
export const wordsField = z.object({ title: z.string().max(2_000), essence: z.string().max(20_000), expectedResult: z.string().max(10_000) });
export type Words = z.infer<typeof wordsField>;

/** Suggested words keep the lengths of what is submitted. */
const suggestedField = z.object({
  title: textField(0, initiativeLimits.title),
  essence: textField(0, initiativeLimits.essence),
  expectedResult: textField(0, initiativeLimits.expected),
});
export const noteLimit = 500;

const draftId = idField;
export const shareInput = z.object({ draftId });
/** The code is told once, to the author; only its HMAC is kept. */
export const shareOutput = z.object({ code: z.string(), expiresAt: z.date() });
export type Shared = z.infer<typeof shareOutput>;

export const takeInput = z.object({ code: z.string().max(40) });
export const takenOutput = z.object({ draftId });

export const takenLine = z.object({ draftId, title: z.string(), takenAt: z.date(), isWaiting: z.boolean() });
export type TakenLine = z.infer<typeof takenLine>;

export const takenDraft = z.object({
  draftId,
  version: z.number().int(),
  words: wordsField,
  /** the author has one to look at: another can't be suggested until then */
  isWaiting: z.boolean(),
});
export type TakenDraft = z.infer<typeof takenDraft>;

export const suggestInput = z.object({ draftId, version: z.number().int(), words: suggestedField, note: textField(0, noteLimit), key: idempotencyKeyField });
export type SuggestInput = z.infer<typeof suggestInput>;

/** For the author: what was suggested, beside what stood. */
export const wordingOutput = z.object({ id: idField, organisation: z.string(), original: wordsField, suggested: wordsField, note: z.string().nullable(), at: z.date() });
export type Wording = z.infer<typeof wordingOutput>;
export const authorsOutput = z.object({ isShared: z.boolean(), waiting: wordingOutput.nullable() });
export type AuthorsSide = z.infer<typeof authorsOutput>;

/** The words as the author has left them, over the version that they had in front of them. */
export const settleInput = z.object({ wordingId: idField, version: z.number().int(), words: wordsField, key: idempotencyKeyField });
export type SettleInput = z.infer<typeof settleInput>;
export const settledOutput = z.object({ draftId, version: z.number().int() });
