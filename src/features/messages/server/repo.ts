import * as z from "zod";
import type { Visible } from "@/access/policy";
import type { Role } from "@/access/roles";
import type { Db } from "@/platform/db/client";
import { compileSql } from "@/platform/db/compile-sql";
import type { Columns } from "@/platform/db/columns";
import { column, executeSql, noSql, queryRow, queryRows, sql } from "@/platform/db/sql";
import { newId } from "@/shared/ids/id";
import type { Telling } from "../schema";

const columns = { personId: { prisma: "personId", sql: `n."personId"`, cast: "uuid" } } as const satisfies Columns;

/** Out: is it new? The same thing is told once, and nothing to whoever had their data erased meanwhile. */
export async function insertNotification(db: Db, { personId, kind, params, href, dedupeKey, at }: Telling): Promise<boolean> {
  const written = await executeSql(db, sql`
    insert into "Notification" ("id", "personId", "kind", "params", "href", "dedupeKey", "at")
    select ${newId(at)}::uuid, p."id", ${kind}, ${JSON.stringify(params)}::jsonb, ${href}, ${dedupeKey}, ${at}::timestamptz
    from "Person" p where p."id" = ${personId}::uuid and p."erasedAt" is null on conflict do nothing`);
  return written === 1;
}

const row = z.object({ id: z.string(), kind: z.string(), params: z.unknown(), href: z.string().nullable(), at: column.instant, isRead: z.boolean() });
export type StoredNotification = z.infer<typeof row>;

/** Newest first, one more than the limit. */
export async function listNotifications(db: Db, may: Visible<"notification">, after: { at: string; id: string } | null, limit: number): Promise<StoredNotification[]> {
  return await queryRows(db, row, sql`
    select n."id", n."kind", n."params", n."href", n."at", n."readAt" is not null as "isRead" from "Notification" n
    where ${compileSql(may.filter, columns)} ${after === null ? noSql : sql`and (n."at", n."id") < (${new Date(after.at)}, ${after.id}::uuid)`}
    order by n."at" desc, n."id" desc limit ${limit + 1}::int`);
}

export async function countUnread(db: Db, may: Visible<"notification">): Promise<number> {
  const found = await queryRow(db, z.object({ count: column.int }), sql`select count(*) as "count" from "Notification" n where n."readAt" is null and ${compileSql(may.filter, columns)}`);
  return found?.count ?? 0;
}

/** In: one, or null for all. Out: whether there is anything of the kind for the asker. */
export async function markRead(db: Db, id: string | null, may: Visible<"notification">, now: Date): Promise<boolean> {
  const which = id === null ? noSql : sql`and n."id" = ${id}::uuid`;
  return (await executeSql(db, sql`update "Notification" n set "readAt" = coalesce(n."readAt", ${now}) where ${compileSql(may.filter, columns)} ${which}`)) > 0;
}

const initiativeRow = z.object({
  number: column.int, slug: z.string(), title: z.string(), isAppeal: z.boolean(), dueAt: column.instant.nullable(), authorDueAt: column.instant.nullable(), zone: z.string(), said: z.string().nullable(),
  municipalityId: z.string(), consideringId: z.string().nullable(), assigneeId: z.string().nullable(), handedToId: z.string().nullable(), wayIds: z.array(z.string()), coAuthorIds: z.array(z.string()),
  offeredToId: z.string().nullable(), arbiterId: z.string().nullable(), objectionAtId: z.string().nullable(), mergedIntoId: z.string().nullable(), mergedInto: column.int.nullable(),
});
export type ToldInitiative = z.infer<typeof initiativeRow>;

/**
 * What people are told of an initiative, and whose it is at that moment: not in the hands of who has left the group. `said` is what
 * was said with the step. Null when it is gone.
 */
export async function findInitiative(db: Db, initiativeId: string, eventId: string | null, at: Date): Promise<ToldInitiative | null> {
  return await queryRow(db, initiativeRow, sql`
    select i."number", m."slug", i."title", i."isAppeal", i."dueAt", i."authorDueAt", coalesce(u."timeZone", r."timeZone", 'Europe/Moscow') as "zone",
      (select e."text" from "InitiativeEvent" e where e."id" = ${eventId}::uuid and e."visibility" <> 'internal') as "said",
      i."municipalityId", i."consideringId", i."handedToId", i."wayIds", i."coAuthorIds",
      (select a."personId" from "Appointment" a where a."personId" = i."assigneeId" and a."bodyId" = i."consideringId" and a."startsAt" <= ${at} and (a."endsAt" is null or a."endsAt" > ${at}) limit 1) as "assigneeId",
      coalesce(i."offeredToId", (select (e."data"->>'toUnitId')::uuid from "InitiativeEvent" e where e."id" = ${eventId}::uuid and e."kind" = 'offerRecalled')) as "offeredToId", i."arbiterId", i."objectionAtId", i."mergedIntoId", (select into_."number" from "Initiative" into_ where into_."id" = i."mergedIntoId") as "mergedInto"
    from "Initiative" i join "Marathon" m on m."id" = i."marathonId" join "Unit" u on u."id" = i."municipalityId" left join "Unit" r on r."id" = u."regionId"
    where i."id" = ${initiativeId}::uuid`);
}

