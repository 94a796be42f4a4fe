import * as z from "zod";
import { idempotencyKeyField } from "@/shared/ids/idempotency";
import { idField } from "@/shared/ids/fields";
import { lineField } from "@/shared/text/fields";
import { roleField } from "../schema";

export const paperKinds = ["coordination", "groups", "protocol", "organisation", "list"] as const;
export const paperKindField = z.enum(paperKinds);
export type PaperKind = (typeof paperKinds)[number];

/** An order is of one organisation, the other papers of the municipality. */
export const paperInput = z.object({ municipalityId: idField, kind: paperKindField, organisationId: idField.optional() }).refine(({ kind, organisationId }) => (kind === "organisation") === (organisationId !== undefined));
export type PaperInput = z.infer<typeof paperInput>;

const textBlock = z.object({
  kind: z.literal("text"), text: z.string(), align: z.enum(["left", "centre", "aside", "both"]).optional(), bold: z.boolean().optional(), indent: z.boolean().optional(), newPage: z.boolean().optional(), space: z.enum(["before", "after"]).optional(),
});
const apartBlock = z.object({ kind: z.literal("apart"), parts: z.array(z.string()), widths: z.array(z.number()) });
const tableBlock = z.object({ kind: z.literal("table"), header: z.array(z.string()), rows: z.array(z.array(z.string())), widths: z.array(z.number()) });
export const paperOutput = z.object({ fileName: z.string(), title: z.string(), blocks: z.array(z.discriminatedUnion("kind", [textBlock, apartBlock, tableBlock])) });
export type Paper = z.infer<typeof paperOutput>;
export type Block = Paper["blocks"][number];

/** Somebody as the papers name them: with the post that they hold otherwise, and, where an act appoints by name, «кого». */
export const paperNameOutput = z.object({
  appointmentId: idField, name: z.string(), role: roleField, position: z.string().nullable(), /** null: stands in a list only */ whom: z.string().nullable(), byHand: z.string().nullable(), isDoubtful: z.boolean(), mayChange: z.boolean(),
});
export type PaperName = z.infer<typeof paperNameOutput>;

export const papersInput = z.object({ municipalityId: idField });
export const papersOutput = z.object({
  place: z.object({ id: idField, shortName: z.string() }),
  /** the passport lacks a word that stands in papers, and the asker may write it */
  lacksPassport: z.boolean(),
  papers: z.array(z.object({ kind: paperKindField, organisationId: idField.nullable(), name: z.string() })),
  names: z.array(paperNameOutput),
});
export type Papers = z.infer<typeof papersOutput>;

export const setWhomInput = z.object({
  appointmentId: idField,
  /** «заместитель главы администрации»; empty: none */
  position: lineField(0, 200),
  /** empty: what the program makes */
  whom: lineField(0, 300),
  seen: z.object({ position: z.string().nullable(), whom: z.string().nullable() }),
  key: idempotencyKeyField,
});
export type SetWhomInput = z.infer<typeof setWhomInput>;
