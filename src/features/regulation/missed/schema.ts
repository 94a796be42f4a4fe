import * as z from "zod";
import { idField } from "@/shared/ids/fields";
import { pageFields } from "@/shared/lists/cursor";
import { termSubjectField, tierField, type TermSubject } from "../schema";

/** A term that a feature has found run out. */
export interface Missed {
  readonly subject: TermSubject;
  readonly subjectId: string;
  readonly number: number;
  readonly marathonId: string;
  readonly municipalityId: string;
  /** the group or hotline that had to react */
  readonly bodyId: string | null;
  readonly dueAt: Date;
}

export const missedListInput = z.object(pageFields(30));
export const missedOutput = z.object({
  id: idField, subject: termSubjectField, subjectId: idField, number: z.number().int(), municipality: z.string(), dueAt: z.date(), wentUpTo: tierField.nullable(), settledAt: z.date().nullable(), timeZone: z.string(),
});
export type MissedRow = z.infer<typeof missedOutput>;
export const missedListOutput = z.object({ rows: z.array(missedOutput), next: z.string().nullable(), open: z.number().int() });
export type MissedList = z.infer<typeof missedListOutput>;
