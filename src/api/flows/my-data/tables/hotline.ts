import * as z from "zod";
import { column, executeSql, queryRows, sql } from "@/platform/db/sql";
import type { DataTable, Subject } from "../table";

const word = z.string().transform((name) => ({ word: name }));
const maybe = z.string().nullable();

/** Asked with the account, or without it from an address or a phone that is theirs alone. */
const theirs = ({ ids, emails, phones }: Subject) => sql`
  (t."personId" = any(${ids}::uuid[]) or (t."personId" is null and (t."callerEmail" = any(${emails}::text[]) or t."callerPhone" = any(${phones}::text[]))))`;

const ticketRow = z.object({ number: column.int, channel: word, callerName: maybe, callerPhone: maybe, callerEmail: maybe, subject: z.string(), question: z.string(), status: word, municipality: z.string(), createdAt: column.instant });

const ticket: DataTable = {
  table: "Ticket",
  columns: {
    personId: "cleared", callerName: "cleared", callerPhone: "cleared", callerEmail: "cleared", subject: "cleared", question: "cleared",
    claimedById: "nameless", createdById: "nameless",
  },
  because: "number, days and state stay for the hotline's figures; it is no appeal (federal law 59), which would have to be kept",
  tell: async (db, subject) => await queryRows(db, ticketRow, sql`
    select t."number", t."channel"::text as "channel", t."callerName", t."callerPhone", t."callerEmail", t."subject", t."question", t."status"::text as "status", u."name" as "municipality", t."createdAt"
    from "Ticket" t join "Unit" u on u."id" = t."municipalityId" where ${theirs(subject)} order by t."number"`),
  // an open question has nobody to be answered to
  erase: async (db, { now, words, ...subject }) => await executeSql(db, sql`
    update "Ticket" t set "personId" = null, "callerName" = null, "callerPhone" = null, "callerEmail" = null, "subject" = ${words.title}, "question" = ${words.text},
      "status" = 'closed', "closedAt" = coalesce(t."closedAt", ${now}), "version" = t."version" + 1, "updatedAt" = ${now}
    where ${theirs(subject)}`),
};

const messageRow = z.object({ number: column.int, kind: word, byMe: z.boolean(), text: z.string(), at: column.instant });

const ticketMessage: DataTable = {
  table: "TicketMessage",
  columns: { text: "cleared", byId: "nameless", byRole: "nobody" },
  because: "what happened stays without words; who answered others keeps no name",
  tell: async (db, subject) => await queryRows(db, messageRow, sql`
    select t."number", m."kind"::text as "kind", coalesce(m."byId" = any(${subject.ids}::uuid[]), false) as "byMe", case when m."kind" = 'event' then '' else m."text" end as "text", m."at"
    from "TicketMessage" m join "Ticket" t on t."id" = m."ticketId" where ${theirs(subject)} order by m."at"`),
  erase: async (db, { words, ...subject }) => await executeSql(db, sql`
    update "TicketMessage" m set "text" = ${words.text}, "byId" = case when m."byId" = any(${subject.ids}::uuid[]) then null else m."byId" end
    from "Ticket" t where t."id" = m."ticketId" and m."kind" <> 'event' and m."text" <> ${words.text} and ${theirs(subject)}`),
};

export const hotlineTables: readonly DataTable[] = [ticketMessage, ticket];
