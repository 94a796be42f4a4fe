import * as z from "zod";
import { idempotencyKeyField } from "@/shared/ids/idempotency";
import { idField } from "@/shared/ids/fields";
import { inMunicipality, metricField, placeOutput, roundOutput } from "../schema";

export const targetLimits = { least: 1, most: 10_000_000, changes: 1_000 } as const;

/** A target of the municipality, of one direction or of one organisation. */
export const targetOutput = z.object({
  id: idField,
  metric: metricField,
  directionId: idField.nullable(),
  organisationId: idField.nullable(),
  value: z.number().int(),
  /** grows with each change: what a form says that it has seen */
  version: z.number().int(),
});
export type Target = z.infer<typeof targetOutput>;

export const targetKey = ({ metric, directionId, organisationId }: Pick<Target, "metric" | "directionId" | "organisationId">): string => `${metric}:${directionId ?? ""}:${organisationId ?? ""}`;

export const targetValueField = z.number({ error: "field.number" }).int({ error: "field.number" }).min(targetLimits.least).max(targetLimits.most);

export const targetChange = z
  .object({
    metric: metricField,
    directionId: idField.nullable(),
    organisationId: idField.nullable(),
    /** null takes the target away */
    value: targetValueField.nullable(),
    /** the version that was on the page; null where there was none */
    version: z.number().int().nullable(),
  })
  .refine(({ directionId, organisationId }) => directionId === null || organisationId === null)
  // a person joins a municipality, no direction
  .refine(({ metric, directionId }) => metric === "initiatives" || directionId === null);
export type TargetChange = z.infer<typeof targetChange>;

export const setTargetsInput = inMunicipality.extend({ key: idempotencyKeyField, changes: z.array(targetChange).min(1).max(targetLimits.changes) });
export type SetTargets = z.infer<typeof setTargetsInput>;

export const targetsOutput = z.object({
  place: placeOutput,
  round: roundOutput,
  targets: z.array(targetOutput),
  directions: z.array(z.object({ id: idField, name: z.string(), nameEn: z.string() })),
  organisations: z.array(z.object({ id: idField, name: z.string() })),
  canSet: z.boolean(),
});
export type Targets = z.infer<typeof targetsOutput>;
