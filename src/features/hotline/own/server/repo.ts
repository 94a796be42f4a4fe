import type { Visible } from "@/access/policy";
import type { Db } from "@/platform/db/client";
import { compilePrisma } from "@/platform/db/compile-prisma";
import type { Prisma } from "@/platform/db/client/client";
import { ticketColumns, ticketFactsSelect } from "../../server/facts";

const listSelect = {
  id: true, number: true, subject: true, status: true, createdAt: true,
  municipality: { select: { shortName: true, timeZone: true } },
  messages: { where: { kind: "answer" }, select: { text: true }, orderBy: [{ at: "desc" }, { id: "desc" }], take: 1 },
} as const satisfies Prisma.TicketSelect;
export type OwnRow = Prisma.TicketGetPayload<{ select: typeof listSelect }>;

/** The newest first. In: the instant and the id of the last one seen. */
export async function findOwn(db: Db, visible: Visible<"ticket">, after: readonly [string, string] | null, limit: number): Promise<OwnRow[]> {
  const beyond = after ? [{ OR: [{ createdAt: { lt: new Date(after[0]) } }, { createdAt: new Date(after[0]), id: { lt: after[1] } }] }] : [];
  return await db.ticket.findMany({ where: { AND: [compilePrisma(visible.filter, ticketColumns), ...beyond] }, select: listSelect, orderBy: [{ createdAt: "desc" }, { id: "desc" }], take: limit + 1 });
}

const ownSelect = {
  ...ticketFactsSelect,
  id: true, number: true, version: true, channel: true, status: true, subject: true, createdAt: true, firstResponseDueAt: true, resolutionDueAt: true, answeredAt: true, closedAt: true, marathonId: true,
  municipality: { select: { shortName: true, timeZone: true } },
  handedTo: { select: { name: true } },
  messages: { where: { kind: { in: ["question", "answer"] } }, select: { id: true, kind: true, text: true, at: true }, orderBy: [{ at: "asc" }, { id: "asc" }] },
} as const satisfies Prisma.TicketSelect;
export type OwnTicketRow = Prisma.TicketGetPayload<{ select: typeof ownSelect }>;

export async function findOwnTicket(db: Db, id: string): Promise<OwnTicketRow | null> {
  return await db.ticket.findUnique({ where: { id }, select: ownSelect });
}

export async function findHotline(db: Db, marathonId: string, municipalityId: string): Promise<{ hotlinePhone: string | null; hotlineHours: string | null } | null> {
  return await db.participation.findUnique({ where: { marathonId_municipalityId: { marathonId, municipalityId } }, select: { hotlinePhone: true, hotlineHours: true } });
}
