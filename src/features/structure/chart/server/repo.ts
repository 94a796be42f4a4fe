import * as z from "zod";
import type { Visible } from "@/access/policy";
import { roles } from "@/access/roles";
import type { Db } from "@/platform/db/client";
import { compileSql } from "@/platform/db/compile-sql";
import { column, queryRows, sql } from "@/platform/db/sql";
import { fullName } from "@/shared/text/person-name";
import { staffUnitColumns } from "../../server/facts";
import type { LeftWork } from "../rules";
import { actKindField, bodyKindField, type ChartDirection, type Post } from "../schema";

const bodySchema = z.object({ id: z.string(), kind: bodyKindField, name: z.string() });
export type FoundBody = z.infer<typeof bodySchema>;

/** Bodies of the municipality in the marathon that stand now: the coordination group, the groups by name, the hotline. */
export async function findBodies(db: Db, municipalityId: string, marathonId: string): Promise<FoundBody[]> {
  return await queryRows(db, bodySchema, sql`
    select "id", "kind"::text, "name" from "Body"
    where "municipalityId" = ${municipalityId}::uuid and "marathonId" = ${marathonId}::uuid and "endedAt" is null
    order by "kind", "name" collate "ru-x-icu", "id"`);
}

/** The marathon's directions and the municipality's own, each with the group that owns it. */
export async function findDirections(db: Db, municipalityId: string, marathonId: string): Promise<ChartDirection[]> {
  return await queryRows(db, z.object({ id: z.string(), name: z.string(), nameEn: z.string(), groupId: z.string().nullable() }), sql`
    select d."id", d."name", d."nameEn", b."id" as "groupId"
    from "Direction" d
    left join "BodyDirection" o on o."directionId" = d."id" and o."municipalityId" = ${municipalityId}::uuid
    left join "Body" b on b."id" = o."bodyId" and b."endedAt" is null
    where d."marathonId" = ${marathonId}::uuid and (d."municipalityId" is null or d."municipalityId" = ${municipalityId}::uuid) and d."retiredAt" is null
    order by d."municipalityId" nulls first, d."position", d."id"`);
}

const leftSchema = z.object({ id: z.string(), name: z.string(), role: z.enum(roles) });

/** Organisations with drafts, and a hotline with questions, that are in the hands of who works there no more. */
export async function findLeftWork(db: Db, municipalityId: string, marathonId: string, now: Date): Promise<LeftWork[]> {
  const lasts = sql`a."startsAt" <= ${now} and (a."endsAt" is null or a."endsAt" > ${now})`;
  return (await queryRows(db, leftSchema, sql`
    select u."id", u."shortName" as "name", 'coordinator' as "role" from "Unit" u
    where u."municipalityId" = ${municipalityId}::uuid and u."kind" = 'organisation' and u."endedAt" is null and exists (
      select from "InitiativeDraft" d where d."helperUnitId" = u."id" and d."marathonId" = ${marathonId}::uuid and d."helperId" is not null
        and not exists (select from "Appointment" a where a."personId" = d."helperId" and a."unitId" = u."id" and a."role" in ('coordinator', 'executor') and ${lasts}))
    union all
    select b."id", b."name", 'operator' from "Body" b
    where b."municipalityId" = ${municipalityId}::uuid and b."marathonId" = ${marathonId}::uuid and b."kind" = 'hotline' and b."endedAt" is null and exists (
      select from "Ticket" t where t."hotlineId" = b."id" and t."status" in ('claimed', 'waitingForPerson')
        and not exists (select from "Appointment" a where a."personId" = t."claimedById" and a."bodyId" = b."id" and a."role" = 'operator' and ${lasts}))
    order by "name"`)) satisfies LeftWork[];
}

const organisationSchema = z.object({ id: z.string(), path: z.array(z.string()), name: z.string(), shortName: z.string(), kind: z.string().nullable(), address: z.string().nullable(), groupIds: z.array(z.string()) });
export type FoundOrganisation = z.infer<typeof organisationSchema>;

/** Organisations of the municipality that stand, with the groups that they are linked to today. */
export async function findOrganisations(db: Db, municipalityId: string, marathonId: string, today: string): Promise<FoundOrganisation[]> {
  return await queryRows(db, organisationSchema, sql`
    select u."id", u."path", u."name", u."shortName", u."organisationKind" as "kind", u."address",
           array(select l."bodyId" from "OrganisationLink" l join "Body" b on b."id" = l."bodyId" and b."endedAt" is null and b."marathonId" = ${marathonId}::uuid
                 where l."organisationId" = u."id" and (l."endsOn" is null or l."endsOn" >= ${today}::date) order by b."name" collate "ru-x-icu", b."id") as "groupIds"
    from "Unit" u
    where u."municipalityId" = ${municipalityId}::uuid and u."kind" = 'organisation' and u."endedAt" is null
    order by u."shortName" collate "ru-x-icu", u."id"`);
}

const postSchema = z.object({
  id: z.string(), personId: z.string(), familyName: z.string(), givenName: z.string(), patronymic: z.string().nullable(), role: z.enum(roles),
  unitId: z.string().nullable(), bodyId: z.string().nullable(), startsAt: column.instant, endsAt: column.instant.nullable(), substitutesId: z.string().nullable(),
  actKind: actKindField.nullable(), actNumber: z.string().nullable(), actDate: z.string().nullable(), isInvited: z.boolean(), hasScan: z.boolean(),
  briefedAt: column.instant.nullable(), acknowledgedAt: column.instant.nullable(),
});
export type FoundPost = Omit<Post, "isMine">;

/** Appointments of the municipality that hold now or will, in its marathon or for good, as far as the asker may see staff. */
export async function findPosts(db: Db, visible: Visible<"unit">, municipalityId: string, marathonId: string | null, now: Date): Promise<FoundPost[]> {
  const rows = await queryRows(db, postSchema, sql`
    select a."id", a."personId", p."familyName", p."givenName", p."patronymic", a."role"::text, a."unitId", a."bodyId", a."startsAt", a."endsAt", a."substitutesId",
           a."actKind"::text, a."actNumber", a."actDate"::text, br."briefedAt", br."acknowledgedAt",
           p."passwordHash" is null and exists (select from "OneTimeToken" t where t."personId" = p."id" and t."purpose" = 'invitation' and t."usedAt" is null) as "isInvited",
           exists (select from "StoredFile" f where f."kind" = 'actScan' and f."ownerId" = a."id" and f."readyAt" is not null and f."removedAt" is null) as "hasScan"
    from "Appointment" a
    join "Person" p on p."id" = a."personId" and p."erasedAt" is null and p."mergedIntoId" is null
    left join "Unit" u on u."id" = coalesce(a."unitId", a."municipalityId")
    left join "Body" b on b."id" = a."bodyId"
    left join lateral (select "briefedAt", "acknowledgedAt" from "Briefing" where "appointmentId" = a."id" order by "briefedAt" desc limit 1) br on true
    where a."municipalityId" = ${municipalityId}::uuid and (a."endsAt" is null or a."endsAt" > ${now})
      and (a."marathonId" is null or a."marathonId" = ${marathonId}::uuid)
      and (u."endedAt" is null or u."endedAt" > ${now}) and (b."endedAt" is null or b."endedAt" > ${now})
      and ${compileSql(visible.filter, staffUnitColumns)}
    order by a."startsAt", a."id"`);
  return rows.map(({ familyName, givenName, patronymic, actKind, actNumber, actDate, ...row }) => ({
    ...row, name: fullName({ familyName, givenName, patronymic }), act: { kind: actKind, number: actNumber, date: actDate },
  }) satisfies FoundPost);
}
