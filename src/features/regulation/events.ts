import * as z from "zod";
import { defineEvent } from "@/platform/events/event";
import { idField } from "@/shared/ids/fields";
import { termSubjectField, tierField } from "./schema";

/** A new edition: of the marathon, or of a municipality. */
export const regulationSet = defineEvent("regulation.set", z.object({ marathonId: idField, municipalityId: idField.nullable(), number: z.number().int() }));

/** A term ran out and went up: once for each term. */
export const termMissed = defineEvent("term.missed", z.object({
  missedId: idField,
  subject: termSubjectField,
  subjectId: idField,
  number: z.number().int(),
  marathonId: idField,
  municipalityId: idField,
  bodyId: idField.nullable(),
  dueAt: z.string(),
  wentUpTo: tierField,
  /** as ISO text, said in the zone when it is shown */
  zone: z.string(),
}));
