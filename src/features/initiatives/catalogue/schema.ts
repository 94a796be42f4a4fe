import { z } from "zod";
import { publicInitiativeStatuses } from "@/access/rules/initiative";
import { idField } from "@/shared/ids/fields";
import { pageFields } from "@/shared/lists/cursor";
import { periods } from "../facets/rules";

/** «relevant» is for words; without words it is «newest» */
export const catalogueSorts = ["relevant", "newest", "supported"] as const;
export const catalogueSortField = z.enum(catalogueSorts);
export const publicStatusField = z.enum(publicInitiativeStatuses);

export const catalogueInput = z.object({
  /** «2026»; by default the current one */
  marathon: z.string().max(40).optional(),
  text: z.string().max(200).optional(),
  municipalityId: idField.optional(),
  directionId: idField.optional(),
  statuses: z.array(publicStatusField).max(publicInitiativeStatuses.length).optional(),
  /** submitted within the last seven or thirty days */
  period: z.enum(periods).optional(),
  /** by default «relevant» for words, «newest» without them */
  sort: catalogueSortField.optional(),
  ...pageFields(20, 50),
});
export type CatalogueInput = z.output<typeof catalogueInput>;

export const pieceOutput = z.object({ text: z.string(), hit: z.boolean() });

export const catalogueRow = z.object({
  number: z.number().int(),
  publicNumber: z.string(),
  title: z.array(pieceOutput),
  excerpt: z.array(pieceOutput),
  municipality: z.string(),
  direction: z.string(),
  status: publicStatusField,
  supportCount: z.number().int(),
  submittedAt: z.date(),
  /** how the official answer begins */
  answer: z.string().nullable(),
});
export type CatalogueRow = z.infer<typeof catalogueRow>;

export const catalogueOutput = z.object({
  rows: z.array(catalogueRow),
  next: z.string().nullable(),
  /** what was looked for instead: the keyboard stood in the other language, a finger slipped */
  meant: z.string().nullable(),
  /** how many were found for words, counted up to five hundred; null for a list without words and for further pages by date */
  found: z.object({ count: z.number().int(), isMore: z.boolean() }).nullable(),
  /** hardly anything has all the words: also shown is what has most of them */
  isPartial: z.boolean(),
});
export type Catalogue = z.infer<typeof catalogueOutput>;

export const similarInput = z.object({ municipalityId: idField.nullable(), title: z.string().max(2_000), essence: z.string().max(20_000).default("") });
export const similarOutput = z.array(z.object({ number: z.number().int(), title: z.string(), municipality: z.string(), status: publicStatusField, supportCount: z.number().int(), /** how the official answer begins */ answer: z.string().nullable() }));
export type Similar = z.infer<typeof similarOutput>[number];
