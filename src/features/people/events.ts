import * as z from "zod";
import { defineEvent } from "@/platform/events/event";
import { idField } from "@/shared/ids/fields";

/** Whom the figures count and where; ids alone. */
const joining = z.object({
  registrationId: idField,
  personId: idField,
  marathonId: idField,
  municipalityId: idField,
  /** where they work or study; none is a row in every sum */
  organisationId: idField.nullable(),
  attribution: z.enum(["resident", "coordinator", "organisation"]),
  /** counts as a registered user from now on */
  confirmed: z.boolean(),
});
export type Joining = z.infer<typeof joining>;

/** Somebody takes part in a marathon; not yet confirmed ones are shown beside the sum. */
export const personJoined = defineEvent("person.joined", joining);

/** Somebody who had joined has proved who they are: they leave the unconfirmed and enter the registered users, once. */
export const personConfirmed = defineEvent("person.confirmed", joining);

/** A text of consent has a new version in force. */
export const consentPublished = defineEvent("person.consentPublished", z.object({ purpose: z.enum(["processing", "publishName"]), version: z.number().int() }));

/** Somebody is hidden from their organisation, or shown to it again. */
export const hidingChanged = defineEvent("person.hidingChanged", z.object({ personId: idField, isHidden: z.boolean() }));

/**
 * Somebody had their data erased: what they counted as leaves the figures today, kept pages and letters' files go. Nobody's id:
 * the announcement itself stays for a month.
 */
export const personErased = defineEvent("person.erased", z.object({ registrations: z.array(joining.omit({ personId: true })), initiativeNumbers: z.array(z.number().int()), letterIds: z.array(idField) }));
/** Two records of one person became one, and both had joined the same marathon: this joining is counted no more, from now on. */
export const registrationMerged = defineEvent("person.registrationMerged", joining.pick({ registrationId: true, personId: true, marathonId: true, municipalityId: true }));

/** Publishing one's name was agreed to or withdrawn: what is published follows at once. */
export const nameConsentChanged = defineEvent("person.nameConsentChanged", z.object({ personId: idField, publishesName: z.boolean() }));
