import * as z from "zod";
import type { FieldMessageKey } from "@/shared/errors/field-messages";
import { idField } from "@/shared/ids/fields";
import { idempotencyKeyField } from "@/shared/ids/idempotency";
import { roleField } from "../../schema";

/** Lines of one paste, those that are appointed in one transaction, characters of the whole. */
export const bulkLimits = { lines: 200, atOnce: 25, text: 40_000 } as const;

/** Roles that many people hold: the others are appointed one by one. */
export const bulkRoles = ["coordinator", "executor", "director", "workingGroupMember", "workingGroupSecretary", "workingGroupLead", "operator"] as const;
export type BulkRole = (typeof bulkRoles)[number];

export const lineProblems = ["noName", "badName", "badEmail", "noPlace", "unknownPlace", "severalPlaces", "mayNot", "twice", "personDiffers", "addressUnconfirmed", "already"] as const;
export type LineProblem = (typeof lineProblems)[number];

/** As it was pasted: tabs divide the cells of a table, so nothing is cleaned here. */
const pastedField = z.string().max(bulkLimits.text, { error: "field.tooLong" satisfies FieldMessageKey }).refine((text) => text.trim() !== "", { error: "field.required" satisfies FieldMessageKey });

export const previewInput = z.object({ municipalityId: idField, role: z.enum(bulkRoles), text: pastedField });
export type PreviewInput = z.infer<typeof previewInput>;

/** `expected`: how many lines were ready on the screen. */
export const inviteAllInput = previewInput.extend({ expected: z.number().int().min(1), key: idempotencyKeyField });
export type InviteAllInput = z.infer<typeof inviteAllInput>;

export const previewLineOutput = z.object({
  /** as it stands in the text, from 1 */
  line: z.number().int(),
  place: z.string(),
  name: z.string(),
  /** null: by a printed code */
  email: z.string().nullable(),
  problem: z.enum(lineProblems).nullable(),
});
export type PreviewLine = z.infer<typeof previewLineOutput>;
export const previewOutput = z.object({ lines: z.array(previewLineOutput), ready: z.number().int() });

export const invitedOutput = z.object({
  appointed: z.array(z.object({ appointmentId: idField, name: z.string(), role: roleField, where: z.string(), byCode: z.boolean() })),
  /** lines that were not taken, as they were written */
  left: z.string(),
});
export type Invited = z.infer<typeof invitedOutput>;
