import type { Db } from "@/platform/db/client";
import type { TermUnit, TicketChannel, TicketStatus } from "@/platform/db/client/client";
import { newId } from "@/shared/ids/id";

/** The line that takes questions. */
export interface Line {
  readonly hotlineId: string;
  readonly marathonId: string;
  readonly municipalityId: string;
}

const lineSelect = {
  id: true, marathonId: true, municipalityId: true,
} as const;

/** The hotline of that id, or of that municipality in that marathon; null while it has none. */
export async function findLine(db: Db, where: { readonly id: string } | { readonly marathonId: string; readonly municipalityId: string }): Promise<Line | null> {
  const row = await db.body.findFirst({ where: { ...where, kind: "hotline", endedAt: null }, select: lineSelect, orderBy: [{ createdAt: "asc" }, { id: "asc" }] });
  if (!row) return null;
  const { id: hotlineId, ...of } = row;
  return { hotlineId, ...of } satisfies Line;
}

export interface NewTicket {
  readonly id: string;
  readonly marathonId: string;
  readonly municipalityId: string;
  readonly hotlineId: string;
  readonly channel: TicketChannel;
  readonly status: TicketStatus;
  readonly personId: string | null;
  readonly callerName: string | null;
  readonly callerPhone: string | null;
  readonly callerEmail: string | null;
  readonly subject: string;
  readonly question: string;
  readonly createdById: string | null;
  readonly claimedById: string | null;
  readonly firstResponseDueAt: Date;
  readonly resolutionDueAt: Date;
  readonly resolutionUnit: TermUnit;
  readonly answeredAt: Date | null;
}

export interface Said {
  readonly kind: "question" | "answer";
  readonly text: string;
  readonly byId: string | null;
  readonly byRole: string | null;
}

/** The question and what was said at once. Out: its number and the ids of what was said, in order. */
export async function addTicket(db: Db, ticket: NewTicket, said: readonly Said[], now: Date): Promise<{ number: number; messageIds: string[] }> {
  const { number } = await db.ticket.create({ data: { ...ticket, createdAt: now, updatedAt: now }, select: { number: true } });
  const messages = said.map((one) => ({ id: newId(now), ticketId: ticket.id, ...one, at: now }));
  await db.ticketMessage.createMany({ data: messages });
  return { number, messageIds: messages.map(({ id }) => id) };
}
