import * as z from "zod";
import type { Visible } from "@/access/policy";
import { compileSql } from "@/platform/db/compile-sql";
import type { Db } from "@/platform/db/client";
import { termUnitField } from "@/features/regulation/schema";
import { column, joinSql, queryRow, queryRows, rawSql, sql, type Sql } from "@/platform/db/sql";
import { walkSql } from "@/platform/db/walk-sql";
import { publicInitiativeStatuses } from "@/access/rules/initiative";
import { initiativeStatuses } from "../../../lifecycle";
import { initiativeColumns } from "../../../server/facts";
import { competenceField, decisionField } from "../../schema";
import { countLimit, queueFilters, type QueueCounts, type QueueFilter, type QueueNarrowing } from "../schema";

const zone = rawSql(`coalesce(m."timeZone", 'Europe/Moscow')`);
/** Each condition and each key is that of an index (migration «queues»). */
const open = rawSql(`i."status" in ('submitted', 'moderated', 'inConsideration', 'clarification')`);
const dueKey = rawSql(`coalesce(i."dueAt", 'infinity')`);
const decidedKey = rawSql(`i."decidedAt"`);

/** What a filter of the queue means. Days are those of the municipality. */
function conditionOf(filter: QueueFilter, now: Date): Sql {
  switch (filter) {
    case "all":
      return open;
    case "overdue":
      return sql`${open} and ${dueKey} <= ${now}`;
    case "today":
      // a term that ends at 24:00 ends today, not tomorrow; no day of any zone is longer than two
      return sql`${open} and ${dueKey} > ${now} and ${dueKey} < ${now}::timestamptz + interval '2 days' and ((i."dueAt" - interval '1 millisecond') at time zone ${zone})::date = (${now}::timestamptz at time zone ${zone})::date`;
    case "proposal":
      return sql`i."status" = 'inConsideration' and i."isPrepared"`;
    case "clarification":
      return sql`i."status" = 'clarification'`;
    case "decided":
      return sql`i."decidedAt" is not null and i."status" not in ('withdrawn', 'merged')`;
  }
}

/** Only «today» asks for the zone. */
function fromOf(filter: QueueFilter): Sql {
  return rawSql(filter === "today" ? `"Initiative" i join "Unit" m on m."id" = i."municipalityId"` : `"Initiative" i`);
}

const rowSchema = z.object({
  id: z.string(), number: z.number(), slug: z.string(), title: z.string(), status: z.enum(initiativeStatuses), version: z.number(), dueAt: column.instant.nullable(),
  pausedLeft: z.number().nullable(), termUnit: termUnitField, decidedAt: column.instant.nullable(), organisationHidden: z.boolean(), organisation: z.string().nullable(),
  isHelped: z.boolean(), isAppeal: z.boolean(), familyName: z.string().nullable(), givenName: z.string().nullable(), patronymic: z.string().nullable(), timeZone: z.string(), decision: decisionField.nullable(), competence: competenceField.nullable(), text: z.string().nullable(),
});
export type FoundRow = z.infer<typeof rowSchema>;

/** The sort key of the last row seen: an instant as text («infinity» without a term) and the id. */
export type Position = readonly [string, string];

