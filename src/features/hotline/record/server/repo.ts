import type { Db } from "@/platform/db/client";
import type { Prisma } from "@/platform/db/client/client";
import { newId } from "@/shared/ids/id";
import type { PersonName } from "@/shared/text/person-name";
import { ticketFactsSelect } from "../../server/facts";

const name = { familyName: true, givenName: true, patronymic: true } as const;

const recordSelect = {
  ...ticketFactsSelect,
  id: true, number: true, version: true, channel: true, status: true, subject: true, marathonId: true, claimedById: true, callerName: true, callerPhone: true, callerEmail: true,
  createdAt: true, firstResponseDueAt: true, resolutionDueAt: true,
  municipality: { select: { shortName: true, timeZone: true } },
  handedTo: { select: { name: true } },
  messages: { select: { id: true, kind: true, text: true, byId: true, byRole: true, at: true }, orderBy: [{ at: "asc" }, { id: "asc" }] },
} as const satisfies Prisma.TicketSelect;

export type RecordRow = Prisma.TicketGetPayload<{ select: typeof recordSelect }>;

export async function findRecord(db: Db, id: string): Promise<RecordRow | null> {
  return await db.ticket.findUnique({ where: { id }, select: recordSelect });
}

export async function findNames(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, PersonName>> {
  const rows = await db.person.findMany({ where: { id: { in: [...ids] } }, select: { id: true, ...name } });
  return new Map(rows.map(({ id, ...named }) => [id, named]));
}

/** Working groups of the municipality in the marathon, by name. */
export async function findGroups(db: Db, marathonId: string, municipalityId: string): Promise<{ id: string; name: string }[]> {
  return await db.body.findMany({ where: { kind: "workingGroup", marathonId, municipalityId, endedAt: null }, select: { id: true, name: true }, orderBy: [{ name: "asc" }, { id: "asc" }] });
}

const askerSelect = { ...ticketFactsSelect, number: true } as const;
export type AskerRow = Prisma.TicketGetPayload<{ select: typeof askerSelect }>;

export async function findAskerFacts(db: Db, id: string): Promise<AskerRow | null> {
  return await db.ticket.findUnique({ where: { id }, select: askerSelect });
}

export interface Reachable {
  readonly name: PersonName;
  readonly phones: string[];
  readonly emails: string[];
}

/** Null when the account was erased. */
export async function findReachable(db: Db, personId: string): Promise<Reachable | null> {
  const row = await db.person.findUnique({ where: { id: personId, erasedAt: null }, select: { ...name, contacts: { select: { kind: true, value: true }, orderBy: { createdAt: "asc" } } } });
  if (!row) return null;
  const { contacts, ...named } = row;
  const of = (kind: "phone" | "email") => contacts.filter((one) => one.kind === kind).map((one) => one.value);
  return { name: named, phones: of("phone"), emails: of("email") };
}

/** A look of staff at personal data; the person sees it. */
export async function logLook(db: Db, look: { byId: string; role: string; personId: string; what: string; at: Date }): Promise<void> {
  await db.accessLogEntry.create({ data: { id: newId(look.at), ...look } });
}
