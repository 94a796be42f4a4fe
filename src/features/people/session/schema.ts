import * as z from "zod";
import { idField } from "@/shared/ids/fields";
import { ticketOutput } from "../schema";

/** One place where somebody is signed in. */
export const sessionOutput = z.object({
  id: idField,
  browser: z.string().nullable(),
  system: z.string().nullable(),
  /** where the network begins: «91.76» */
  network: z.string().nullable(),
  startedAt: z.date(),
  /** to a quarter of an hour */
  seenAt: z.date(),
  isCurrent: z.boolean(),
});
export type SessionLine = z.infer<typeof sessionOutput>;

export const sessionInput = z.object({ sessionId: idField });

/** Several people share the phone and, by chance, the password: they say who they are. */
export const chooseInput = z.object({ login: z.string().min(1).max(320), password: z.string().min(1).max(1_000) });
export const choiceOutput = z.object({ name: z.string(), ticket: ticketOutput });
export type Choice = z.infer<typeof choiceOutput>;
