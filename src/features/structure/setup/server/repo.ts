import * as z from "zod";
import type { Db } from "@/platform/db/client";
import { column, executeSql, queryRow, queryRows, sql } from "@/platform/db/sql";
import { plainDateToUtc, type PlainDate } from "@/shared/dates/plain-date";
import { newId } from "@/shared/ids/id";

interface InRound {
  readonly municipalityId: string;
  readonly marathonId: string;
}

export async function findHotline(db: Db, { municipalityId, marathonId }: InRound) {
  return await db.participation.findUnique({ where: { marathonId_municipalityId: { marathonId, municipalityId } }, select: { hotlinePhone: true, hotlineHours: true, setUpAt: true } });
}

export async function setHotline(db: Db, { municipalityId, marathonId }: InRound, hotline: { hotlinePhone: string; hotlineHours: string }): Promise<void> {
  await db.participation.update({ where: { marathonId_municipalityId: { marathonId, municipalityId } }, data: hotline, select: { marathonId: true } });
}

/** The coordination group and the hotline, which each municipality has once. In: their names. */
export async function ensureBodies(db: Db, { municipalityId, marathonId }: InRound, names: Readonly<Record<"coordinationGroup" | "hotline", string>>, now: Date): Promise<void> {
  for (const kind of ["coordinationGroup", "hotline"] as const) {
    const standing = await db.body.count({ where: { municipalityId, marathonId, kind, endedAt: null } });
    if (standing === 0) await db.body.create({ data: { id: newId(now), municipalityId, marathonId, kind, name: names[kind], createdAt: now }, select: { id: true } });
  }
}

const groupSchema = z.object({ id: z.string(), name: z.string(), directionIds: z.array(z.string()) });

/** A working group of the municipality that stands, with its directions; null for anything else. */
export async function findGroup(db: Db, { municipalityId, marathonId }: InRound, id: string): Promise<z.infer<typeof groupSchema> | null> {
  return await queryRow(db, groupSchema, sql`
    select b."id", b."name", array(select d."directionId" from "BodyDirection" d where d."bodyId" = b."id" order by d."directionId") as "directionIds"
    from "Body" b
    where b."id" = ${id}::uuid and b."municipalityId" = ${municipalityId}::uuid and b."marathonId" = ${marathonId}::uuid and b."kind" = 'workingGroup' and b."endedAt" is null`);
}

/** Of these ids the directions that may be owned here. */
export async function findOwnDirections(db: Db, { municipalityId, marathonId }: InRound, ids: readonly string[]): Promise<string[]> {
  const rows = await db.direction.findMany({ where: { id: { in: [...ids] }, marathonId, retiredAt: null, OR: [{ municipalityId: null }, { municipalityId }] }, select: { id: true } });
  return rows.map(({ id }) => id);
}

/** Who owns one of these directions here, other than that group. */
export async function findOtherOwner(db: Db, municipalityId: string, directionIds: readonly string[], groupId: string | null): Promise<{ directionId: string; group: string } | null> {
  return await queryRow(db, z.object({ directionId: z.string(), group: z.string() }), sql`
    select d."directionId", b."name" as "group" from "BodyDirection" d join "Body" b on b."id" = d."bodyId" and b."endedAt" is null
    where d."municipalityId" = ${municipalityId}::uuid and d."directionId" = any(${[...directionIds]}::uuid[]) and d."bodyId" is distinct from ${groupId}::uuid
    order by b."name" limit 1`);
}

/** Makes or renames a group and gives it exactly these directions. Out: its id. */
export async function writeGroup(db: Db, { municipalityId, marathonId }: InRound, { groupId, name, directionIds }: { groupId: string | null; name: string; directionIds: readonly string[] }, now: Date): Promise<string> {
  const id = groupId ?? newId(now);
  if (groupId === null) await db.body.create({ data: { id, municipalityId, marathonId, kind: "workingGroup", name, createdAt: now }, select: { id: true } });
  else await db.body.update({ where: { id }, data: { name }, select: { id: true } });
  await db.bodyDirection.deleteMany({ where: { municipalityId, OR: [{ bodyId: id, directionId: { notIn: [...directionIds] } }, { directionId: { in: [...directionIds] }, body: { endedAt: { not: null } } }] } });
  await db.bodyDirection.createMany({ data: directionIds.map((directionId) => ({ bodyId: id, directionId, municipalityId })), skipDuplicates: true });
  return id;
}

/** Initiatives that the group considers, and people who are appointed to it. */
export async function countGroupWork(db: Db, groupId: string, now: Date): Promise<number> {
  const initiatives = await db.initiative.count({ where: { consideringId: groupId, status: { in: ["submitted", "returned", "moderated", "inConsideration", "clarification"] } } });
  const people = await db.appointment.count({ where: { bodyId: groupId, OR: [{ endsAt: null }, { endsAt: { gt: now } }] } });
  return initiatives + people;
}

