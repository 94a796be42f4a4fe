import * as z from "zod";
import { roles } from "@/access/roles";
import { defineEvent } from "@/platform/events/event";
import { idField } from "@/shared/ids/fields";

const appointment = z.object({
  appointmentId: idField,
  personId: idField,
  role: z.enum(roles),
  unitId: idField.nullable(),
  bodyId: idField.nullable(),
  municipalityId: idField.nullable(),
  marathonId: idField.nullable(),
});

/** Somebody got a role; ids alone. */
export const appointmentMade = defineEvent("appointment.made", appointment);

/** The right is gone with the next request; open work was handed over in the same transaction. */
export const appointmentEnded = defineEvent("appointment.ended", appointment);

/** The municipality is set up for the marathon. */
export const municipalitySetUp = defineEvent("structure.setUp", z.object({ municipalityId: idField, marathonId: idField }));

/** A round begins as another ended: for the whole marathon, or, when a municipality confirmed it, in that one. What belongs to other features comes along in the same transaction. */
export const roundCopied = defineEvent("structure.roundCopied", z.object({ marathonId: idField, fromId: idField, municipalityId: idField.nullable() }));

/** A region's outlines are others from now on: maps are drawn anew. */
export const boundariesImported = defineEvent("structure.boundariesImported", z.object({ regionId: idField, units: z.number().int() }));

/** What was unfinished at a unit or a body is another's from now on; in the transaction of the change. */
export const workHandedOver = defineEvent("structure.workHandedOver", z.object({ from: z.object({ unitId: idField.nullable(), bodyId: idField.nullable() }), to: z.object({ unitId: idField.nullable(), bodyId: idField.nullable() }) }));

/** The tree is another: names, places, who goes on after whom. */
export const unitsChanged = defineEvent("structure.unitsChanged", z.object({ changeId: idField, unitId: idField }));
/** Municipalities, organisations or people came out of a file; null: into many municipalities. */
export const directoryImported = defineEvent("structure.directoryImported", z.object({ regionIds: z.array(idField), municipalityId: idField.nullable() }));
