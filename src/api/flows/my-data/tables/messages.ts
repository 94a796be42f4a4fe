import * as z from "zod";
import { publicInitiativeStatuses } from "@/access/rules/initiative";
import type { Db } from "@/platform/db/client";
import { column, executeSql, queryRows, sql } from "@/platform/db/sql";
import type { DataTable, Subject } from "../table";

const word = z.string().transform((name) => ({ word: name }));
const maybe = z.string().nullable();

const notificationRow = z.object({ kind: word, title: maybe, text: maybe, at: column.instant, readAt: column.instant.nullable() });

const notification: DataTable = {
  table: "Notification",
  columns: { personId: "deleted", kind: "nobody", params: "deleted", href: "deleted", dedupeKey: "deleted" },
  tell: async (db, { ids }) => await queryRows(db, notificationRow, sql`
    select "kind", "params"->>'title' as "title", "params"->>'text' as "text", "at", "readAt" from "Notification" where "personId" = any(${ids}::uuid[]) order by "at"`),
  // what the group was told of an initiative that never was public: its title stands in it
  erase: async (db, { ids }) => await executeSql(db, sql`
    delete from "Notification" n where n."personId" = any(${ids}::uuid[]) or n."href" in ${privateHrefs(ids)}`),
};

const privateHrefs = (ids: readonly string[]) => sql`(
  select prefix || i."id"::text from "Initiative" i cross join unnest(array['/desk/queue/', '/desk/nominations/', '/desk/nominations#', '/desk/moderation#']) prefix where i."authorId" = any(${ids}::uuid[]) and i."status"::text <> all(${[...publicInitiativeStatuses]}::text[]))`;

/** An address that isn't confirmed yet may have been somebody else's before. */
const toThem = ({ ids }: Subject) => sql`
  exists (select 1 from "Contact" c where c."personId" = any(${ids}::uuid[]) and c."kind" = 'email' and c."value" = lower(e."toAddress") and (c."verifiedAt" is not null or e."createdAt" >= c."createdAt"))`;

/** To their addresses, with their codes, and about what only the group had read. */
const ofThem = (subject: Subject) => sql`
  (${toThem(subject)} or lower(e."toAddress") = any(${subject.emails}::text[])
    or split_part(e."dedupeKey", ':', 2) in (select k."hash" from "OneTimeToken" k where k."personId" = any(${subject.ids}::uuid[]))
    or e."dedupeKey" in (select 'message:' || n."dedupeKey" from "Notification" n where n."personId" = any(${subject.ids}::uuid[]) or n."href" in ${privateHrefs(subject.ids)}))`;

const emailRow = z.object({ toAddress: z.string(), subject: z.string(), text: z.string(), status: word, createdAt: column.instant, sentAt: column.instant.nullable() });

const email: DataTable = {
  table: "Email",
  columns: { toAddress: "deleted", subject: "deleted", text: "deleted", html: "deleted", dedupeKey: "deleted", tokenHash: "deleted", lastError: "deleted" },
  tell: async (db, subject) => await queryRows(db, emailRow, sql`
    select e."toAddress", e."subject", regexp_replace(e."text", 'https?://\\S+', '…', 'g') as "text", e."status"::text as "status", e."createdAt", e."sentAt" from "Email" e where ${toThem(subject)} order by e."createdAt"`),
  erase: async (db, erasing) => await executeSql(db, sql`delete from "Email" e where ${ofThem(erasing)}`),
};

/** Ids of the letters that erasing takes away: the demonstration's mailbox keeps each as a file. */
export async function findLetterIds(db: Db, subject: Subject): Promise<string[]> {
  return (await queryRows(db, z.object({ id: z.string() }), sql`select e."id" from "Email" e where ${ofThem(subject)}`)).map(({ id }) => id);
}

/** Letters first: they are found by what the others still hold. */
export const messageTables: readonly DataTable[] = [email, notification];
