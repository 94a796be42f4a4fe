import * as z from "zod";
import { idField } from "@/shared/ids/fields";
import { idempotencyKeyField } from "@/shared/ids/idempotency";

const told = z.union([z.string(), z.number(), z.boolean(), z.date(), z.null(), z.object({ word: z.string() })]);
const toldRow = z.record(z.string(), told);

/** Parts are named by their tables: people.myData.parts. */
export const takenOutOutput = z.object({ number: z.string(), at: z.date(), parts: z.array(z.object({ part: z.string(), rows: z.array(toldRow) })), files: z.array(z.object({ id: idField, name: z.string() })) });
export type TakenOut = z.infer<typeof takenOutOutput>;

export const overviewOutput = z.object({
  parts: z.array(z.object({ part: z.string(), count: z.number().int() })),
  /** what stands in the way of erasing now */
  obstacle: z.enum(["holdsPost", "noPassword"]).nullable(),
  /** initiatives whose words stay in public, and those that go with the person */
  publicInitiatives: z.number().int(),
  privateInitiatives: z.number().int(),
  /** those that are appeals: they stay with the name and a contact for the answer */
  keptAppeals: z.number().int(),
});
export type DataOverview = z.infer<typeof overviewOutput>;

export const eraseFields = z.object({
  password: z.string({ error: "field.required" }).min(1, { error: "field.required" }).max(200, { error: "field.tooLong" }),
  understood: z.literal(true, { error: "field.required" }),
});
export const eraseInput = eraseFields.extend({ key: idempotencyKeyField });
export type EraseInput = z.infer<typeof eraseInput>;

/** The number proves the erasing; nobody can be found by it. */
export const erasedOutput = z.object({ number: z.string(), at: z.date() });
