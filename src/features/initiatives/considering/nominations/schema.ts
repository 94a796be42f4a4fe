import * as z from "zod";
import { idField } from "@/shared/ids/fields";
import { pageFields } from "@/shared/lists/cursor";
import { initiativeStatusField } from "../../schema";
import { competenceField } from "../schema";

/** up: what one's own municipality or group may put forward · in: what was put forward to one's own unit */
export const nominationSides = ["up", "in"] as const;
export type NominationSide = (typeof nominationSides)[number];

/** waiting: for being put forward (up), for an answer (in) · sent: put forward, no answer yet · answered */
export const nominationFilters = ["waiting", "sent", "answered"] as const;
export type NominationFilter = (typeof nominationFilters)[number];

export const nominationsInput = z.object({ side: z.enum(nominationSides), filter: z.enum(nominationFilters).default("waiting"), ...pageFields(25, 50) });
export type NominationsInput = z.infer<typeof nominationsInput>;

export const nominationRow = z.object({
  id: idField,
  number: z.number().int(),
  publicNumber: z.string(),
  title: z.string(),
  municipality: z.string(),
  timeZone: z.string(),
  direction: z.object({ name: z.string(), nameEn: z.string() }),
  status: initiativeStatusField,
  competence: competenceField.nullable(),
  supportCount: z.number().int(),
  /** decided by the group, or put forward to the unit that has it now */
  at: z.date(),
  to: z.string().nullable(),
  reason: z.string().nullable(),
  answer: z.string().nullable(),
  answeredAt: z.date().nullable(),
});
export type NominationRow = z.infer<typeof nominationRow>;

export const nominationsOutput = z.object({ rows: z.array(nominationRow), next: z.string().nullable() });
export type NominationsOutput = z.infer<typeof nominationsOutput>;

/** offer: redirected to one's own municipality · arbitration: municipalities disagree · objection: of an author */
export const settlingKinds = ["offer", "arbitration", "objection"] as const;
export const settlingRow = z.object({
  id: idField, number: z.number().int(), publicNumber: z.string(), title: z.string(), municipality: z.string(), timeZone: z.string(), kind: z.enum(settlingKinds), dueAt: z.date().nullable(),
});
export type SettlingRow = z.infer<typeof settlingRow>;
export const settlingInput = z.object(pageFields(25, 50)).optional();
export type SettlingInput = z.infer<typeof settlingInput>;
/** Those whose term ends first; how many there are, at most `countLimit` of the queue. */
export const settlingOutput = z.object({ rows: z.array(settlingRow), next: z.string().nullable(), count: z.number().int() });
export type SettlingOutput = z.infer<typeof settlingOutput>;

/** At most `countLimit` of the queue; which sides the asker has at all. */
export const nominationCountsOutput = z.object({
  sides: z.array(z.enum(nominationSides)),
  up: z.object({ waiting: z.number().int(), sent: z.number().int(), answered: z.number().int() }),
  in: z.object({ waiting: z.number().int(), sent: z.number().int(), answered: z.number().int() }),
});
export type NominationCounts = z.infer<typeof nominationCountsOutput>;
