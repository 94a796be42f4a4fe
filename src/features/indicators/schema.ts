import * as z from "zod";
import { marathonPhaseField } from "@/features/marathon/schema";
import { plainDateField } from "@/shared/dates/fields";
import { idField } from "@/shared/ids/fields";

/** What the ledger counts; gross and net are initiatives. */
export const figureNames = ["users", "unconfirmed", "gross", "net", "answered", "included"] as const;
export type FigureName = (typeof figureNames)[number];

const count = z.number().int();
export const figuresOutput = z.object({ users: count, unconfirmed: count, gross: count, net: count, answered: count, included: count });
export type Figures = z.infer<typeof figuresOutput>;

export const metrics = ["users", "initiatives"] as const;
export const metricField = z.enum(metrics);
export type Metric = z.infer<typeof metricField>;

export const paceStates = ["met", "onCourse", "slightlyBelow", "below", "missed"] as const;
export const paceOutput = z.object({
  state: z.enum(paceStates),
  missing: z.number(),
  neededPerDay: z.number(),
  currentPerDay: z.number(),
  expectedToday: z.number(),
  forecast: z.number(),
  forecastLow: z.number(),
  forecastHigh: z.number(),
});

/** An actual with what was aimed at; without a target there is no pace. */
export const measureOutput = z.object({ actual: count, target: count.nullable(), pace: paceOutput.nullable() });
export type Measure = z.infer<typeof measureOutput>;

export const placeOutput = z.object({ id: idField, name: z.string(), shortName: z.string(), regionName: z.string(), timeZone: z.string() });
export type Place = z.infer<typeof placeOutput>;

/** A marathon as the figures need it: its days, and where it stands in the municipality's zone. */
export const roundOutput = z.object({
  id: idField,
  slug: z.string(),
  name: z.string(),
  startsOn: plainDateField,
  endsOn: plainDateField,
  closingEndsOn: plainDateField,
  phase: marathonPhaseField,
  /** day of collection, from 1; 0 before it */
  day: count,
  days: count,
  daysLeft: count,
  today: plainDateField,
});
export type Round = z.infer<typeof roundOutput>;

export const inMunicipality = z.object({ municipalityId: idField, marathonId: idField.optional() });
