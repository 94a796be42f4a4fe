import * as z from "zod";
import { idField } from "@/shared/ids/fields";
import { pageFields } from "@/shared/lists/cursor";

export const moderationInput = z.object(pageFields(20, 50));
export type ModerationInput = z.infer<typeof moderationInput>;

/** What waits for a moderator: the words, and what was asked of the author before. No author. */
export const moderationRow = z.object({
  id: idField,
  number: z.number().int(),
  publicNumber: z.string(),
  version: z.number().int(),
  title: z.string(),
  essence: z.string(),
  expectedResult: z.string(),
  placeText: z.string().nullable(),
  municipality: z.string(),
  timeZone: z.string(),
  direction: z.object({ name: z.string(), nameEn: z.string() }),
  submittedAt: z.date(),
  dueAt: z.date().nullable(),
  /** what a moderator asked to change, where it was returned before */
  asked: z.string().nullable(),
});
export type ModerationRow = z.infer<typeof moderationRow>;

export const moderationOutput = z.object({ rows: z.array(moderationRow), next: z.string().nullable() });
export type ModerationOutput = z.infer<typeof moderationOutput>;
export const moderationCountOutput = z.number().int();
