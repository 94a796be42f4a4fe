import * as z from "zod";
import { defineEvent } from "@/platform/events/event";
import { idField } from "@/shared/ids/fields";
import { initiativeStatuses, lifecycleActions } from "./lifecycle";
import { remarkActions } from "./remarks/rules";

/** What every announcement of an initiative carries: whose row it is, and in which figures it counts. No personal data but ids. */
export const initiativeScopes = z.object({
  initiativeId: idField,
  number: z.number().int(),
  marathonId: idField,
  municipalityId: idField,
  directionId: idField,
  originatingId: idField.nullable(),
  consideringId: idField.nullable(),
  handedToId: idField.nullable(),
  authorId: idField.nullable(),
  helperId: idField.nullable(),
});
export type InitiativeScopes = z.infer<typeof initiativeScopes>;

export const initiativeSubmitted = defineEvent("initiative.submitted", initiativeScopes);

/** A step of the lifecycle. What was said with it stands in the InitiativeEvent of `eventId`. */
export const initiativeMoved = defineEvent(
  "initiative.moved",
  initiativeScopes.extend({ eventId: idField, action: z.enum(lifecycleActions), from: z.enum(initiativeStatuses), to: z.enum(initiativeStatuses) }),
);

/** A coordinator suggests another wording of a draft that its author shared. */
export const draftReworded = defineEvent("draft.reworded", z.object({ draftId: idField, authorId: idField }));

/** What had come after the collection is decided; the number of the initiative that it is, or null. */
export const lateSheetSettled = defineEvent("lateSheet.settled", z.object({ id: idField, authorId: idField, helperId: idField.nullable(), number: z.number().int().nullable() }));

/** A reader's remark took a step; «open»: the author takes questions from now on, or no more. */
export const initiativeRemarked = defineEvent(
  "initiative.remarked",
  z.object({
    initiativeId: idField, number: z.number().int(), remarkId: idField.nullable(), action: z.enum(["open", ...remarkActions]),
    byId: idField.nullable(), authorId: idField.nullable(),
  }),
);

/** Who supports or follows it is told of a step, some at a time: those after `after`, by id. */
export const initiativeNewsDue = defineEvent(
  "initiative.newsDue",
  z.object({ initiativeId: idField, number: z.number().int(), eventId: idField, status: z.enum(initiativeStatuses), action: z.enum(lifecycleActions), after: idField.nullable() }),
);

/** Another municipality or direction, corrected by the author or «направлено по принадлежности»: it leaves one figure and enters another. */
export const initiativePlaceCorrected = defineEvent(
  "initiative.placeCorrected",
  initiativeScopes.extend({ fromMunicipalityId: idField, fromDirectionId: idField, fromOriginatingId: idField.nullable() }),
);

/** A part has become an initiative of its own. */
export const initiativeSplitOff = defineEvent("initiative.splitOff", initiativeScopes.extend({ fromId: idField, eventId: idField }));
