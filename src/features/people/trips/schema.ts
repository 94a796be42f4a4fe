import * as z from "zod";
import { oneTimeCodeField } from "@/shared/codes/fields";
import { idField } from "@/shared/ids/fields";
import { deskFields, deskRegisterOutput } from "../desk/schema";

/** Slips of one trip; of trips whose slips wait, one coordinator's at a time. */
export const tripLimits = { slips: 60, open: 20 } as const;

export const prepareTripInput = z.object({
  /** made on the device */
  id: idField,
  /** the asker's organisation, for which people are taken down */
  atUnitId: idField,
  slips: z.number().int().min(1).max(tripLimits.slips),
});
export type PrepareTripInput = z.infer<typeof prepareTripInput>;

/** Everything that is needed where nothing can be asked. The codes are in this answer and nowhere else. */
export const tripOutput = z.object({
  id: idField,
  preparedAt: z.date(),
  expiresAt: z.date(),
  unitId: idField,
  unitName: z.string(),
  municipalityId: idField,
  municipalityName: z.string(),
  marathonId: idField,
  slipAddress: z.string(),
  consent: z.object({ title: z.string(), text: z.string(), version: z.number().int() }),
  codes: z.array(z.string()),
});
export type Trip = z.infer<typeof tripOutput>;

/** One person, as taken down. The id is made on the device and becomes the person's: however often it is sent, it is one. */
export const registerOnTripInput = deskFields.omit({ processingDocumentId: true, publishNameDocumentId: true, organisationId: true, hiddenFromOrganisation: true }).extend({
  id: idField,
  tripId: idField,
  worksHere: z.boolean(),
  /** the slip that they were given */
  code: oneTimeCodeField.nullable(),
  isAnother: z.boolean(),
});
export type RegisterOnTripInput = z.infer<typeof registerOnTripInput>;

/** given: their slip opens their account from now on · gone: too late, or another's; a new one can be made */
export const registerOnTripOutput = z.union([z.object({ ok: z.literal(true), personId: idField, slip: z.enum(["given", "gone", "none"]) }), deskRegisterOutput.options[1]]);
export type TripOutcome = z.infer<typeof registerOnTripOutput>;
