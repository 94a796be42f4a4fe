import * as z from "zod";
import { roles } from "@/access/roles";
import type { Db } from "@/platform/db/client";
import { column, executeSql, queryRow, queryRows, sql } from "@/platform/db/sql";
import type { PlainDate } from "@/shared/dates/plain-date";
import { newId } from "@/shared/ids/id";
import type { Foreseen } from "../../schema";

const postSchema = z.object({
  id: z.string(), personId: z.string(), role: z.enum(roles), unitId: z.string().nullable(), bodyId: z.string().nullable(), municipalityId: z.string().nullable(), marathonId: z.string().nullable(),
  startsAt: column.instant, endsAt: column.instant.nullable(), substitutesId: z.string().nullable(),
});
export type OpenPost = z.infer<typeof postSchema>;

/** Appointments at a unit or body that last at that moment or begin later; whoever is stood in for before who stands in. */
export async function findOpenPosts(db: Db, seatId: string, at: Date): Promise<OpenPost[]> {
  return await queryRows(db, postSchema, sql`
    select "id", "personId", "role"::text, "unitId", "bodyId", "municipalityId", "marathonId", "startsAt", "endsAt", "substitutesId" from "Appointment"
    where ("unitId" = ${seatId}::uuid or "bodyId" = ${seatId}::uuid) and ("endsAt" is null or "endsAt" > ${at})
    order by "substitutesId" nulls first, "startsAt", "id" for update`);
}

export async function endPost(db: Db, id: string, at: Date): Promise<void> {
  await executeSql(db, sql`update "Appointment" set "endsAt" = greatest(${at}, "startsAt") where "id" = ${id}::uuid`);
}

/** Does the person hold the role at that seat at some time from then on already? */
export async function holdsPost(db: Db, { personId, role }: Pick<OpenPost, "personId" | "role">, seatId: string, at: Date): Promise<boolean> {
  return (await db.appointment.count({ where: { personId, role, AND: [{ OR: [{ unitId: seatId }, { bodyId: seatId }] }, { OR: [{ endsAt: null }, { endsAt: { gt: at } }] }] } })) > 0;
}

export interface Seat {
  readonly unitId: string | null;
  readonly bodyId: string | null;
  readonly municipalityId: string | null;
}

/** The same post at another seat from then on, by the act of the change. Out: its id. */
export async function insertPost(db: Db, post: OpenPost, seat: Seat, of: { changeId: string; appointedById: string; substitutesId: string | null }, at: Date): Promise<string> {
  const id = newId();
  await executeSql(db, sql`
    insert into "Appointment" ("id", "personId", "role", "unitId", "bodyId", "municipalityId", "marathonId", "startsAt", "endsAt", "actKind", "actNumber", "actDate", "appointedById", "substitutesId", "createdAt")
    select ${id}::uuid, ${post.personId}::uuid, ${post.role}::"Role", ${seat.unitId}::uuid, ${seat.bodyId}::uuid, ${seat.municipalityId}::uuid, ${post.marathonId}::uuid, greatest(${at}::timestamptz, ${post.startsAt}::timestamptz), ${post.endsAt}::timestamptz,
           c."actKind", c."actNumber", c."actDate", ${of.appointedById}::uuid, ${of.substitutesId}::uuid, ${at}::timestamptz
    from "UnitChange" c where c."id" = ${of.changeId}::uuid`);
  // the work is the same under another roof: what was briefed, and the mark of having read it, come along
  await executeSql(db, sql`
    insert into "Briefing" ("id", "appointmentId", "material", "briefedById", "briefedAt", "acknowledgedAt")
    select gen_random_uuid(), ${id}::uuid, b."material", b."briefedById", b."briefedAt", b."acknowledgedAt" from "Briefing" b where b."appointmentId" = ${post.id}::uuid`);
  return id;
}

/** Units that belong to another municipality from now on: their open appointments say so, their links to groups elsewhere end. */
export async function followMunicipality(db: Db, unitIds: readonly string[], today: PlainDate, at: Date): Promise<void> {
  await executeSql(db, sql`
    update "Appointment" a set "municipalityId" = u."municipalityId" from "Unit" u
    where u."id" = a."unitId" and a."unitId" = any(${[...unitIds]}::uuid[]) and (a."endsAt" is null or a."endsAt" > ${at}) and a."municipalityId" is distinct from u."municipalityId"`);
  const foreign = sql`
    l."organisationId" = any(${[...unitIds]}::uuid[]) and exists (select from "Unit" u, "Body" b where u."id" = l."organisationId" and b."id" = l."bodyId" and b."municipalityId" is distinct from u."municipalityId")`;
  await executeSql(db, sql`delete from "OrganisationLink" l where l."startsOn" >= ${today}::date and ${foreign}`);
  await executeSql(db, sql`update "OrganisationLink" l set "endsOn" = ${today}::date - 1 where (l."endsOn" is null or l."endsOn" >= ${today}::date) and ${foreign}`);
}

