import * as z from "zod";
import { tripOutput } from "@/features/people/trips/schema";
import { idField } from "@/shared/ids/fields";
import { initiatorKinds } from "../schema";

/** Characters of the trip's password: it alone stands between a lost phone and what is on it. */
export const passwordLimits = { min: 10, max: 200 } as const;

/** What is known where nothing can be asked; lies sealed on the device. */
export const sealedTrip = tripOutput.omit({ preparedAt: true, expiresAt: true }).extend({
  preparedAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  directions: z.array(z.object({ id: idField, name: z.string() })),
});
export type SealedTrip = z.infer<typeof sealedTrip>;

const refusal = z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])), fields: z.record(z.string(), z.string()) });
export type Refused = z.infer<typeof refusal>;

/** As typed; its id is made when it is begun, becomes the initiative's, and tells when that was. */
export const typedInitiative = z.object({
  id: idField,
  title: z.string(),
  essence: z.string(),
  expectedResult: z.string(),
  placeText: z.string(),
  directionId: z.string(),
  initiatorKind: z.enum(["", ...initiatorKinds]),
  refused: refusal.nullable(),
});
export type TypedInitiative = z.infer<typeof typedInitiative>;

export const typedPerson = z.object({
  familyName: z.string(),
  givenName: z.string(),
  patronymic: z.string(),
  phone: z.string(),
  birthDate: z.string(),
  representativeName: z.string(),
  representativeCase: z.string(),
  worksHere: z.boolean(),
  signedOnPaper: z.boolean(),
  paperCase: z.string(),
});
export type TypedPerson = z.infer<typeof typedPerson>;

/** Somebody who was taken down, with any number of initiatives; lies sealed on the device until the server has all of it. */
export const tripRecord = z.object({
  id: idField,
  person: typedPerson,
  /** of the slip that they were given */
  code: z.string().nullable(),
  initiatives: z.array(typedInitiative),
  /** everything that is needed is there: it may be handed in */
  isComplete: z.boolean(),
  /** who they are, once the server has said so */
  personId: idField.nullable(),
  isAnother: z.boolean(),
  /** the server knows somebody like them; `known` where the coordinator may see who */
  double: z.object({ known: z.object({ id: idField, name: z.string() }).nullable() }).nullable(),
  refused: refusal.nullable(),
});
export type TripRecord = z.infer<typeof tripRecord>;
