import * as z from "zod";
import { idField } from "@/shared/ids/fields";

/** Forty sheets on two sides, scanned for reading. */
export const stackLimits = { bytes: 30_000_000, name: 300 } as const;

/** The file's id is made on the device: asking again begins no second one. It is the stack's name in each consent and initiative of it. */
export const beginStackInput = z.object({ atUnitId: idField, fileId: idField, name: z.string().max(stackLimits.name), bytes: z.number().int().min(1, { error: "field.invalid" }) });
export type BeginStackInput = z.infer<typeof beginStackInput>;
export const stackInput = z.object({ fileId: idField });

export const stackOutput = z.object({ id: idField, name: z.string(), type: z.enum(["jpeg", "pdf", "docx"]), bytes: z.number().int() });
export type StackScan = z.infer<typeof stackOutput>;
export const openStackOutput = stackOutput.extend({ sha256: z.string() });
