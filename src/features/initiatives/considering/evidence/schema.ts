import * as z from "zod";
import { idField } from "@/shared/ids/fields";
import { lineField } from "@/shared/text/fields";

/** Photos of what was done, and the signed answer itself. */
export const evidenceLimits = { photos: 10, bytes: 10_000_000, name: 300, altMin: 5, alt: 200 } as const;

/** The file's id is made on the device: asking again begins no second one. */
const place = z.object({ initiativeId: idField, fileId: idField, name: z.string().max(evidenceLimits.name), bytes: z.number().int().min(1, { error: "field.invalid" }) });
/** What is on a photo is said in words for who doesn't see it. */
export const altField = lineField(evidenceLimits.altMin, evidenceLimits.alt);
export const beginEvidenceInput = z.discriminatedUnion("kind", [place.extend({ kind: z.literal("donePhoto"), alt: altField }), place.extend({ kind: z.literal("answerScan") })]);
export type BeginEvidenceInput = z.infer<typeof beginEvidenceInput>;

export const evidenceInput = z.object({ fileId: idField });

const scanOutput = z.object({ id: idField, name: z.string(), type: z.enum(["jpeg", "pdf", "docx"]), bytes: z.number().int() });
export const openEvidenceOutput = scanOutput.extend({ sha256: z.string() });
export type OpenEvidence = z.infer<typeof openEvidenceOutput>;

export const evidenceOutput = z.object({ photos: z.array(z.object({ id: idField, alt: z.string() })), scan: scanOutput.nullable() });
export type Evidence = z.infer<typeof evidenceOutput>;
