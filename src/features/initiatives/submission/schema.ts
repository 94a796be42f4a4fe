import { z } from "zod";
import { idField } from "@/shared/ids/fields";

/**
 * The draft's id is the key against doubling: a draft is submitted once, whoever asks again gets the same number.
 * The version is the one that the person has checked.
 */
export const submitInput = z.object({ draftId: idField, version: z.number().int() });

export const submitOutput = z.discriminatedUnion("ok", [
  z.object({ ok: z.literal(true), number: z.number().int(), publicNumber: z.string() }),
  /** the author hasn't joined this marathon yet; the draft stays */
  z.object({ ok: z.literal(false), reason: z.literal("notJoined"), marathonId: idField }),
]);
export type SubmitOutcome = z.infer<typeof submitOutput>;

export const lateStates = ["waiting", "accepted", "declined"] as const;
export type LateState = (typeof lateStates)[number];

/** A signed sheet may have come after the collection: then the responsible person decides. */
export const sheetOutput = z.union([submitOutput, z.object({ ok: z.literal(false), reason: z.literal("late"), state: z.enum(lateStates) })]);
export type SheetOutcome = z.infer<typeof sheetOutput>;
