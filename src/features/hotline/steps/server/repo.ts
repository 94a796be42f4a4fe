import type { Db } from "@/platform/db/client";
import type { Prisma, TermUnit, TicketMessageKind, TicketStatus } from "@/platform/db/client/client";
import { newId } from "@/shared/ids/id";
import type { PersonName } from "@/shared/text/person-name";
import { ticketFactsSelect, type TicketFacts } from "../../server/facts";

const stepSelect = {
  ...ticketFactsSelect,
  id: true, number: true, marathonId: true, status: true, version: true, claimedById: true, resolutionDueAt: true, resolutionUnit: true, answeredAt: true, closedAt: true, updatedAt: true,
  messages: { where: { kind: { in: ["answer", "event"] } }, select: { kind: true, text: true, at: true }, orderBy: [{ at: "desc" }, { id: "desc" }] },
} as const satisfies Prisma.TicketSelect;

/** A question as a step needs it: whose it is, who holds it, its terms. */
export interface Held {
  readonly facts: TicketFacts;
  readonly id: string;
  readonly number: number;
  readonly marathonId: string;
  readonly status: TicketStatus;
  readonly version: number;
  readonly claimedById: string | null;
  readonly resolutionDueAt: Date;
  readonly resolutionUnit: TermUnit;
  /** when it was answered or closed last */
  readonly endedAt: Date | null;
  /** when the person was last asked back: since then the term stands still */
  readonly pausedAt: Date;
}

export async function findHeld(db: Db, id: string): Promise<Held | null> {
  const row = await db.ticket.findUnique({ where: { id }, select: stepSelect });
  if (!row) return null;
  const { hotlineId, handedToId, personId, municipalityId, messages, answeredAt, closedAt, updatedAt, ...own } = row;
  const asked = messages.find((one) => one.kind === "event" && one.text === "clarify") ?? messages.find((one) => one.kind === "answer");
  return {
    ...own,
    facts: { hotlineId, handedToId, personId, municipalityId },
    endedAt: closedAt ?? answeredAt,
    pausedAt: asked?.at ?? updatedAt,
  } satisfies Held;
}

/** What a step writes besides the version. */
export interface Change {
  readonly status?: TicketStatus;
  readonly claimedById?: string | null;
  readonly handedToId?: string | null;
  readonly firstResponseDueAt?: Date;
  readonly resolutionDueAt?: Date;
  readonly resolutionUnit?: TermUnit;
  readonly answeredAt?: Date | null;
  readonly closedAt?: Date | null;
}

/** Out: false when somebody was first: nothing was written. */
export async function changeVersion(db: Db, id: string, version: number, change: Change, now: Date): Promise<boolean> {
  const { count } = await db.ticket.updateMany({ where: { id, version }, data: { ...change, version: { increment: 1 }, updatedAt: now } });
  return count === 1;
}

/** The one who comes first gets it: the database lets one write after the other, and the second finds nothing open. Out: the new version, or null. */
export async function claimOpen(db: Db, id: string, personId: string, now: Date): Promise<number | null> {
  const [row] = await db.ticket.updateManyAndReturn({ where: { id, status: "open" }, data: { status: "claimed", claimedById: personId, version: { increment: 1 }, updatedAt: now }, select: { version: true } });
  return row?.version ?? null;
}

export interface Told {
  readonly kind: TicketMessageKind;
  readonly text: string;
  readonly byId: string | null;
  readonly byRole: string | null;
}

export async function addMessage(db: Db, ticketId: string, told: Told, at: Date): Promise<string> {
  const { id } = await db.ticketMessage.create({ data: { id: newId(at), ticketId, ...told, at }, select: { id: true } });
  return id;
}

export async function findName(db: Db, personId: string): Promise<PersonName | null> {
  return await db.person.findUnique({ where: { id: personId }, select: { familyName: true, givenName: true, patronymic: true } });
}

/** A working group of the same municipality and marathon that exists now: the only ones that a question can be handed to. */
export async function findGroup(db: Db, groupId: string, marathonId: string, municipalityId: string): Promise<{ id: string; name: string } | null> {
  return await db.body.findFirst({ where: { id: groupId, kind: "workingGroup", marathonId, municipalityId, endedAt: null }, select: { id: true, name: true } });
}
