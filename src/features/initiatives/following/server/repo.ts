import { z } from "zod";
import type { Visible } from "@/access/policy";
import type { Db } from "@/platform/db/client";
import { compileSql } from "@/platform/db/compile-sql";
import { column, queryRow, queryRows, rawSql, sql } from "@/platform/db/sql";
import { initiativeStatusField } from "../../schema";
import { initiativeColumns } from "../../server/facts";

/** A repeated wish changes nothing. It waits for a merge that is under way. Out: false when the initiative went into another meanwhile: nothing was written. */
export async function setFollowing(db: Db, initiativeId: string, personId: string, on: boolean, now: Date): Promise<boolean> {
  const changed = on
    ? sql`insert into "InitiativeFollow" ("initiativeId", "personId", "at") select s."id", ${personId}::uuid, ${now} from standing s on conflict do nothing`
    : sql`delete from "InitiativeFollow" r using standing s where r."initiativeId" = s."id" and r."personId" = ${personId}::uuid`;
  const row = await queryRow(db, z.object({ stands: z.boolean() }), sql`
    with standing as materialized (select i."id" from "Initiative" i where i."id" = ${initiativeId}::uuid and i."status" <> 'merged' for key share),
      changed as (${changed})
    select exists (select 1 from standing) as "stands"`);
  return row?.stands ?? false;
}

export async function isFollowing(db: Db, initiativeId: string, personId: string): Promise<boolean> {
  const row = await queryRow(db, z.object({ is: z.boolean() }), sql`
    select exists (select 1 from "InitiativeFollow" f where f."initiativeId" = ${initiativeId}::uuid and f."personId" = ${personId}::uuid) as "is"`);
  return row?.is ?? false;
}

const followedRow = z.object({ id: z.string(), number: column.int, title: z.string(), municipality: z.string(), status: initiativeStatusField, followedAt: column.instant });
export type StoredFollowed = z.infer<typeof followedRow>;

/** What the person follows and may still see, the latest first; one row more than the limit. */
export async function listFollowed(db: Db, personId: string, after: readonly [string, string] | null, limit: number, may: Visible<"initiative">): Promise<StoredFollowed[]> {
  return await queryRows(db, followedRow, sql`
    select i."id", i."number", i."title", u."shortName" as "municipality", i."status", f."at" as "followedAt"
    from "InitiativeFollow" f join "Initiative" i on i."id" = f."initiativeId" join "Unit" u on u."id" = i."municipalityId"
    where f."personId" = ${personId}::uuid and ${compileSql(may.filter, initiativeColumns)}
      and ${after === null ? sql`true` : sql`(f."at", f."initiativeId") < (${after[0]}::timestamptz, ${after[1]}::uuid)`}
    order by f."at" desc, f."initiativeId" desc limit ${limit}::int`);
}

const readerRow = z.object({ personId: z.string(), supports: z.boolean() });

/** Whom of its readers a step is told. */
export interface Readers {
  readonly supporters: boolean;
  readonly followers: boolean;
}

/** The next of those who support or follow it, by id, each once; its cost is the page's, however many there are. */
export async function nextReaders(db: Db, initiativeId: string, { supporters, followers }: Readers, after: string | null, limit: number): Promise<z.infer<typeof readerRow>[]> {
  const some = (table: "InitiativeSupport" | "InitiativeFollow", supports: boolean, wanted: boolean) => sql`
    (select r."personId", ${supports}::boolean as "supports" from ${rawSql(`"${table}"`)} r
     where r."initiativeId" = ${initiativeId}::uuid and ${wanted}::boolean and ${after === null ? sql`true` : sql`r."personId" > ${after}::uuid`} order by r."personId" limit ${limit}::int)`;
  return await queryRows(db, readerRow, sql`
    select x."personId", bool_or(x."supports") as "supports" from (${some("InitiativeSupport", true, supporters)} union all ${some("InitiativeFollow", false, followers)}) x
    group by x."personId" order by x."personId" limit ${limit}::int`);
}

/** Is this step of the course one that everybody may read? */
export async function isPublicStep(db: Db, eventId: string): Promise<boolean> {
  const row = await queryRow(db, z.object({ is: z.boolean() }), sql`select e."visibility" = 'public' as "is" from "InitiativeEvent" e where e."id" = ${eventId}::uuid`);
  return row?.is ?? false;
}
