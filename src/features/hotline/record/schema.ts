import * as z from "zod";
import { idField } from "@/shared/ids/fields";
import { termOutput, ticketActionField, ticketChannelField, ticketStatusField } from "../schema";

export const messageKinds = ["question", "answer", "note", "event"] as const;

export const recordMessage = z.object({
  id: idField,
  kind: z.enum(messageKinds),
  /** of an event: what was done, «claim», «handUp» … */
  text: z.string(),
  /** of a hand-up: to which group */
  group: z.string().nullable(),
  isByAsker: z.boolean(),
  /** a colleague's name */
  byName: z.string().nullable(),
  byRole: z.string().nullable(),
  at: z.date(),
});
export type RecordMessage = z.infer<typeof recordMessage>;

/** A question as the hotline and the group see it. */
export const recordOutput = z.object({
  id: idField,
  number: z.number().int(),
  version: z.number().int(),
  channel: ticketChannelField,
  status: ticketStatusField,
  subject: z.string(),
  municipality: z.string(),
  timeZone: z.string(),
  createdAt: z.date(),
  term: termOutput,
  claimedBy: z.string().nullable(),
  isMine: z.boolean(),
  handedTo: z.string().nullable(),
  messages: z.array(recordMessage),
  /** as told on the phone or in the form; null where the asker may not see it or an account stands for it */
  caller: z.object({ name: z.string().nullable(), phone: z.string().nullable(), email: z.string().nullable() }).nullable(),
  hasAccount: z.boolean(),
  canSeeAsker: z.boolean(),
  actions: z.array(ticketActionField),
  /** where it can be handed up; empty without the right */
  groups: z.array(z.object({ id: idField, name: z.string() })),
});
export type TicketRecord = z.infer<typeof recordOutput>;

export const askerOutput = z.object({ name: z.string().nullable(), phones: z.array(z.string()), emails: z.array(z.string()) });
export type AskerOutput = z.infer<typeof askerOutput>;
