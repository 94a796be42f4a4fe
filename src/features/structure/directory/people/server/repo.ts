import * as z from "zod";
import type { Visible } from "@/access/policy";
import { roles, type Role } from "@/access/roles";
import type { Db } from "@/platform/db/client";
import { compileSql } from "@/platform/db/compile-sql";
import { column, queryRows, sql } from "@/platform/db/sql";
import { actKindField } from "../../../chart/schema";
import { appointmentColumns } from "../../../server/facts";
import { linkedBodyIds } from "../../../server/repo";

const bodySchema = z.object({ id: z.string(), kind: z.enum(["coordinationGroup", "workingGroup", "hotline"]), name: z.string() });
export type KnownBody = z.infer<typeof bodySchema>;

/** Bodies of the marathons that are not over. */
export async function findBodies(db: Db, municipalityId: string, now: Date): Promise<KnownBody[]> {
  return await queryRows(db, bodySchema, sql`
    select b."id", b."kind"::text, b."name" from "Body" b join "Marathon" x on x."id" = b."marathonId"
    where b."municipalityId" = ${municipalityId}::uuid and b."endedAt" is null and x."closingEndsOn" >= (${now}::timestamptz)::date - 1
    order by x."startsOn" desc, b."createdAt", b."id"`);
}

const holderSchema = z.object({ id: z.string(), familyName: z.string(), givenName: z.string(), patronymic: z.string().nullable(), emails: z.array(z.string()), actNumber: z.string().nullable() });
export type Holder = z.infer<typeof holderSchema>;

/** Who holds the role there now or will, on their own: with the addresses that they are known by. */
export async function findHolders(db: Db, seatId: string, role: Role, now: Date): Promise<Holder[]> {
  return await queryRows(db, holderSchema, sql`
    select a."id", p."familyName", p."givenName", p."patronymic", array(select c."value" from "Contact" c where c."personId" = p."id" and c."kind" = 'email') as "emails", a."actNumber"
    from "Appointment" a join "Person" p on p."id" = a."personId" and p."erasedAt" is null and p."mergedIntoId" is null
    where coalesce(a."unitId", a."bodyId") = ${seatId}::uuid and a."role" = ${role}::"Role" and a."substitutesId" is null and (a."endsAt" is null or a."endsAt" > ${now})
    order by a."startsAt", a."id"`);
}

const postSchema = z.object({ id: z.string(), role: z.enum(roles), seatId: z.string(), actNumber: z.string().nullable(), startsAt: column.instant, endsAt: column.instant.nullable() });
export type KnownPost = z.infer<typeof postSchema>;

/** All that the person holds, held or will hold. */
export async function findPosts(db: Db, personId: string): Promise<KnownPost[]> {
  return await queryRows(db, postSchema, sql`
    select "id", "role"::text, coalesce("unitId", "bodyId") as "seatId", "actNumber", "startsAt", "endsAt" from "Appointment" where "personId" = ${personId}::uuid and "substitutesId" is null`);
}

const exportedSchema = z.object({
  personId: z.string(), oktmo: z.string().nullable(), municipality: z.string(), timeZone: z.string(), place: z.string(), role: z.enum(roles), familyName: z.string(), givenName: z.string(), patronymic: z.string().nullable(),
  email: z.string().nullable(), phone: z.string().nullable(), directions: z.string().nullable(), actKind: actKindField.nullable(), actNumber: z.string().nullable(), actDate: column.day.nullable(), startsAt: column.instant, endsAt: column.instant.nullable(),
});
export type ExportedPerson = z.infer<typeof exportedSchema>;

/** Who holds a role of those that the asker gives, now or later, in the marathon that is going on; of a region, or of one municipality. */
export async function findExportedPeople(db: Db, appointable: Visible<"appointment">, of: { readonly regionId: string } | { readonly municipalityId: string }, now: Date): Promise<ExportedPerson[]> {
  const where = "regionId" in of ? sql`m."regionId" = ${of.regionId}::uuid` : sql`m."id" = ${of.municipalityId}::uuid`;
  const contact = (kind: "email" | "phone") => sql`(select c."value" from "Contact" c where c."personId" = p."id" and c."kind" = ${kind}::"ContactKind" order by c."verifiedAt" nulls last, c."value" limit 1)`;
  return await queryRows(db, exportedSchema, sql`
    select p."id" as "personId", m."oktmo", m."name" as "municipality", coalesce(m."timeZone", r."timeZone", 'Europe/Moscow') as "timeZone", coalesce(b."name", u."name") as "place", a."role"::text, p."familyName", p."givenName", p."patronymic",
           ${contact("email")} as "email", ${contact("phone")} as "phone",
           (select string_agg(d."name", ', ' order by d."position") from "BodyDirection" k join "Direction" d on d."id" = k."directionId" where k."bodyId" = b."id") as "directions",
           a."actKind"::text, a."actNumber", a."actDate"::text, a."startsAt", a."endsAt"
    from "Appointment" a
    join "Person" p on p."id" = a."personId" and p."erasedAt" is null and p."mergedIntoId" is null
    join "Unit" m on m."id" = a."municipalityId" and m."endedAt" is null join "Unit" r on r."id" = m."regionId"
    left join "Unit" u on u."id" = a."unitId" left join "Body" b on b."id" = a."bodyId"
    left join lateral (select ${linkedBodyIds(sql`a."unitId"`, now)} as "bodyIds") l on true
    left join lateral (
      select x."id" from "Marathon" x join "Participation" t on t."marathonId" = x."id" and t."municipalityId" = m."id"
      where x."closingEndsOn" >= (${now}::timestamptz at time zone coalesce(m."timeZone", r."timeZone", 'Europe/Moscow'))::date order by x."startsOn" desc, x."id" desc limit 1
    ) x on true
    where ${where} and a."substitutesId" is null and (a."endsAt" is null or a."endsAt" > ${now}) and (a."marathonId" is null or a."marathonId" = x."id")
      and (u."endedAt" is null or u."endedAt" > ${now}) and (b."endedAt" is null or b."endedAt" > ${now}) and ${compileSql(appointable.filter, appointmentColumns)}
    order by m."shortName" collate "ru-x-icu", m."id", coalesce(b."name", u."name") collate "ru-x-icu", a."role", p."familyName" collate "ru-x-icu", p."givenName" collate "ru-x-icu", a."id"`);
}
