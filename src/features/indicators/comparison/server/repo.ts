import * as z from "zod";
import type { Visible } from "@/access/policy";
import type { Db } from "@/platform/db/client";
import { compileSql } from "@/platform/db/compile-sql";
import { queryRows, sql } from "@/platform/db/sql";
import type { PlainDate } from "@/shared/dates/plain-date";
import { figureSums, ledgerRows } from "../../ledger/server/repo";
import { indicatorColumns } from "../../server/facts";
import { figuresOutput, type Figures } from "../../schema";
import type { Boundaries, ComparisonRow } from "../schema";

export type StoredRow = Omit<ComparisonRow, "users" | "initiatives" | "figures" | "days"> & {
  readonly figures: Figures;
  readonly usersTarget: number | null;
  readonly initiativesTarget: number | null;
  /** numbers of the days on which something moved, and initiatives of each */
  readonly days: readonly number[];
  readonly nets: readonly number[];
};

const rowSchema = figuresOutput.extend({
  id: z.string(), name: z.string(), regionId: z.string(), regionName: z.string(), withinId: z.string().nullable(),
  population: z.number().int().nullable(), longitude: z.number().nullable(), latitude: z.number().nullable(),
  municipalities: z.number().int(), withTarget: z.number().int(), usersTarget: z.number().int().nullable(), initiativesTarget: z.number().int().nullable(),
  days: z.array(z.number()), nets: z.array(z.number()),
});

export interface Wish {
  readonly marathonId: string;
  readonly startsOn: PlainDate;
  readonly regionId: string | null;
  readonly level: "regions" | "municipalities";
}

/** All that is visible, in one statement: places, folded and fresh figures by day, targets. */
export async function findRows(db: Db, visible: Visible<"indicator">, { marathonId, startsOn, regionId, level }: Wish): Promise<StoredRow[]> {
  const unit = level === "regions" ? sql`r."id"` : sql`m."id"`;
  const inRegion = regionId === null ? sql`` : sql`and m."regionId" = ${regionId}::uuid`;
  const rows = await queryRows(db, rowSchema, sql`
    with place as materialized (
      select m."id", ${unit} as "unitId", m."population", m."longitude", m."latitude"
      from "Participation" p join "Unit" m on m."id" = p."municipalityId" join "Unit" r on r."id" = coalesce(m."regionId", m."id")
      where p."marathonId" = ${marathonId}::uuid ${inRegion} and ${compileSql(visible.filter, indicatorColumns)}
    ), day as (
      select place."unitId", l."day" - ${startsOn}::date as "day", ${figureSums}
      from ${ledgerRows(sql`l."marathonId" = ${marathonId}::uuid`)} l join place on place."id" = l."municipalityId" group by 1, 2
    ), figures as (
      select l."unitId", ${figureSums}, array_agg(l."day") as "days", array_agg(l."net") as "nets" from day l group by 1
    ), targets as (
      select place."unitId", (sum(t."value") filter (where t."metric" = 'users'))::int as "usersTarget", (sum(t."value") filter (where t."metric" = 'initiatives'))::int as "initiativesTarget",
             (count(*) filter (where t."metric" = 'initiatives'))::int as "withTarget"
      from place join "Target" t on t."marathonId" = ${marathonId}::uuid and t."municipalityId" = place."id" and t."directionId" is null and t."organisationId" is null group by 1
    ), unit as (
      select "unitId", count(*)::int as "municipalities", case when count("population") = count(*) then sum("population")::int end as "population", avg("longitude") as "longitude", avg("latitude") as "latitude" from place group by 1
    )
    select u."id", u."shortName" as "name", coalesce(r."id", u."id") as "regionId", coalesce(r."shortName", '') as "regionName", above."id" as "withinId",
           unit."population", coalesce(u."longitude", unit."longitude") as "longitude", coalesce(u."latitude", unit."latitude") as "latitude", unit."municipalities",
           coalesce(f."users", 0) as "users", coalesce(f."unconfirmed", 0) as "unconfirmed", coalesce(f."gross", 0) as "gross", coalesce(f."net", 0) as "net",
           coalesce(f."answered", 0) as "answered", coalesce(f."included", 0) as "included", coalesce(f."days", '{}') as "days", coalesce(f."nets", '{}') as "nets",
           t."usersTarget", t."initiativesTarget", coalesce(t."withTarget", 0) as "withTarget"
    from unit join "Unit" u on u."id" = unit."unitId"
    left join "Unit" r on r."id" = u."regionId"
    left join "Unit" above on above."id" = u."parentId" and above."kind" = 'municipality'
    left join figures f on f."unitId" = unit."unitId"
    left join targets t on t."unitId" = unit."unitId"
    order by u."shortName" collate "ru-x-icu", u."id"`);
  return rows.map(({ users, unconfirmed, gross, net, answered, included, ...row }) => ({ ...row, figures: { users, unconfirmed, gross, net, answered, included } }) satisfies StoredRow);
}

const regionSchema = z.object({ id: z.string(), name: z.string(), municipalities: z.number().int() });

/** Regions in which something is visible. */
export async function findRegions(db: Db, visible: Visible<"indicator">, marathonId: string): Promise<{ id: string; name: string; municipalities: number }[]> {
  return await queryRows(db, regionSchema, sql`
    select r."id", r."shortName" as "name", count(*)::int as "municipalities"
    from "Participation" p join "Unit" m on m."id" = p."municipalityId" join "Unit" r on r."id" = coalesce(m."regionId", m."id")
    where p."marathonId" = ${marathonId}::uuid and ${compileSql(visible.filter, indicatorColumns)}
    group by 1, 2 order by r."shortName" collate "ru-x-icu", r."id"`);
}

/** Boundaries of a region's municipalities, where an administrator has imported them; null where there are none. */
export async function findBoundaries(db: Db, regionId: string): Promise<Boundaries | null> {
  const rows = await db.boundary.findMany({ where: { regionId, unit: { kind: "municipality", endedAt: null } }, select: { unitId: true, geometry: true, attribution: true }, orderBy: { unitId: "asc" } });
  if (rows.length === 0) return null;
  const attribution = [...new Set(rows.map((row) => row.attribution))].join("; ");
  return { attribution, features: rows.map(({ unitId, geometry }) => ({ id: unitId, geometry })) } satisfies Boundaries;
}