/** Groups that the first worked with work with the second from today. */
export async function handLinks(db: Db, fromId: string, toId: string, today: PlainDate): Promise<void> {
  await executeSql(db, sql`
    insert into "OrganisationLink" ("id", "organisationId", "bodyId", "startsOn", "endsOn")
    select gen_random_uuid(), ${toId}::uuid, l."bodyId", ${today}::date, l."endsOn" from "OrganisationLink" l
    where l."organisationId" = ${fromId}::uuid and (l."endsOn" is null or l."endsOn" >= ${today}::date)
      and exists (select from "Unit" u, "Body" b where u."id" = ${toId}::uuid and u."kind" = 'organisation' and b."id" = l."bodyId" and b."endedAt" is null and b."municipalityId" = u."municipalityId")
      and not exists (select from "OrganisationLink" k where k."organisationId" = ${toId}::uuid and k."bodyId" = l."bodyId" and (k."endsOn" is null or k."endsOn" >= ${today}::date))`);
  await executeSql(db, sql`delete from "OrganisationLink" where "organisationId" = ${fromId}::uuid and "startsOn" >= ${today}::date`);
  await executeSql(db, sql`update "OrganisationLink" set "endsOn" = ${today}::date - 1 where "organisationId" = ${fromId}::uuid and ("endsOn" is null or "endsOn" >= ${today}::date)`);
}

const bodySchema = z.object({ id: z.string(), kind: z.enum(["coordinationGroup", "workingGroup", "hotline"]), marathonId: z.string() });
export type OpenBody = z.infer<typeof bodySchema>;

export async function findOpenBodies(db: Db, municipalityId: string): Promise<OpenBody[]> {
  return await queryRows(db, bodySchema, sql`select "id", "kind"::text, "marathonId" from "Body" where "municipalityId" = ${municipalityId}::uuid and "endedAt" is null order by "createdAt", "id" for update`);
}

/** A group goes over with its people and its directions; a direction that is owned there already stays with its owner. */
export async function moveBody(db: Db, bodyId: string, toId: string, at: Date): Promise<void> {
  await executeSql(db, sql`update "Body" set "municipalityId" = ${toId}::uuid where "id" = ${bodyId}::uuid`);
  await executeSql(db, sql`update "Appointment" set "municipalityId" = ${toId}::uuid where "bodyId" = ${bodyId}::uuid and ("endsAt" is null or "endsAt" > ${at})`);
  await executeSql(db, sql`delete from "BodyDirection" d where d."bodyId" = ${bodyId}::uuid and exists (select from "BodyDirection" o where o."municipalityId" = ${toId}::uuid and o."directionId" = d."directionId")`);
  await executeSql(db, sql`update "BodyDirection" set "municipalityId" = ${toId}::uuid where "bodyId" = ${bodyId}::uuid`);
}

/** The duty roster from then on: whoever is on duty is an operator of the other hotline by now. */
export async function handShifts(db: Db, fromId: string, toId: string, at: Date): Promise<void> {
  await executeSql(db, sql`update "DutyShift" set "bodyId" = ${toId}::uuid where "bodyId" = ${fromId}::uuid and "endsAt" > ${at} and "cancelledAt" is null`);
}

export async function endBody(db: Db, bodyId: string, at: Date): Promise<void> {
  await executeSql(db, sql`delete from "BodyDirection" where "bodyId" = ${bodyId}::uuid`);
  await executeSql(db, sql`update "Body" set "endedAt" = ${at} where "id" = ${bodyId}::uuid`);
}

/** Takes part where its predecessors did, in rounds that are not over; its own themes come along. */
export async function inheritParticipations(db: Db, fromId: string, toId: string, today: PlainDate, at: Date): Promise<void> {
  await executeSql(db, sql`
    insert into "Participation" ("marathonId", "municipalityId", "hotlinePhone", "hotlineHours", "rankingPublic", "figuresPublic", "createdAt")
    select p."marathonId", ${toId}::uuid, p."hotlinePhone", p."hotlineHours", p."rankingPublic", p."figuresPublic", ${at}::timestamptz
    from "Participation" p join "Marathon" x on x."id" = p."marathonId" where p."municipalityId" = ${fromId}::uuid and x."closingEndsOn" >= ${today}::date
    on conflict ("marathonId", "municipalityId") do nothing`);
}

export async function handDirections(db: Db, fromId: string, toId: string): Promise<void> {
  await executeSql(db, sql`update "Direction" set "municipalityId" = ${toId}::uuid where "municipalityId" = ${fromId}::uuid`);
}

const countSchema = z.object({ handed: column.int, ended: column.int, links: column.int, bodies: column.int });

/** In: units that end and whether they are municipalities, or units that leave their municipality. */
export async function countOpen(db: Db, unitIds: readonly string[], endingRoles: readonly string[], today: PlainDate, now: Date): Promise<Pick<Foreseen, "handed" | "ended" | "links" | "bodies">> {
  const found = await queryRow(db, countSchema, sql`
    select (select count(*) from "Appointment" a where a."unitId" = any(${[...unitIds]}::uuid[]) and (a."endsAt" is null or a."endsAt" > ${now}) and a."role" <> all(${[...endingRoles]}::"Role"[])) as "handed",
           (select count(*) from "Appointment" a where a."unitId" = any(${[...unitIds]}::uuid[]) and (a."endsAt" is null or a."endsAt" > ${now}) and a."role" = any(${[...endingRoles]}::"Role"[])) as "ended",
           (select count(*) from "OrganisationLink" l where l."organisationId" = any(${[...unitIds]}::uuid[]) and (l."endsOn" is null or l."endsOn" >= ${today}::date)) as "links",
           (select count(*) from "Body" b where b."municipalityId" = any(${[...unitIds]}::uuid[]) and b."endedAt" is null) as "bodies"`);
  return found ?? { handed: 0, ended: 0, links: 0, bodies: 0 };
}

/** Drafts that are worded at the unit. */
export async function countDrafts(db: Db, unitId: string): Promise<number> {
  return await db.initiativeDraft.count({ where: { helperUnitId: unitId } });
}
