import * as z from "zod";
import { plainDateField } from "@/shared/dates/fields";
import { idField } from "@/shared/ids/fields";
import { checkpointOutput } from "../checkpoints/schema";
import { figuresOutput, measureOutput, placeOutput, roundOutput } from "../schema";

const count = z.number().int();

export const directionLine = z.object({ id: idField, name: z.string(), nameEn: z.string(), figures: figuresOutput, initiatives: measureOutput });
export type DirectionLine = z.infer<typeof directionLine>;

/** id null: «без организации» */
export const organisationLine = z.object({ id: idField.nullable(), name: z.string().nullable(), figures: figuresOutput, users: measureOutput, initiatives: measureOutput });
export type OrganisationLine = z.infer<typeof organisationLine>;

export const nextCheckpointOutput = z.object({
  id: idField,
  name: z.string(),
  date: plainDateField,
  /** the first instant that is too late */
  deadline: z.date(),
  workingDaysLeft: count,
  daysLeft: count,
  /** what stands on the straight course by then; null without a target */
  initiatives: z.number().nullable(),
  neededPerDay: z.number().nullable(),
});
export type NextCheckpoint = z.infer<typeof nextCheckpointOutput>;

export const morningOutput = z.object({
  place: placeOutput,
  round: roundOutput,
  at: z.date(),
  total: figuresOutput,
  users: measureOutput,
  initiatives: measureOutput,
  next: nextCheckpointOutput.nullable(),
  checkpoints: z.array(checkpointOutput),
  directions: z.array(directionLine),
  organisations: z.array(organisationLine),
  /** initiatives and users of each day of collection up to today */
  days: z.array(z.object({ net: count, users: count })),
  /** the round before: running sum of initiatives by day of collection */
  earlier: z.array(count).nullable(),
  abilities: z.object({ setTargets: z.boolean(), approve: z.boolean(), export: z.boolean() }),
});
export type Morning = z.infer<typeof morningOutput>;

/** What an organisation's coordinator and director see of their own. */
export const organisationFiguresOutput = z.object({
  id: idField,
  name: z.string(),
  round: roundOutput,
  users: measureOutput,
  initiatives: measureOutput,
  figures: figuresOutput,
  days: z.array(z.object({ net: count, users: count })),
});
export type OrganisationFigures = z.infer<typeof organisationFiguresOutput>;

export const placeChoiceOutput = z.object({ id: idField, shortName: z.string(), regionName: z.string() });
export type PlaceChoice = z.infer<typeof placeChoiceOutput>;
