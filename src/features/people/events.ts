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

/** Publishing one's name was agreed to or withdrawn: what is published follows at once. */
export const nameConsentChanged = defineEvent("person.nameConsentChanged", z.object({ personId: idField, publishesName: z.boolean() }));
