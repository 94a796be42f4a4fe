import * as z from "zod";
import { idField } from "@/shared/ids/fields";

/** Photos and documents of one initiative. */
export const attachmentLimits = { count: 5, bytes: 10_000_000, name: 300 } as const;

export const attachmentOutput = z.object({ id: idField, name: z.string(), type: z.enum(["jpeg", "pdf", "docx"]), bytes: z.number().int() });
export type Attachment = z.infer<typeof attachmentOutput>;

/** The file's id is made on the device: asking again begins no second one. */
export const beginInput = z.object({ draftId: idField, fileId: idField, name: z.string().max(attachmentLimits.name), bytes: z.number().int().min(1, { error: "field.invalid" }) });
export type BeginInput = z.infer<typeof beginInput>;
export const fileInput = z.object({ fileId: idField });
export const draftInput = z.object({ draftId: idField });

/** What the server needs to send it. */
export const openOutput = attachmentOutput.extend({ sha256: z.string() });
export type OpenFile = z.infer<typeof openOutput>;
