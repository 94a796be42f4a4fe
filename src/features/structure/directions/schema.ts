import * as z from "zod";
import { idField } from "@/shared/ids/fields";
import { idempotencyKeyField } from "@/shared/ids/idempotency";
import { lineField } from "@/shared/text/fields";
import { placeOutput, structureLimits } from "../schema";

export const ownDirectionsInput = z.object({ municipalityId: idField });

const directionOutput = z.object({
  id: idField, name: z.string(), nameEn: z.string(),
  /** of the municipality; else of the marathon, which nobody changes here */
  isOwn: z.boolean(),
  group: z.string().nullable(), initiatives: z.number().int(), retiredAt: z.date().nullable(),
});
export type OwnDirection = z.infer<typeof directionOutput>;
export const ownDirectionsOutput = z.object({ place: placeOutput, round: z.object({ id: idField, name: z.string() }).nullable(), directions: z.array(directionOutput), may: z.object({ change: z.boolean() }) });

/** A new direction, or another name for one: of a municipality or of the marathon. */
export const directionWish = {
  /** null: a new one, last in the list */
  directionId: idField.nullable(),
  name: lineField(3, structureLimits.shortName),
  nameEn: lineField(0, structureLimits.shortName),
  seen: z.string().nullable(),
  key: idempotencyKeyField,
};
export const saveOwnDirectionInput = z.object({ municipalityId: idField, ...directionWish });
export type SaveOwnDirectionInput = z.infer<typeof saveOwnDirectionInput>;

/** `isRetired` false: it is in use again. */
export const retireDirectionInput = z.object({ municipalityId: idField, directionId: idField, isRetired: z.boolean(), key: idempotencyKeyField });
export const savedDirectionOutput = z.object({ directionId: idField });
