import type { Visible } from "@/access/policy";
import type { Db } from "@/platform/db/client";
import { compilePrisma } from "@/platform/db/compile-prisma";
import { ticketColumns } from "./facts";

/** What was said to a person, with where to reach one who has no account. */
export interface Letter {
  readonly ticketId: string;
  readonly number: number;
  readonly subject: string;
  readonly text: string;
  /** who asked, where they have an account: their contacts and language are those of the account */
  readonly personId: string | null;
  /** what somebody without an account left */
  readonly email: string | null;
}

/** In: the message of ticket.asked, ticket.answered or ticket.clarified. */
export async function findLetter(db: Db, visible: Visible<"ticket">, messageId: string): Promise<Letter | null> {
  const row = await db.ticketMessage.findFirst({
    where: { id: messageId, ticket: compilePrisma(visible.filter, ticketColumns) },
    select: { text: true, ticket: { select: { id: true, number: true, subject: true, personId: true, callerEmail: true } } },
  });
  if (!row) return null;
  const { id, number, subject, personId, callerEmail } = row.ticket;
  return { ticketId: id, number, subject, text: row.text, personId, email: callerEmail } satisfies Letter;
}
