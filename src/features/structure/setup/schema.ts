import * as z from "zod";
import { idField } from "@/shared/ids/fields";
import { idempotencyKeyField } from "@/shared/ids/idempotency";
import { lineField } from "@/shared/text/fields";
import { structureLimits } from "../schema";

/** The question pages, in their order. */
export const setupSteps = ["hotline", "groups", "people", "organisations", "coordinators", "dates", "targets", "check"] as const;
export type SetupStep = (typeof setupSteps)[number];

export const organisationKinds = ["school", "kindergarten", "hospital", "culture", "library", "sport", "social", "utility", "other"] as const;

const inPlace = z.object({ municipalityId: idField, key: idempotencyKeyField });
const idList = (most: number) => z.array(idField).max(most).transform((ids) => [...new Set(ids)].toSorted());

/** `seen`: what stood on the screen; whoever comes second learns of the first. */
export const setHotlineInput = inPlace.extend({
  phone: lineField(1, 40),
  hours: lineField(3, structureLimits.hours),
  seen: z.object({ phone: z.string().nullable(), hours: z.string().nullable() }),
});
export type SetHotlineInput = z.infer<typeof setHotlineInput>;

export const saveGroupInput = inPlace.extend({
  /** null: a new one */
  groupId: idField.nullable(),
  name: lineField(3, structureLimits.name),
  directionIds: idList(structureLimits.directions),
  seen: z.object({ name: z.string(), directionIds: idList(structureLimits.directions) }).nullable(),
});
export type SaveGroupInput = z.infer<typeof saveGroupInput>;

export const endGroupInput = inPlace.extend({ groupId: idField });

export const addOrganisationInput = inPlace.extend({
  name: lineField(3, structureLimits.name),
  /** empty: the same as the name */
  shortName: lineField(0, structureLimits.shortName),
  kind: z.enum(organisationKinds, { error: "field.choice" }),
  address: lineField(0, structureLimits.address),
  groupIds: idList(structureLimits.links),
});
export type AddOrganisationInput = z.infer<typeof addOrganisationInput>;

export const linkOrganisationInput = inPlace.extend({ organisationId: idField, groupIds: idList(structureLimits.links), seen: idList(structureLimits.links) });
export type LinkOrganisationInput = z.infer<typeof linkOrganisationInput>;

export const finishInput = inPlace;
export const checkDatesInput = inPlace;

export const savedGroupOutput = z.object({ groupId: idField });
export const addedOrganisationOutput = z.object({ organisationId: idField });
