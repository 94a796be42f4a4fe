import * as z from "zod";
import { idField } from "@/shared/ids/fields";
import { lineField } from "@/shared/text/fields";

/** Lengths in characters; points that are kept for a region after cleaning. */
export const boundaryLimits = { attribution: 300, property: 200, matches: 3000, points: 60_000 } as const;

const choiceFields = {
  regionId: idField,
  /** null: the one that joins the most */
  property: z.string().min(1).max(boundaryLimits.property).nullable(),
  /** what a person decided: the value in the file, the municipality, or none */
  decisions: z.record(z.string().max(boundaryLimits.property), idField.nullable()),
};

/** What goes with the file when it is only looked at. */
export const previewFields = z.object(choiceFields);
export type PreviewWish = z.infer<typeof previewFields>;

/** What goes with the file when it is taken: the same that the preview answered, and whose it is. */
export const importFields = z.object({ ...choiceFields, property: z.string().min(1).max(boundaryLimits.property), attribution: lineField(3, boundaryLimits.attribution), previewHash: z.string().regex(/^[0-9a-f]{64}$/) });
export type ImportWish = z.infer<typeof importFields>;

const rowOutput = z.object({
  value: z.string(),
  /** areas of the file that carry it */
  areas: z.number().int(),
  unitId: idField.nullable(),
  /** null where a person decided, or nothing fits */
  certainty: z.enum(["exact", "likely"]).nullable(),
  isDecided: z.boolean(),
  /** the municipality's own point lies far outside: the wrong region, or latitude and longitude swapped */
  isFar: z.boolean(),
});
export type MatchRow = z.infer<typeof rowOutput>;

export const previewOutput = z.object({
  property: z.string(),
  properties: z.array(z.object({ name: z.string(), example: z.string(), matches: z.number().int() })),
  rows: z.array(rowOutput),
  /** areas without the property */
  nameless: z.number().int(),
  municipalities: z.array(z.object({ id: idField, shortName: z.string() })),
  /** ids of municipalities that get no outline */
  missing: z.array(idField),
  points: z.number().int(),
  /** how many municipalities have an outline now, which would be replaced */
  standing: z.number().int(),
  hash: z.string(),
});
export type BoundaryPreview = z.infer<typeof previewOutput>;

export const importedOutput = z.object({ units: z.number().int(), points: z.number().int() });
export type Imported = z.infer<typeof importedOutput>;

export const boundaryRegionOutput = z.object({ id: idField, name: z.string(), municipalities: z.number().int(), outlined: z.number().int(), attribution: z.string().nullable(), importedAt: z.date().nullable() });
export type BoundaryRegion = z.infer<typeof boundaryRegionOutput>;

/** What a file may weigh. */
export const geoLimitBytes = 10_000_000;

export const uploadPath = "/admin/boundaries/upload";