const personRow = z.object({ personId: z.string() });

/** Its own authors, and those of what was merged into it: they are its authors, too. */
export async function findAuthors(db: Db, initiativeId: string): Promise<string[]> {
  return (await queryRows(db, personRow, sql`
    select distinct a."personId" from "Initiative" i cross join unnest(array_append(i."coAuthorIds", i."authorId")) as a("personId")
    where (i."id" = ${initiativeId}::uuid or i."mergedIntoId" = ${initiativeId}::uuid) and a."personId" is not null`)).map(({ personId }) => personId);
}

/** Whom letters to a unit as such reach: an address, no right. Of a municipality the first who is there. */
const unitAddressees = ["responsiblePerson", "head", "councilStaff", "countryObserver"] as const satisfies readonly Role[];

/** Those who answer at a unit now, or moderate there. */
export async function findAtUnit(db: Db, unitId: string, now: Date, roles: readonly Role[] = unitAddressees): Promise<string[]> {
  const rows = await queryRows(db, z.object({ personId: z.string(), role: z.string() }), sql`
    select distinct a."personId", a."role"::text as "role" from "Appointment" a
    where a."unitId" = ${unitId}::uuid and a."role"::text = any(${[...roles]}) and a."startsAt" <= ${now} and (a."endsAt" is null or a."endsAt" > ${now})`);
  const first = roles.find((role) => rows.some((found) => found.role === role));
  return rows.filter((found) => found.role === first).map(({ personId }) => personId);
}

/** Those who answer an objection at a municipality: its coordination group and its head; above it, the unit's own people. */
export async function findObjectionTier(db: Db, unitId: string, now: Date): Promise<string[]> {
  return (await queryRows(db, personRow, sql`
    select distinct a."personId" from "Appointment" a
    where ((a."municipalityId" = ${unitId}::uuid and a."role" in ('head', 'coordinationGroupMember')) or (a."unitId" = ${unitId}::uuid and a."role" in ('councilStaff', 'countryObserver')))
      and a."startsAt" <= ${now} and (a."endsAt" is null or a."endsAt" > ${now})`)).map(({ personId }) => personId);
}

const ticketRow = z.object({ number: column.int, subject: z.string(), personId: z.string().nullable(), callerName: z.string().nullable(), callerEmail: z.string().nullable(), said: z.string().nullable() });

/** A question, who asked it by which address, and what was said to them in the message. */
export async function findTicket(db: Db, ticketId: string, messageId: string) {
  return await queryRow(db, ticketRow, sql`
    select t."number", t."subject", t."personId", t."callerName", t."callerEmail",
      (select m."text" from "TicketMessage" m where m."id" = ${messageId}::uuid and m."ticketId" = t."id" and m."kind" <> 'note') as "said"
    from "Ticket" t where t."id" = ${ticketId}::uuid`);
}

/** Whom a group's letters reach: an address, no right. */
const clerks: readonly Role[] = ["workingGroupSecretary", "workingGroupLead"];

/** Those who keep a group's queue now: its secretaries, else its leads. */
export async function findClerks(db: Db, bodyId: string, now: Date): Promise<string[]> {
  const rows = await queryRows(db, z.object({ personId: z.string(), role: z.string() }), sql`
    select distinct a."personId", a."role"::text as "role" from "Appointment" a
    where a."bodyId" = ${bodyId}::uuid and a."role"::text = any(${[...clerks]}) and a."startsAt" <= ${now} and (a."endsAt" is null or a."endsAt" > ${now})`);
  const first = clerks.find((role) => rows.some((found) => found.role === role));
  return rows.filter((found) => found.role === first).map(({ personId }) => personId);
}

/** Whom a tier's letters reach: an address, no right. Where a small municipality has nobody in it, the next in the row. */
const addressees = {
  workingGroup: ["workingGroupLead", "workingGroupSecretary"],
  hotline: ["operator"],
  responsiblePerson: ["responsiblePerson", "head"],
  coordinationGroup: ["coordinationGroupMember", "head", "responsiblePerson"],
  head: ["head", "responsiblePerson"],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

/** Those of a tier now: of the group or hotline that is meant, else of the municipality. Nobody for a tier that has no seat of its own. */
export async function findTier(db: Db, tier: string, { marathonId, municipalityId, bodyId }: { marathonId: string; municipalityId: string; bodyId: string | null }, now: Date): Promise<string[]> {
  const roles: readonly Role[] = tier in addressees ? addressees[tier as keyof typeof addressees] : [];
  const ofBody = tier === "workingGroup" || tier === "hotline";
  const rows = await queryRows(db, z.object({ personId: z.string(), role: z.string() }), sql`
    select distinct a."personId", a."role"::text as "role" from "Appointment" a
    where a."municipalityId" = ${municipalityId}::uuid and a."role"::text = any(${[...roles]}) and (a."marathonId" is null or a."marathonId" = ${marathonId}::uuid)
      and (not ${ofBody}::boolean or a."bodyId" = ${bodyId}::uuid) and a."startsAt" <= ${now} and (a."endsAt" is null or a."endsAt" > ${now})`);
  const first = roles.find((role) => rows.some((found) => found.role === role));
  return rows.filter((found) => found.role === first).map(({ personId }) => personId);
}
