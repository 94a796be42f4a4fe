import * as z from "zod";
import { defineEvent } from "@/platform/events/event";
import { idField } from "@/shared/ids/fields";

/** Whose question it is; ids alone. What was said stands in the TicketMessage of `messageId`. */
export const ticketScopes = z.object({
  ticketId: idField,
  number: z.number().int(),
  marathonId: idField,
  municipalityId: idField,
  hotlineId: idField,
  handedToId: idField.nullable(),
  /** who asked, where they have an account */
  personId: idField.nullable(),
  claimedById: idField.nullable(),
});
export type TicketScopes = z.infer<typeof ticketScopes>;

const said = ticketScopes.extend({ messageId: idField });

export const ticketAsked = defineEvent("ticket.asked", said.extend({ channel: z.enum(["web", "phone", "desk"]) }));

/** An answer to the person. */
export const ticketAnswered = defineEvent("ticket.answered", said);

/** A question back to the person; the term stands still until they reply. */
export const ticketClarified = defineEvent("ticket.clarified", said);

/** The person added something or opened the question again: whoever holds it wants to know. */
export const ticketReplied = defineEvent("ticket.replied", said.extend({ isReopened: z.boolean() }));

/** Now the working group's to answer. */
export const ticketHandedUp = defineEvent("ticket.handedUp", ticketScopes);
