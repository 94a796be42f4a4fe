import * as z from "zod";
import { idField } from "@/shared/ids/fields";
import { actKindField } from "../chart/schema";
import { placeOutput, roleField } from "../schema";

export const rightsFilters = ["all", "personal", "substitutes", "withoutAct"] as const;

const wish = {
  /** null: everywhere that the asker may review */
  municipalityId: idField.nullable(),
  q: z.string().max(100).default(""),
  filter: z.enum(rightsFilters).default("all"),
  /** why an administrator needs the names of those whom he doesn't appoint; it is kept with each look */
  reason: z.string().trim().min(10).max(300).nullable().catch(null),
};
export const rightsInput = z.object({ ...wish, cursor: z.string().max(2000).nullish() });
export const rightsExportInput = z.object(wish);
export type RightsWish = z.infer<typeof rightsExportInput>;

export const rightOutput = z.object({
  appointmentId: idField,
  /** null: not for the asker's eyes without a reason */
  name: z.string().nullable(),
  /** is the appointment's own page for the asker? */
  mayOpen: z.boolean(),
  role: roleField,
  where: z.string(),
  municipality: z.string().nullable(),
  isSubstitute: z.boolean(),
  startsAt: z.date(),
  endsAt: z.date().nullable(),
  timeZone: z.string(),
  act: z.object({ kind: actKindField.nullable(), number: z.string().nullable(), date: z.string().nullable() }),
  appointedBy: z.string().nullable(),
  /** ended units whose past is seen through this post */
  inherits: z.array(z.string()),
  seesPersonalData: z.boolean(),
});
export type Right = z.infer<typeof rightOutput>;
export const rightsOutput = z.object({ rows: z.array(rightOutput), next: z.string().nullable(), /** how many hold a right, of them how many see personal data */ total: z.number().int(), personal: z.number().int(), hasHiddenNames: z.boolean(), places: z.array(placeOutput) });

/** A table as platform/tables writes it. */
export const rightsTablesOutput = z.object({
  fileName: z.string(),
  tables: z.array(z.object({
    name: z.string(),
    columns: z.array(z.object({ header: z.string(), kind: z.enum(["text", "number", "date", "percent"]), width: z.number().optional() })).readonly(),
    rows: z.array(z.array(z.union([z.string(), z.number(), z.null()])).readonly()).readonly(),
  })),
});
