import * as z from "zod";
import { idField } from "@/shared/ids/fields";

/** The form with the signature, of some pages. */
export const paperLimits = { bytes: 10_000_000, name: 300 } as const;

/** The file's id is made on the device: asking again begins no second one. */
export const beginPaperInput = z.object({ personId: idField, fileId: idField, name: z.string().max(paperLimits.name), bytes: z.number().int().min(1, { error: "field.invalid" }) });
export type BeginPaperInput = z.infer<typeof beginPaperInput>;
export const paperInput = z.object({ fileId: idField });

export const paperOutput = z.object({ id: idField, name: z.string(), type: z.enum(["jpeg", "pdf", "docx"]), bytes: z.number().int() });
export type Paper = z.infer<typeof paperOutput>;
export const openPaperOutput = paperOutput.extend({ sha256: z.string() });
