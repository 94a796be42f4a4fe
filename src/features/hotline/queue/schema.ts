import * as z from "zod";
import { idField } from "@/shared/ids/fields";
import { pageFields } from "@/shared/lists/cursor";
import { phoneField } from "@/shared/codes/phone-field";
import { termOutput, ticketChannelField, ticketStatusField } from "../schema";

export const queueFilters = ["new", "mine", "overdue", "waiting", "handed", "all", "closed"] as const;
export type QueueFilter = (typeof queueFilters)[number];

export const queueInput = z.object({ filter: z.enum(queueFilters), ...pageFields(25, 50) });
export type QueueInput = z.infer<typeof queueInput>;

export const queueRow = z.object({
  id: idField,
  number: z.number().int(),
  subject: z.string(),
  channel: ticketChannelField,
  status: ticketStatusField,
  version: z.number().int(),
  term: termOutput,
  createdAt: z.date(),
  /** when it was answered or closed last */
  endedAt: z.date().nullable(),
  isMine: z.boolean(),
  claimedBy: z.string().nullable(),
  handedTo: z.string().nullable(),
  /** IANA; of the municipality, in which days are counted and said */
  timeZone: z.string(),
});
export type QueueRow = z.infer<typeof queueRow>;

export const queueOutput = z.object({ rows: z.array(queueRow), next: z.string().nullable() });
export type QueueOutput = z.infer<typeof queueOutput>;

/** How many stand behind each filter; at `countLimit` it says «or more». What is over isn't counted. */
export const countLimit = 200;
const count = z.number().int();
export const countsOutput = z.object({ new: count, mine: count, overdue: count, waiting: count, handed: count, all: count });
export type QueueCounts = z.infer<typeof countsOutput>;

/** The hotlines whose calls the asker takes. */
export const deskOutput = z.object({ lines: z.array(z.object({ id: idField, municipality: z.string(), phone: z.string().nullable(), hours: z.string().nullable() })) });
export type DeskOutput = z.infer<typeof deskOutput>;

/** Earlier questions from the same number at the asker's hotlines: all that an operator may know of who calls. */
export const earlierInput = z.object({ phone: phoneField });
export const earlierOutput = z.object({
  rows: z.array(z.object({ id: idField, number: z.number().int(), subject: z.string(), callerName: z.string().nullable(), status: ticketStatusField, createdAt: z.date(), timeZone: z.string() })),
});
export type EarlierOutput = z.infer<typeof earlierOutput>;

/** For leaders: how many, of nobody in particular. */
export const figuresInput = z.object({ municipalityId: idField });
export const figuresOutput = z.object({ new: count, inWork: count, waiting: count, overdue: count, answered: count, closed: count });
export type FiguresOutput = z.infer<typeof figuresOutput>;
