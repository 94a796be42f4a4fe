import * as z from "zod";
import { idField } from "@/shared/ids/fields";

/** One document of some pages. */
export const scanLimits = { bytes: 10_000_000, name: 300 } as const;

/** The file's id is made on the device: asking again begins no second one. */
export const beginScanInput = z.object({ appointmentId: idField, fileId: idField, name: z.string().max(scanLimits.name), bytes: z.number().int().min(1, { error: "field.invalid" }) });
export type BeginScanInput = z.infer<typeof beginScanInput>;
export const scanInput = z.object({ fileId: idField });

export const scanOutput = z.object({ id: idField, name: z.string(), type: z.enum(["jpeg", "pdf", "docx"]), bytes: z.number().int() });
export type Scan = z.infer<typeof scanOutput>;
export const openScanOutput = scanOutput.extend({ sha256: z.string() });