export async function findQueue(db: Db, visible: Visible<"initiative">, { filter, assigned, directionId }: QueueNarrowing, personId: string | null, after: Position | null, limit: number, now: Date): Promise<FoundRow[]> {
  const isDecided = filter === "decided";
  const [key, direction] = isDecided ? [decidedKey, "desc" as const] : [dueKey, "asc" as const];
  const mine = assigned === "mine" ? sql`i."assigneeId" = ${personId}::uuid` : assigned === "nobody" ? sql`i."assigneeId" is null` : sql`true`;
  const themed = directionId === null ? sql`true` : sql`i."directionId" = ${directionId}::uuid`;
  const beyond = after ? sql`(${key}, i."id") ${rawSql(isDecided ? "<" : ">")} (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql`true`;
  const page = walkSql(visible.filter, initiativeColumns, { from: fromOf(filter), where: sql`${conditionOf(filter, now)} and ${mine} and ${themed} and ${beyond}`, key, id: rawSql(`i."id"`), direction, limit: limit + 1 });
  return await queryRows(db, rowSchema, sql`
    with page as materialized (${page})
    select i."id", i."number", mar."slug", i."title", i."status"::text, i."version", i."dueAt", i."pausedLeft", i."termUnit"::text, i."decidedAt",
           i."hiddenFromOrganisation" as "organisationHidden", case when i."hiddenFromOrganisation" then null else o."shortName" end as "organisation",
           i."helperId" is not null as "isHelped", i."isAppeal", a."familyName", a."givenName", a."patronymic", ${zone} as "timeZone", p."decision"::text, p."competence"::text, p."text"
    from page join "Initiative" i on i."id" = page."id" join "Unit" m on m."id" = i."municipalityId" join "Marathon" mar on mar."id" = i."marathonId"
    left join "DecisionProposal" p on p."initiativeId" = i."id" left join "Unit" o on o."id" = i."originatingId" left join "Person" a on a."id" = i."assigneeId"
    order by page."key" ${rawSql(direction)}, i."id" ${rawSql(direction)}`);
}

/** One index range a filter, each cut at `countLimit`. */
export async function countQueue(db: Db, visible: Visible<"initiative">, now: Date): Promise<QueueCounts> {
  const mine = compileSql(visible.filter, initiativeColumns);
  const counts = queueFilters.map((filter) => sql`(select count(*) from (select 1 from ${fromOf(filter)} where ${mine} and ${conditionOf(filter, now)} limit ${countLimit}::int) x) as ${rawSql(`"${filter}"`)}`);
  const schema = z.object({ all: column.int, today: column.int, overdue: column.int, proposal: column.int, clarification: column.int, decided: column.int });
  return (await queryRow(db, schema, sql`select ${joinSql(counts)}`)) as QueueCounts;
}

const similarSchema = z.object({ toId: z.string(), id: z.string(), number: z.number(), slug: z.string(), title: z.string(), status: z.enum(initiativeStatuses) });
export type Similar = z.infer<typeof similarSchema>;

/** Half of the title's words at least must meet. */
const likeEnough = 0.5;

/**
 * The most alike, three at most for each: the same direction and municipality, already public. The words of the title
 * find candidates by the catalogue's index; of those the titles are compared.
 */
export async function findSimilar(db: Db, ids: readonly string[]): Promise<Similar[]> {
  if (ids.length === 0) return [];
  const statuses = rawSql(`s."status" in (${publicInitiativeStatuses.map((status) => `'${status}'`).join(", ")})`);
  return await queryRows(db, similarSchema, sql`
    select i."id" as "toId", f."id", f."number", mar."slug", f."title", f."status"
    from "Initiative" i join "Marathon" mar on mar."id" = i."marathonId"
    cross join lateral (
      select array_agg(w) as "words", ('(' || string_agg('''' || w || '''', ' | ') || format(') & ''#m%s'' & ''#d%s''', i."municipalityId", i."directionId"))::tsquery as "query"
      from unnest(tsvector_to_array(initiative_words(i."title", ''))) w where w ~ '^[[:alnum:]]+$'
    ) t
    cross join lateral (
      select s."id", s."number", s."title", s."status"::text, c."share"
      from "Initiative" s
      cross join lateral (
        select count(*)::float / greatest(cardinality(t."words"), 1) as "share"
        from unnest(tsvector_to_array(initiative_words(s."title", ''))) v where v = any(t."words")
      ) c
      where s."marathonId" = i."marathonId" and s."municipalityId" = i."municipalityId" and s."directionId" = i."directionId" and s."id" <> i."id"
        and ${statuses} and (initiative_words(s."title", s."essence") || initiative_facets(s."number", s."marathonId", s."municipalityId", s."directionId", s."status")) @@ t."query" and c."share" >= ${likeEnough}::float
      order by c."share" desc, s."id" desc limit 3
    ) f
    where i."id" = any(${ids}::uuid[]) and t."words" is not null
    order by f."share" desc, f."id" desc`);
}
