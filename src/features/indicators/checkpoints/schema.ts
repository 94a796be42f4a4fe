import * as z from "zod";
import { plainDateField } from "@/shared/dates/fields";
import { idField } from "@/shared/ids/fields";
import { idempotencyKeyField } from "@/shared/ids/idempotency";
import { lineField } from "@/shared/text/fields";
import { inMunicipality, placeOutput, roundOutput } from "../schema";

const count = z.number().int();

/** What a closed checkpoint showed, and who has looked at it. */
export const frozenOutput = z.object({
  users: count,
  unconfirmed: count,
  gross: count,
  net: count,
  usersTarget: count.nullable(),
  initiativesTarget: count.nullable(),
  approvedAt: z.date().nullable(),
  approvedOnPaper: z.boolean(),
  notedAt: z.date().nullable(),
});
export type Frozen = z.infer<typeof frozenOutput>;

export const checkpointOutput = z.object({
  id: idField,
  name: z.string(),
  date: plainDateField,
  /** minutes since midnight, 1440 is «до 24:00 включительно» */
  minutes: count,
  /** the first instant that is too late, in the municipality's zone */
  deadline: z.date(),
  /** set by the marathon for everybody: cannot be changed here */
  common: z.boolean(),
  figures: frozenOutput.nullable(),
  /** what has come since: figures of today less the frozen ones; null before */
  since: z.object({ users: count, net: count }).nullable(),
});
export type Checkpoint = z.infer<typeof checkpointOutput>;

export const checkpointsOutput = z.object({
  place: placeOutput,
  round: roundOutput,
  checkpoints: z.array(checkpointOutput),
  abilities: z.object({ create: z.boolean(), approve: z.boolean(), recordPaperApproval: z.boolean(), takeNote: z.boolean() }),
});
export type Checkpoints = z.infer<typeof checkpointsOutput>;

/** «18:00», «24:00» */
export const clockField = z.string({ error: "field.required" }).regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/, { error: "field.invalid" });

export const checkpointFields = z.object({ name: lineField(3, 120), date: plainDateField, time: clockField });
export const createCheckpointInput = inMunicipality.extend({ key: idempotencyKeyField, ...checkpointFields.shape });
export type CreateCheckpoint = z.infer<typeof createCheckpointInput>;

export const oneCheckpointInput = z.object({ checkpointId: idField, municipalityId: idField });

/** The council takes note of several at once. */
export const takeNoteInput = z.object({ checkpointId: idField, municipalityIds: z.array(idField).min(1).max(500) });

export const councilCheckpointOutput = z.object({
  id: idField,
  name: z.string(),
  date: plainDateField,
  minutes: count,
  rows: z.array(z.object({ municipalityId: idField, shortName: z.string(), regionName: z.string(), figures: frozenOutput })),
  canTakeNote: z.boolean(),
});
export type CouncilCheckpoint = z.infer<typeof councilCheckpointOutput>;
