import * as z from "zod";
import { idField } from "@/shared/ids/fields";
import { idempotencyKeyField } from "@/shared/ids/idempotency";
import { pageFields } from "@/shared/lists/cursor";
import { textField } from "@/shared/text/fields";
import { draftContent } from "../schema";
import { lateStates } from "../submission/schema";

/** Lengths in characters. */
export const lateLimits = { reasonMin: 5, reason: 500 } as const;

export const lateListInput = z.object(pageFields(20));
export const lateSheetOutput = z.object({
  id: idField,
  content: draftContent,
  directionName: z.string().nullable(),
  author: z.string(),
  organisation: z.string(),
  municipality: z.string(),
  paperCase: z.string(),
  takenAt: z.date(),
  arrivedAt: z.date(),
  timeZone: z.string(),
});
export type LateSheet = z.infer<typeof lateSheetOutput>;
export const lateListOutput = z.object({ rows: z.array(lateSheetOutput), next: z.string().nullable() });

const decided = { id: idField, key: idempotencyKeyField };
export const decideLateInput = z.discriminatedUnion("letIn", [
  z.object({ ...decided, letIn: z.literal(true) }),
  /** the reason goes to the author and to who helped */
  z.object({ ...decided, letIn: z.literal(false), reason: textField(lateLimits.reasonMin, lateLimits.reason) }),
]);
export type DecideLateInput = z.infer<typeof decideLateInput>;
export const decideLateOutput = z.object({ id: idField, state: z.enum(lateStates), publicNumber: z.string().nullable() });
export type DecideLateOutput = z.infer<typeof decideLateOutput>;
