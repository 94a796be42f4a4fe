import * as z from "zod";
import { idField } from "@/shared/ids/fields";
import { figuresOutput, measureOutput, roundOutput } from "../schema";

const count = z.number().int();

/** A municipality among those compared; on the country's page a region with all of its municipalities. */
export const comparisonRow = z.object({
  id: idField,
  name: z.string(),
  regionId: idField,
  regionName: z.string(),
  /** the район that it stands inside; it is not subordinate to it */
  withinId: idField.nullable(),
  population: count.nullable(),
  longitude: z.number().nullable(),
  latitude: z.number().nullable(),
  figures: figuresOutput,
  users: measureOutput,
  initiatives: measureOutput,
  /** municipalities summed up, and how many of them have set a target for initiatives */
  municipalities: count,
  withTarget: count,
  /** initiatives of each day of collection up to today */
  days: z.array(count),
});
export type ComparisonRow = z.infer<typeof comparisonRow>;

export const nestings = ["apart", "together", "without"] as const;
export const nestingField = z.enum(nestings);
/** apart: each by itself · together: поселения are added to their район · without: districts alone, поселения left out */
export type Nesting = z.infer<typeof nestingField>;

export const comparisonOutput = z.object({
  round: roundOutput,
  at: z.date(),
  level: z.enum(["regions", "municipalities"]),
  /** the region whose municipalities these are */
  region: z.object({ id: idField, name: z.string() }).nullable(),
  /** there are several to go back to */
  canGoUp: z.boolean(),
  hasNested: z.boolean(),
  rows: z.array(comparisonRow),
  abilities: z.object({ export: z.boolean() }),
});
export type Comparison = z.infer<typeof comparisonOutput>;

export const comparisonInput = z.object({ marathonId: idField.optional(), regionId: idField.optional() });

export const boundaryOutput = z.object({ attribution: z.string(), features: z.array(z.object({ id: idField, geometry: z.unknown() })) });
export type Boundaries = z.infer<typeof boundaryOutput>;
