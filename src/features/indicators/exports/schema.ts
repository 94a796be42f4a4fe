import * as z from "zod";
import { idField } from "@/shared/ids/fields";
import { comparisonInput, nestingField } from "../comparison/schema";
import { inMunicipality } from "../schema";

/** A table as platform/tables writes it. */
export const tableOutput = z.object({
  name: z.string(),
  columns: z.array(z.object({ header: z.string(), kind: z.enum(["text", "number", "date", "percent"]), width: z.number().optional() })).readonly(),
  rows: z.array(z.array(z.union([z.string(), z.number(), z.null()])).readonly()).readonly(),
});

export const exportOutput = z.object({ fileName: z.string(), tables: z.array(tableOutput) });
export type Export = z.infer<typeof exportOutput>;

export const exportComparisonInput = comparisonInput.extend({ nesting: nestingField.default("apart") });
export const exportMunicipalityInput = inMunicipality.extend({ municipalityId: idField });
