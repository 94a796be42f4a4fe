import * as z from "zod";
import type { Visible } from "@/access/policy";
import { compileSql } from "@/platform/db/compile-sql";
import type { Db } from "@/platform/db/client";
import { column, joinSql, queryRow, queryRows, rawSql, sql, type Sql } from "@/platform/db/sql";
import { walkSql } from "@/platform/db/walk-sql";
import { initiativeStatuses } from "../../../lifecycle";
import { initiativeColumns } from "../../../server/facts";
import { countLimit } from "../../queue/schema";
import { competenceField } from "../../schema";
import { nominationFilters, settlingKinds, type NominationFilter, type NominationSide } from "../schema";

/** The nomination that counts is the one to the unit that has the initiative now. */
const from = rawSql(`"Initiative" i join "Marathon" mar on mar."id" = i."marathonId" join "Unit" m on m."id" = i."municipalityId" left join "Nomination" n on n."initiativeId" = i."id" and n."toUnitId" = i."handedToId"`);

/** The keys of the indexes that the two lists of what waits are walked along (migration «queues»). */
const waitingKeys = { up: { key: rawSql(`i."decidedAt"`), id: rawSql(`i."id"`) }, in: { key: rawSql(`n."at"`), id: rawSql(`n."initiativeId"`) } } as const;

function conditionOf(side: NominationSide, filter: NominationFilter, now: Date): Sql {
  if (filter === "answered") return sql`n."answer" is not null`;
  // of a marathon that is over nothing is awaited any more: the list begins behind the last one that is, by whatever zone
  const begins = filter === "waiting" ? sql`${waitingKeys[side].key} >= (select min(l."startsOn") from "Marathon" l where l."closingEndsOn" >= (${now}::timestamptz - interval '1 day')::date)` : sql`true`;
  return sql`${begins} and mar."closingEndsOn" >= (${now}::timestamptz at time zone coalesce(m."timeZone", 'Europe/Moscow'))::date and ${waitingOn(side, filter)}`;
}

function waitingOn(side: NominationSide, filter: Exclude<NominationFilter, "answered">): Sql {
  // a council keeps in sight what it put forward to the country
  if (side === "in") return filter === "waiting" ? sql`n."id" is not null and n."answer" is null` : sql`cardinality(i."wayIds") > 0 and n."answer" is null`;
  return filter === "waiting" ? sql`i."handedToId" is null and i."status" in ('nominated', 'beyondCompetence')` : sql`n."id" is not null and n."answer" is null`;
}

const settlingSchema = z.object({ id: z.string(), number: z.number(), slug: z.string(), title: z.string(), municipality: z.string(), timeZone: z.string(), kind: z.enum(settlingKinds), dueAt: column.instant.nullable() });

type Settling = Readonly<Record<(typeof settlingKinds)[number], Visible<"initiative">>>;

/** The sort key of the last row seen: its term («infinity» without one), the id, the kind. */
export type SettlingPosition = readonly [string, string, string];

/** What waits for the asker's word about whose it is, or about an objection; one row more than the limit. */
export async function findSettling(db: Db, may: Settling, after: SettlingPosition | null, limit: number): Promise<z.infer<typeof settlingSchema>[]> {
  const key = rawSql(`coalesce(x."dueAt", 'infinity')`);
  const beyond = after ? sql`(${key}, x."id", x."kind") > (${after[0]}::timestamptz, ${after[1]}::uuid, ${after[2]})` : sql`true`;
  return await queryRows(db, settlingSchema, sql`
    select x."id", x."number", mar."slug", x."title", m."shortName" as "municipality", coalesce(m."timeZone", 'Europe/Moscow') as "timeZone", x."kind", x."dueAt"
    from (${settlingParts(may)}) x join "Marathon" mar on mar."id" = x."marathonId" join "Unit" m on m."id" = x."municipalityId"
    where ${beyond} order by ${key}, x."id", x."kind" limit ${limit + 1}::int`);
}

export async function countSettling(db: Db, may: Settling): Promise<number> {
  const row = await queryRow(db, z.object({ count: column.int }), sql`select count(*) as "count" from (select 1 from (${settlingParts(may)}) x limit ${countLimit}::int) y`);
  return row?.count ?? 0;
}

function settlingParts(may: Settling): Sql {
  return joinSql(settlingKinds.map((kind) => sql`
    select i."id", i."number", i."title", i."marathonId", i."municipalityId", ${kind}::text as "kind", i."dueAt" from "Initiative" i
    where ${compileSql(may[kind].filter, initiativeColumns)} and ${rawSql(settlingColumns[kind])} is not null and i."status" not in ('withdrawn', 'merged')`), " union all ");
}

/** What the partial indexes are on. */
const settlingColumns = { offer: 'i."offeredToId"', arbitration: 'i."arbiterId"', objection: 'i."objectionAtId"' } as const;

const rowSchema = z.object({
  id: z.string(), number: z.number(), slug: z.string(), title: z.string(), municipality: z.string(), timeZone: z.string(), directionName: z.string(), directionNameEn: z.string(),
  status: z.enum(initiativeStatuses), competence: competenceField.nullable(), supportCount: z.number(), at: column.instant, to: z.string().nullable(),
  reason: z.string().nullable(), answer: z.string().nullable(), answeredAt: column.instant.nullable(),
});
export type FoundRow = z.infer<typeof rowSchema>;

const when = rawSql(`coalesce(n."at", i."decidedAt", i."updatedAt")`);
/** What waits begins with the oldest; what is answered, with the newest. */
export async function findNominations(db: Db, visible: Visible<"initiative">, side: NominationSide, filter: NominationFilter, after: readonly [string, string] | null, limit: number, now: Date): Promise<FoundRow[]> {
  const isBack = filter === "answered";
  const direction = isBack ? "desc" : "asc";
  const { key, id } = filter === "waiting" ? waitingKeys[side] : { key: when, id: rawSql(`i."id"`) };
  const beyond = after ? sql`(${key}, ${id}) ${rawSql(isBack ? "<" : ">")} (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql`true`;
  const page = walkSql(visible.filter, initiativeColumns, { from, where: sql`${conditionOf(side, filter, now)} and ${beyond}`, key, id, direction, limit: limit + 1 });
  return await queryRows(db, rowSchema, sql`
    with page as materialized (${page})
    select i."id", i."number", mar."slug", i."title", m."shortName" as "municipality", coalesce(m."timeZone", 'Europe/Moscow') as "timeZone", d."name" as "directionName", d."nameEn" as "directionNameEn",
           i."status"::text, i."competence"::text, i."supportCount", page."key" as "at", u."shortName" as "to", n."reason", n."answer", n."answeredAt"
    from ${from} join page on page."id" = i."id" join "Direction" d on d."id" = i."directionId" left join "Unit" u on u."id" = n."toUnitId"
    order by page."key" ${rawSql(direction)}, i."id" ${rawSql(direction)}`);
}

export async function countNominations(db: Db, visible: (filter: NominationFilter) => Visible<"initiative">, side: NominationSide, now: Date): Promise<Record<NominationFilter, number>> {
  const mine = (filter: NominationFilter) => compileSql(visible(filter).filter, initiativeColumns);
  const counts = nominationFilters.map((filter) => sql`(select count(*) from (select 1 from ${from} where ${mine(filter)} and ${conditionOf(side, filter, now)} limit ${countLimit}::int) x) as ${rawSql(`"${filter}"`)}`);
  const schema = z.object({ waiting: column.int, sent: column.int, answered: column.int });
  return (await queryRow(db, schema, sql`select ${joinSql(counts)}`)) ?? { waiting: 0, sent: 0, answered: 0 };
}
