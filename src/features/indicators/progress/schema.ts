import * as z from "zod";
import { termOutput } from "@/features/regulation/schema";
import { initiativeStatuses } from "@/features/initiatives/rules";
import { plainDateField } from "@/shared/dates/fields";
import { idField } from "@/shared/ids/fields";
import { figuresOutput, roundOutput } from "../schema";

const count = z.number().int();

/** A municipality whose head has released its figures. */
export const publicPlace = z.object({ id: idField, name: z.string(), population: count.nullable(), longitude: z.number().nullable(), latitude: z.number().nullable(), figures: figuresOutput });
export type PublicPlace = z.infer<typeof publicPlace>;

export const publicRegion = z.object({
  id: idField,
  /** ОКТМО where it is known, else the id: the address of the region's page */
  code: z.string(),
  name: z.string(),
  /** those that take part, and those among them whose figures are public */
  municipalities: count,
  released: count,
  figures: figuresOutput,
});
export type PublicRegion = z.infer<typeof publicRegion>;

export const publicDirection = z.object({ id: idField, name: z.string(), nameEn: z.string(), net: count });

/** An initiative that was decided, as the catalogue shows it; the author is not named here. */
export const answeredOutput = z.object({
  number: count,
  title: z.string(),
  /** how it and the answer begin */
  excerpt: z.string(),
  answer: z.string(),
  municipality: z.string(),
  direction: z.string(),
  directionEn: z.string(),
  status: z.enum(initiativeStatuses),
  supportCount: count,
  submittedOn: plainDateField,
  decidedOn: plainDateField,
});
export type Answered = z.infer<typeof answeredOutput>;

/** The public course of the marathon: sums over those whose figures are released. */
export const progressOutput = z.object({
  round: roundOutput.extend({ answer: termOutput }),
  at: z.date(),
  total: figuresOutput,
  municipalities: count,
  released: count,
  days: z.array(count),
  earlier: z.array(count).nullable(),
  directions: z.array(publicDirection),
  regions: z.array(publicRegion),
  /** of the largest cities and districts: a sample that ranks nobody */
  largest: z.array(publicPlace),
  /** the latest first */
  answered: z.array(answeredOutput),
});
export type Progress = z.infer<typeof progressOutput>;

export const regionCodeField = z.string().regex(/^(?:\d{8}|[0-9a-f-]{36})$/);

export const regionProgressOutput = z.object({ region: publicRegion, places: z.array(publicPlace), round: roundOutput, at: z.date() });
export type RegionProgress = z.infer<typeof regionProgressOutput>;
