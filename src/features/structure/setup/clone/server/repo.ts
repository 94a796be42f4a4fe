import * as z from "zod";
import { roles } from "@/access/roles";
import type { Db } from "@/platform/db/client";
import { column, executeSql, queryRow, queryRows, sql } from "@/platform/db/sql";
import { newId } from "@/shared/ids/id";
import { plainDateToUtc, type PlainDate } from "@/shared/dates/plain-date";
import { fullName } from "@/shared/text/person-name";
import { isOfMarathon } from "../../../rules";

const lastSchema = z.object({ id: z.string(), name: z.string(), endedOn: column.day, phone: z.string().nullable(), hours: z.string().nullable(), dutyFrom: z.number().nullable(), dutyTo: z.number().nullable(), dutyDaily: z.boolean() });
export type LastRound = z.infer<typeof lastSchema>;

/** The marathon before this one in which the municipality was set up, with what it had set for itself. */
export async function findLast(db: Db, municipalityId: string, marathonId: string): Promise<LastRound | null> {
  return await queryRow(db, lastSchema, sql`
    select x."id", x."name", x."closingEndsOn"::text as "endedOn", p."hotlinePhone" as "phone", p."hotlineHours" as "hours", p."dutyFrom", p."dutyTo", p."dutyDaily"
    from "Participation" p join "Marathon" x on x."id" = p."marathonId"
    where p."municipalityId" = ${municipalityId}::uuid and x."id" <> ${marathonId}::uuid and x."startsOn" < (select "startsOn" from "Marathon" where "id" = ${marathonId}::uuid)
    order by x."startsOn" desc, x."id" desc limit 1`);
}

const groupSchema = z.object({ id: z.string(), name: z.string(), keys: z.array(z.string()), directions: z.array(z.string()) });
export type LastGroup = z.infer<typeof groupSchema>;

/** Working groups that stood at the end, with the keys of their directions: a body that was ended with its marathon counts. */
export async function findGroups(db: Db, municipalityId: string, last: LastRound): Promise<LastGroup[]> {
  return await queryRows(db, groupSchema, sql`
    select b."id", b."name", coalesce(array_agg(d."key" order by d."position") filter (where d."id" is not null), '{}') as "keys", coalesce(array_agg(d."name" order by d."position") filter (where d."id" is not null), '{}') as "directions"
    from "Body" b left join "BodyDirection" o on o."bodyId" = b."id" left join "Direction" d on d."id" = o."directionId"
    where b."municipalityId" = ${municipalityId}::uuid and b."marathonId" = ${last.id}::uuid and b."kind" = 'workingGroup' and (b."endedAt" is null or b."endedAt" > ${last.endedOn}::date)
    group by b."id", b."name" order by b."name" collate "ru-x-icu", b."id"`);
}

const linkSchema = z.object({ organisationId: z.string(), bodyId: z.string() });

/** Links that lasted until the end, of organisations that still stand. */
export async function findLinks(db: Db, municipalityId: string, last: LastRound): Promise<z.infer<typeof linkSchema>[]> {
  return await queryRows(db, linkSchema, sql`
    select distinct l."organisationId", l."bodyId" from "OrganisationLink" l join "Body" b on b."id" = l."bodyId" join "Unit" u on u."id" = l."organisationId"
    where b."municipalityId" = ${municipalityId}::uuid and b."marathonId" = ${last.id}::uuid and u."endedAt" is null and (l."endsOn" is null or l."endsOn" >= ${last.endedOn}::date)`);
}

const postSchema = z.object({ id: z.string(), personId: z.string(), familyName: z.string(), givenName: z.string(), patronymic: z.string().nullable(), role: z.enum(roles), unitId: z.string().nullable(), bodyId: z.string().nullable(), bodyKind: z.string().nullable(), where: z.string() });
export type LastPost = Omit<z.infer<typeof postSchema>, "familyName" | "givenName" | "patronymic"> & { readonly name: string };

const ofMarathon = roles.filter(isOfMarathon);

/** Whoever held a post of that marathon until its end; substitutes stood in for a time only. */
export async function findPosts(db: Db, municipalityId: string, last: LastRound): Promise<LastPost[]> {
  const rows = await queryRows(db, postSchema, sql`
    select a."id", p."id" as "personId", p."familyName", p."givenName", p."patronymic", a."role"::text, a."unitId", a."bodyId", b."kind"::text as "bodyKind", coalesce(b."name", u."shortName") as "where"
    from "Appointment" a join "Person" p on p."id" = a."personId" and p."erasedAt" is null and p."mergedIntoId" is null
    left join "Unit" u on u."id" = a."unitId" left join "Body" b on b."id" = a."bodyId"
    where a."municipalityId" = ${municipalityId}::uuid and a."marathonId" = ${last.id}::uuid and a."substitutesId" is null and a."role" = any(${ofMarathon}::"Role"[])
      and (a."endsAt" is null or a."endsAt" >= ${last.endedOn}::date) and (u."id" is null or u."endedAt" is null)
    order by coalesce(b."name", u."shortName") collate "ru-x-icu", p."familyName" collate "ru-x-icu", a."id"`);
  return rows.map(({ familyName, givenName, patronymic, ...row }) => ({ ...row, name: fullName({ familyName, givenName, patronymic }) }));
}

/** Hotline, its hours, what of the municipality's own directions the new marathon lacks. */
export async function copySettings(db: Db, of: { municipalityId: string; marathonId: string }, last: LastRound, now: Date): Promise<void> {
  await executeSql(db, sql`
    update "Participation" set "hotlinePhone" = coalesce("hotlinePhone", ${last.phone}), "hotlineHours" = coalesce("hotlineHours", ${last.hours}), "dutyFrom" = ${last.dutyFrom}::int, "dutyTo" = ${last.dutyTo}::int, "dutyDaily" = ${last.dutyDaily}
    where "marathonId" = ${of.marathonId}::uuid and "municipalityId" = ${of.municipalityId}::uuid`);
  const own = await db.direction.findMany({ where: { marathonId: last.id, municipalityId: of.municipalityId, retiredAt: null }, select: { key: true, name: true, nameEn: true, position: true } });
  await db.direction.createMany({ data: own.map((row) => ({ id: newId(now), ...of, ...row })), skipDuplicates: true });
}

/** Directions of the new marathon by key. */
export async function findDirectionIds(db: Db, { municipalityId, marathonId }: { municipalityId: string; marathonId: string }): Promise<ReadonlyMap<string, string>> {
  const rows = await db.direction.findMany({ where: { marathonId, retiredAt: null, OR: [{ municipalityId: null }, { municipalityId }] }, select: { key: true, id: true } });
  return new Map(rows.map(({ key, id }) => [key, id]));
}

export async function insertLinks(db: Db, links: readonly { organisationId: string; bodyId: string }[], today: PlainDate, now: Date): Promise<void> {
  await db.organisationLink.createMany({ data: links.map((link) => ({ id: newId(now), ...link, startsOn: plainDateToUtc(today) })), skipDuplicates: true });
}
