import * as z from "zod";
import type { Db } from "@/platform/db/client";
import { column, executeSql, joinSql, queryRow, rawSql, sql, type Sql } from "@/platform/db/sql";
import { figureNames } from "../../schema";
import type { LedgerChange } from "../rules";

/** «без организации», «без направления» */
export const nobody = "00000000-0000-0000-0000-000000000000";

const figureColumns = rawSql(figureNames.map((name) => `"${name}"`).join(", "));
/** `sum("users")::int as "users", …` over the alias `l`. */
export const figureSums = rawSql(figureNames.map((name) => `coalesce(sum(l."${name}"), 0)::int as "${name}"`).join(", "));

/**
 * Writes changes as rows dated `at`, on the day that it is in the municipality's zone; one statement. Out: how many.
 */
export async function insertEntries(db: Db, changes: readonly LedgerChange[], at: Date): Promise<number> {
  const rows = changes.map(({ by, ...one }) => sql`(${one.marathonId}::uuid, ${one.municipalityId}::uuid, ${one.organisationId}::uuid, ${one.directionId}::uuid, ${one.attribution}::"Attribution", ${one.subjectId}::uuid, ${joinSql(figureNames.map((name) => sql`${by[name]}::int`))})`);
  return await executeSql(db, sql`
    insert into "LedgerEntry" ("marathonId", "municipalityId", "organisationId", "directionId", "attribution", "subjectId", ${figureColumns}, "at", "day")
    select v.*, ${at}::timestamptz, (${at}::timestamptz at time zone coalesce(m."timeZone", r."timeZone", 'Europe/Moscow'))::date
    from (values ${joinSql(rows)}) as v ("marathonId", "municipalityId", "organisationId", "directionId", "attribution", "subjectId", ${figureColumns})
    join "Unit" m on m."id" = v."municipalityId"
    left join "Unit" r on r."id" = m."regionId"`, { prepareAs: changes.length === 1 ? "ledger" : undefined });
}

/** The opposite of all that stands for a subject, where it was counted; nothing where that is nothing already. */
export async function insertReversal(db: Db, subjectId: string, at: Date): Promise<void> {
  const moved = joinSql(figureNames.map((name) => rawSql(`sum(l."${name}") <> 0`)), " or ");
  await executeSql(db, sql`
    insert into "LedgerEntry" ("marathonId", "municipalityId", "organisationId", "directionId", "attribution", "subjectId", ${figureColumns}, "at", "day")
    select l."marathonId", l."municipalityId", l."organisationId", l."directionId", l."attribution", l."subjectId",
      ${joinSql(figureNames.map((name) => rawSql(`-sum(l."${name}")::int`)))}, ${at}::timestamptz,
      (${at}::timestamptz at time zone coalesce(m."timeZone", r."timeZone", 'Europe/Moscow'))::date
    from "LedgerEntry" l join "Unit" m on m."id" = l."municipalityId" left join "Unit" r on r."id" = m."regionId"
    where l."subjectId" = ${subjectId}::uuid
    group by l."marathonId", l."municipalityId", l."organisationId", l."directionId", l."attribution", l."subjectId", m."timeZone", r."timeZone"
    having ${moved}`);
}

const foldLock = 7_310_002;

/**
 * Moves up to `limit` entries into the totals. In: an open transaction. Out: how many; null when another process is at
 * it. Entry and total change in one statement, so that a reader of both never misses nor doubles one.
 */
export async function foldEntries(db: Db, limit: number): Promise<number | null> {
  const lock = await queryRow(db, z.object({ mine: z.boolean() }), sql`select pg_try_advisory_xact_lock(${foldLock}::bigint) as "mine"`);
  if (!lock?.mine) return null;
  const row = await queryRow(db, z.object({ moved: column.int }), sql`
    with tail as (select "id" from "LedgerEntry" where not "folded" order by "id" limit ${limit}::int for update),
    l as (update "LedgerEntry" e set "folded" = true from tail where e."id" = tail."id" returning e.*),
    totals as (
      insert into "LedgerTotal" as t ("marathonId", "municipalityId", "organisationId", "directionId", "attribution", "day", ${figureColumns})
      select l."marathonId", l."municipalityId", coalesce(l."organisationId", ${nobody}::uuid), coalesce(l."directionId", ${nobody}::uuid), l."attribution", l."day", ${figureSums}
      from l group by 1, 2, 3, 4, 5, 6
      on conflict ("marathonId", "municipalityId", "day", "directionId", "organisationId", "attribution") do update set
        ${rawSql(figureNames.map((name) => `"${name}" = t."${name}" + excluded."${name}"`).join(", "))}
    )
    select count(*) as "moved" from l`);
  return row?.moved ?? 0;
}

/**
 * Folded and not yet folded rows as one table, to stand in a FROM: `from ${ledgerRows(where)} l`. In: a condition on
 * `l."marathonId"`, `l."municipalityId"`, `l."organisationId"`, `l."directionId"`, `l."day"`. The tail is short whatever the
 * table's length; materialising it keeps the planner on its own index.
 */
export function ledgerRows(where: Sql): Sql {
  return sql`(
    select l."municipalityId", l."organisationId", l."directionId", l."day", ${figureColumns} from "LedgerTotal" l where ${where}
    union all
    select l."municipalityId", l."organisationId", l."directionId", l."day", ${figureColumns} from (
      with tail as materialized (select * from "LedgerEntry" where not "folded")
      select "marathonId", "municipalityId", coalesce("organisationId", ${nobody}::uuid) as "organisationId", coalesce("directionId", ${nobody}::uuid) as "directionId", "day", ${figureColumns} from tail
    ) l where ${where}
  )`;
}
