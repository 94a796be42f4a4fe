import * as z from "zod";
import { idField } from "@/shared/ids/fields";
import { pageFields } from "@/shared/lists/cursor";
import { initiativeStatusField } from "../../schema";
import { competenceField, decisionField, termOutput } from "../schema";

export const queueFilters = ["all", "today", "overdue", "proposal", "clarification", "decided"] as const;
export type QueueFilter = (typeof queueFilters)[number];

/** mine: assigned to the asker · nobody: to nobody in particular */
export const assignments = ["any", "mine", "nobody"] as const;

/** What a filter of the queue can say; a person may keep it under a name. */
export const queueNarrowing = z.object({ filter: z.enum(queueFilters).default("all"), assigned: z.enum(assignments).default("any"), directionId: idField.nullable().default(null) });
export type QueueNarrowing = z.infer<typeof queueNarrowing>;

export const queueInput = queueNarrowing.extend(pageFields(25, 50));
export type QueueInput = z.infer<typeof queueInput>;

export const queueRow = z.object({
  id: idField,
  number: z.number().int(),
  /** «2026-412» */
  publicNumber: z.string(),
  title: z.string(),
  status: initiativeStatusField,
  version: z.number().int(),
  /** null: without an organisation, or one that the author asked not to show */
  organisation: z.string().nullable(),
  organisationHidden: z.boolean(),
  isHelped: z.boolean(),
  /** 59-ФЗ: its term is the law's */
  isAppeal: z.boolean(),
  /** who of the group has it in hand */
  assignee: z.string().nullable(),
  term: termOutput,
  dueAt: z.date().nullable(),
  decidedAt: z.date().nullable(),
  /** IANA; of the municipality, in which days are counted and said */
  timeZone: z.string(),
  /** like it in the same direction and municipality, at most 3 */
  similar: z.number().int(),
  proposal: z.object({ decision: decisionField, competence: competenceField.nullable(), text: z.string() }).nullable(),
});
export type QueueRow = z.infer<typeof queueRow>;

export const queueOutput = z.object({ rows: z.array(queueRow), next: z.string().nullable() });
export type QueueOutput = z.infer<typeof queueOutput>;

/** How many stand behind each filter; at `countLimit` it says «or more». */
export const countLimit = 200;
export const countsOutput = z.object(Object.fromEntries(queueFilters.map((filter) => [filter, z.number().int()])) as Record<QueueFilter, z.ZodNumber>);
export type QueueCounts = z.infer<typeof countsOutput>;
