import { z } from "zod";
import { idField } from "@/shared/ids/fields";
import { publicStatusField } from "../catalogue/schema";
import { periods } from "./rules";

export const periodField = z.enum(periods);

export const facetsInput = z.object({
  /** «2026»; by default the current one */
  marathon: z.string().max(40).optional(),
  municipalityId: idField.optional(),
  directionId: idField.optional(),
  status: publicStatusField.optional(),
  period: periodField.optional(),
});
export type FacetsInput = z.output<typeof facetsInput>;

const count = z.number().int();
/** Null where the choice that was made can't be counted in bounded time: a status within a period, municipalities within one. */
export const facetsOutput = z.object({
  total: count.nullable(),
  municipalities: z.array(z.object({ id: idField, count })).nullable(),
  directions: z.array(z.object({ id: idField, count })).nullable(),
  statuses: z.array(z.object({ status: publicStatusField, count })).nullable(),
  periods: z.array(z.object({ period: periodField, count })).nullable(),
});
export type Facets = z.infer<typeof facetsOutput>;

/** Every municipality that takes part, with how many fit the other filters; where it lies, if that is known. */
export const placesOutput = z.array(z.object({
  id: idField, name: z.string(), population: count.nullable(), longitude: z.number().nullable(), latitude: z.number().nullable(), count,
}));
export type PlaceCount = z.infer<typeof placesOutput>[number];
