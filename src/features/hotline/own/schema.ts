import * as z from "zod";
import { idField } from "@/shared/ids/fields";
import { pageFields } from "@/shared/lists/cursor";
import { ticketChannelField, ticketStatusField } from "../schema";

export const ownListInput = z.object(pageFields(20, 50));
export type OwnListInput = z.infer<typeof ownListInput>;

const row = { id: idField, number: z.number().int(), subject: z.string(), status: ticketStatusField, municipality: z.string(), createdAt: z.date(), timeZone: z.string() };

export const ownListOutput = z.object({ rows: z.array(z.object({ ...row, lastAnswer: z.string().nullable() })), next: z.string().nullable() });
export type OwnListOutput = z.infer<typeof ownListOutput>;

/** A person's own question: what was said to each other, nothing of what the hotline says among itself. */
export const ownTicketOutput = z.object({
  ...row,
  version: z.number().int(),
  channel: ticketChannelField,
  /** who answers now */
  group: z.string().nullable(),
  isClaimed: z.boolean(),
  /** by when; null while the hotline waits for the person and when it is over */
  dueAt: z.date().nullable(),
  isOverdue: z.boolean(),
  messages: z.array(z.object({ id: idField, isMine: z.boolean(), text: z.string(), at: z.date() })),
  hotlinePhone: z.string().nullable(),
  hotlineHours: z.string().nullable(),
  canReply: z.boolean(),
  canReopen: z.boolean(),
});
export type OwnTicket = z.infer<typeof ownTicketOutput>;