export async function endGroup(db: Db, groupId: string, today: PlainDate, now: Date): Promise<void> {
  await db.bodyDirection.deleteMany({ where: { bodyId: groupId } });
  await db.organisationLink.updateMany({ where: { bodyId: groupId, endsOn: null }, data: { endsOn: plainDateToUtc(today) } });
  await db.body.update({ where: { id: groupId }, data: { endedAt: now }, select: { id: true } });
}

/** Of these ids the working groups of the municipality that stand. */
export async function findOwnGroups(db: Db, { municipalityId, marathonId }: InRound, ids: readonly string[]): Promise<string[]> {
  const rows = await db.body.findMany({ where: { id: { in: [...ids] }, municipalityId, marathonId, kind: "workingGroup", endedAt: null }, select: { id: true } });
  return rows.map(({ id }) => id);
}

/** Is there an organisation of that name, standing, in the municipality? */
export async function hasOrganisationNamed(db: Db, municipalityId: string, name: string): Promise<boolean> {
  const row = await queryRow(db, z.object({ count: column.int }), sql`
    select count(*) as "count" from "Unit" where "municipalityId" = ${municipalityId}::uuid and "kind" = 'organisation' and "endedAt" is null
      and lower(translate("name", 'ёЁ«»„“”', 'еЕ"""""')) = lower(translate(${name}, 'ёЁ«»„“”', 'еЕ"""""'))`);
  return (row?.count ?? 0) > 0;
}

export interface NewOrganisation {
  readonly municipalityId: string;
  readonly regionId: string | null;
  readonly parentPath: readonly string[];
  readonly name: string;
  readonly shortName: string;
  readonly organisationKind: string;
  readonly address: string | null;
}

export async function insertOrganisation(db: Db, { parentPath, ...organisation }: NewOrganisation, now: Date): Promise<string> {
  const id = newId(now);
  await db.unit.create({ data: { id, kind: "organisation", parentId: organisation.municipalityId, path: [...parentPath, id], createdAt: now, ...organisation }, select: { id: true } });
  return id;
}

export async function findOrganisation(db: Db, municipalityId: string, id: string): Promise<{ id: string; path: string[] } | null> {
  return await db.unit.findFirst({ where: { id, municipalityId, kind: "organisation", endedAt: null }, select: { id: true, path: true } });
}

/** Groups of the marathon that the organisation is linked to today. */
export async function findLinks(db: Db, organisationId: string, marathonId: string, today: PlainDate): Promise<string[]> {
  const rows = await queryRows(db, z.object({ bodyId: z.string() }), sql`
    select l."bodyId" from "OrganisationLink" l join "Body" b on b."id" = l."bodyId" and b."marathonId" = ${marathonId}::uuid and b."endedAt" is null
    where l."organisationId" = ${organisationId}::uuid and (l."endsOn" is null or l."endsOn" >= ${today}::date)`);
  return [...new Set(rows.map(({ bodyId }) => bodyId))].toSorted();
}

/** Exactly these links from today on; those that are left out end yesterday, one that was made today is taken away. */
export async function writeLinks(db: Db, organisationId: string, standing: readonly string[], wanted: readonly string[], today: PlainDate, now: Date): Promise<void> {
  const gone = standing.filter((id) => !wanted.includes(id));
  await executeSql(db, sql`delete from "OrganisationLink" where "organisationId" = ${organisationId}::uuid and "bodyId" = any(${gone}::uuid[]) and "startsOn" >= ${today}::date`);
  await executeSql(db, sql`
    update "OrganisationLink" set "endsOn" = ${today}::date - 1
    where "organisationId" = ${organisationId}::uuid and "bodyId" = any(${gone}::uuid[]) and ("endsOn" is null or "endsOn" >= ${today}::date)`);
  const added = wanted.filter((id) => !standing.includes(id));
  await db.organisationLink.createMany({ data: added.map((bodyId) => ({ id: newId(now), organisationId, bodyId, startsOn: plainDateToUtc(today) })), skipDuplicates: true });
}

/** The first look counts. */
export async function markDatesChecked(db: Db, { municipalityId, marathonId }: InRound, now: Date): Promise<void> {
  await db.participation.updateMany({ where: { municipalityId, marathonId, datesCheckedAt: null }, data: { datesCheckedAt: now } });
}

/** Out: was it not set up before? */
export async function markSetUp(db: Db, { municipalityId, marathonId }: InRound, now: Date): Promise<boolean> {
  const { count } = await db.participation.updateMany({ where: { municipalityId, marathonId, setUpAt: null }, data: { setUpAt: now } });
  return count === 1;
}
