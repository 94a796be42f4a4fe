import * as z from "zod";
import { termOutput } from "@/features/regulation/schema";
import { presenceOutput } from "@/features/structure/roster/schema";
import { idField } from "@/shared/ids/fields";

export const whoHelpsInput = z.object({ municipalityId: idField, organisationId: idField.nullish() });
export type WhoHelpsInput = z.infer<typeof whoHelpsInput>;

/** Where somebody helps, by function: never a person's name or number. */
export const helperPlace = z.object({
  id: idField,
  name: z.string(),
  address: z.string().nullable(),
  /** the organisation's own */
  phone: z.string().nullable(),
  hasCoordinator: z.boolean(),
  hasExecutor: z.boolean(),
});
export type HelperPlace = z.infer<typeof helperPlace>;

export const whoHelpsOutput = z.object({
  municipality: z.object({ id: idField, name: z.string(), shortName: z.string(), timeZone: z.string() }),
  hotline: z.object({ phone: z.string().nullable(), hours: z.string().nullable(), takesQuestions: z.boolean(), firstResponse: termOutput, resolution: termOutput, /** is somebody there now, by the roster? */ presence: presenceOutput }),
  /** the one that was asked for; null without one, or when it isn't there any more */
  organisation: helperPlace.nullable(),
  /** those where somebody helps now */
  places: z.array(helperPlace),
});
export type WhoHelps = z.infer<typeof whoHelpsOutput>;
