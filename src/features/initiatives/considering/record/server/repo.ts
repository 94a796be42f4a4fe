import type { Visible } from "@/access/policy";
import type { Db } from "@/platform/db/client";
import type { Prisma } from "@/platform/db/client/client";
import { compilePrisma } from "@/platform/db/compile-prisma";
import { newId } from "@/shared/ids/id";
import { groupBy } from "@/shared/lists/group-by";
import { initiativeColumns, initiativeFactsSelect } from "../../../server/facts";

const name = { select: { familyName: true, givenName: true, patronymic: true } } as const;

const recordSelect = {
  ...initiativeFactsSelect,
  id: true, number: true, version: true, title: true, essence: true, expectedResult: true, placeText: true, submittedAt: true, takenAt: true, scanId: true, initiatorKind: true, collective: true,
  namePublished: true, authorErasedAt: true, supportCount: true, competence: true, answer: true, dueAt: true, pausedLeft: true, termUnit: true,
  marathon: { select: { slug: true, moderatesFirst: true } },
  municipality: { select: { shortName: true, timeZone: true, regionId: true } },
  direction: { select: { name: true, nameEn: true } },
  considering: { select: { name: true } },
  originating: { select: { shortName: true } },
  marathonId: true, directionId: true, authorDueAt: true, remindedAt: true, isAppeal: true, appealDueAt: true, assigneeId: true, mergedIntoId: true, splitFromId: true, signedBy: true, signedNumber: true, signedOn: true,
  author: name, kept: { select: { personId: true } },
  objection: { select: { text: true, status: true, toUnitId: true, at: true, answer: true, answeredAt: true } },
  transfers: { select: { id: true, fromMunicipalityId: true, toMunicipalityId: true, state: true, reason: true, answer: true, at: true, answeredAt: true }, orderBy: [{ at: "asc" }, { id: "asc" }] },
  passings: { select: { id: true, system: true, number: true, link: true, at: true }, orderBy: [{ at: "asc" }, { id: "asc" }] },
  wordings: { select: { number: true, title: true, essence: true, expectedResult: true, replacedAt: true }, orderBy: { number: "asc" } },
  proposal: { select: { decision: true, competence: true, text: true, preparedById: true, preparedAt: true } },
  events: { select: { id: true, kind: true, visibility: true, byId: true, byRole: true, toStatus: true, text: true, data: true, at: true }, orderBy: [{ at: "asc" }, { id: "asc" }] },
  nominations: { select: { id: true, fromBodyId: true, fromUnitId: true, toUnitId: true, reason: true, at: true, answer: true, answeredAt: true }, orderBy: [{ at: "asc" }, { id: "asc" }] },
} as const satisfies Prisma.InitiativeSelect;

export type RecordRow = Prisma.InitiativeGetPayload<{ select: typeof recordSelect }>;

export async function findRecord(db: Db, id: string): Promise<RecordRow | null> {
  return await db.initiative.findUnique({ where: { id }, select: recordSelect });
}

/** By the number that people say. */
export async function findIdByNumber(db: Db, visible: Visible<"initiative">, number: number): Promise<string | null> {
  const row = await db.initiative.findFirst({ where: { number, AND: [compilePrisma(visible.filter, initiativeColumns)] }, select: { id: true } });
  return row?.id ?? null;
}

export interface Named {
  readonly familyName: string;
  readonly givenName: string;
  readonly patronymic: string | null;
}

export async function findNames(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, Named>> {
  const rows = await db.person.findMany({ where: { id: { in: [...ids] } }, select: { id: true, ...name.select } });
  return new Map(rows.map(({ id, ...named }) => [id, named]));
}

/** Units and bodies as people call them. */
export async function findPlaces(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const where = { id: { in: [...ids] } };
  const [units, bodies] = [await db.unit.findMany({ where, select: { id: true, shortName: true } }), await db.body.findMany({ where, select: { id: true, name: true } })];
  return new Map([...units.map((unit) => [unit.id, unit.shortName] as const), ...bodies.map((body) => [body.id, body.name] as const)]);
}

/** Who holds these seats of the group now: who decides and who prepares. */
export async function findSeats(db: Db, bodyId: string, now: Date): Promise<{ leads: Named[]; secretaries: Named[] }> {
  const rows = await db.appointment.findMany({
    where: { bodyId, role: { in: ["workingGroupLead", "workingGroupSecretary"] }, startsAt: { lte: now }, OR: [{ endsAt: null }, { endsAt: { gt: now } }] },
    select: { role: true, person: name },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
  });
  const seats = groupBy(rows, (row) => row.role);
  return { leads: seats.get("workingGroupLead")?.map((row) => row.person) ?? [], secretaries: seats.get("workingGroupSecretary")?.map((row) => row.person) ?? [] };
}

/** Those of the group now, by name: to whom it can be assigned. */
export async function findMembers(db: Db, bodyId: string, now: Date): Promise<(Named & { id: string })[]> {
  const rows = await db.appointment.findMany({
    where: { bodyId, startsAt: { lte: now }, OR: [{ endsAt: null }, { endsAt: { gt: now } }] }, select: { person: { select: { id: true, ...name.select } } }, orderBy: [{ startsAt: "asc" }, { id: "asc" }],
  });
  return [...new Map(rows.map(({ person }) => [person.id, person])).values()];
}

const kinSelect = { id: true, number: true, title: true } as const satisfies Prisma.InitiativeSelect;
export type Kin = Prisma.InitiativeGetPayload<{ select: typeof kinSelect }>;

/** Where it went, what went into it, what it was split off from and what was split off from it. */
export async function findKin(db: Db, { id, mergedIntoId, splitFromId }: { id: string; mergedIntoId: string | null; splitFromId: string | null }): Promise<{ into: Kin | null; merged: Kin[]; from: Kin | null; parts: Kin[] }> {
  const one = async (of: string | null) => (of === null ? null : await db.initiative.findUnique({ where: { id: of }, select: kinSelect }));
  const orderBy = { number: "asc" } as const;
  return {
    into: await one(mergedIntoId), from: await one(splitFromId),
    merged: await db.initiative.findMany({ where: { mergedIntoId: id }, select: kinSelect, orderBy, take: 50 }), parts: await db.initiative.findMany({ where: { splitFromId: id }, select: kinSelect, orderBy, take: 50 }),
  };
}

/** A look of staff at personal data; the person sees it. */
export async function logLook(db: Db, look: { byId: string; role: string; personId: string; what: string; at: Date }): Promise<void> {
  await db.accessLogEntry.create({ data: { id: newId(look.at), ...look } });
}

const authorSelect = { ...initiativeFactsSelect, number: true, author: name, kept: { select: { personId: true, name: true, contact: true } } } as const satisfies Prisma.InitiativeSelect;

export async function findAuthor(db: Db, id: string): Promise<Prisma.InitiativeGetPayload<{ select: typeof authorSelect }> | null> {
  return await db.initiative.findUnique({ where: { id }, select: authorSelect });
}
