import * as z from "zod";
import type { Visible } from "@/access/policy";
import type { Db } from "@/platform/db/client";
import { compileSql } from "@/platform/db/compile-sql";
import { column, queryRows, sql } from "@/platform/db/sql";
import type { Columns } from "@/platform/db/columns";
import { plainDate, type PlainDate } from "@/shared/dates/plain-date";
import { figureSums, ledgerRows } from "../../ledger/server/repo";
import { indicatorColumns } from "../../server/facts";
import { figuresOutput, type Figures } from "../../schema";
import { answeredOutput, type Answered, type PublicPlace, type PublicRegion } from "../schema";

/** What a municipality has is summed over those whose figures may be read. */
const released = (visible: Visible<"indicator">, marathonId: string) => sql`
  select m."id", m."shortName", m."population", m."longitude", m."latitude", m."regionId"
  from "Participation" p join "Unit" m on m."id" = p."municipalityId"
  where p."marathonId" = ${marathonId}::uuid and ${compileSql(visible.filter, indicatorColumns)}`;

const daySchema = z.object({ day: z.number().int(), net: z.number().int() });

export async function findDays(db: Db, visible: Visible<"indicator">, marathonId: string, startsOn: PlainDate): Promise<{ day: number; net: number }[]> {
  return await queryRows(db, daySchema, sql`
    with place as materialized (${released(visible, marathonId)})
    select l."day" - ${startsOn}::date as "day", coalesce(sum(l."net"), 0)::int as "net"
    from ${ledgerRows(sql`l."marathonId" = ${marathonId}::uuid`)} l join place on place."id" = l."municipalityId" group by 1`);
}

const directionSchema = z.object({ id: z.string(), name: z.string(), nameEn: z.string(), net: z.number().int() });

/** The marathon's own directions with what people put forward, the most first. */
export async function findDirections(db: Db, visible: Visible<"indicator">, marathonId: string): Promise<z.infer<typeof directionSchema>[]> {
  return await queryRows(db, directionSchema, sql`
    with place as materialized (${released(visible, marathonId)}), sums as (
      select l."directionId", sum(l."net")::int as "net" from ${ledgerRows(sql`l."marathonId" = ${marathonId}::uuid`)} l join place on place."id" = l."municipalityId" group by 1
    )
    select d."id", d."name", d."nameEn", coalesce(s."net", 0) as "net"
    from "Direction" d left join sums s on s."directionId" = d."id"
    where d."marathonId" = ${marathonId}::uuid and d."municipalityId" is null
    order by 4 desc, d."position"`);
}

const regionSchema = figuresOutput.extend({ id: z.string(), code: z.string(), name: z.string(), municipalities: z.number().int(), released: z.number().int() });

export async function findRegions(db: Db, visible: Visible<"indicator">, marathonId: string): Promise<PublicRegion[]> {
  const rows = await queryRows(db, regionSchema, sql`
    with place as materialized (${released(visible, marathonId)}), figures as (
      select place."regionId", ${figureSums} from ${ledgerRows(sql`l."marathonId" = ${marathonId}::uuid`)} l join place on place."id" = l."municipalityId" group by 1
    ), taking as (
      select m."regionId", count(*)::int as "municipalities" from "Participation" p join "Unit" m on m."id" = p."municipalityId" where p."marathonId" = ${marathonId}::uuid group by 1
    )
    select r."id", coalesce(r."oktmo", r."id"::text) as "code", r."shortName" as "name", taking."municipalities", (select count(*) from place where place."regionId" = r."id")::int as "released",
           coalesce(f."users", 0) as "users", coalesce(f."unconfirmed", 0) as "unconfirmed", coalesce(f."gross", 0) as "gross", coalesce(f."net", 0) as "net", coalesce(f."answered", 0) as "answered", coalesce(f."included", 0) as "included"
    from taking join "Unit" r on r."id" = taking."regionId" left join figures f on f."regionId" = r."id"
    order by r."shortName" collate "ru-x-icu", r."id"`);
  return rows.map(({ id, code, name, municipalities, released: open, ...figures }) => ({ id, code, name, municipalities, released: open, figures: figures satisfies Figures }) satisfies PublicRegion);
}

const placeSchema = figuresOutput.extend({ id: z.string(), name: z.string(), population: z.number().int().nullable(), longitude: z.number().nullable(), latitude: z.number().nullable() });

/** In: a region for all of its municipalities by name, or a number for the largest of all. */
export async function findPlaces(db: Db, visible: Visible<"indicator">, marathonId: string, wish: { regionId: string } | { largest: number }): Promise<PublicPlace[]> {
  const chosen = "regionId" in wish
    ? sql`select * from released where "regionId" = ${wish.regionId}::uuid`
    : sql`select * from released where "population" is not null order by "population" desc, "id" limit ${wish.largest}::int`;
  const rows = await queryRows(db, placeSchema, sql`
    with released as (${released(visible, marathonId)}), place as materialized (${chosen}), figures as (
      select l."municipalityId", ${figureSums} from ${ledgerRows(sql`l."marathonId" = ${marathonId}::uuid and l."municipalityId" = any(select "id" from place)`)} l group by 1
    )
    select place."id", place."shortName" as "name", place."population", place."longitude", place."latitude",
           coalesce(f."users", 0) as "users", coalesce(f."unconfirmed", 0) as "unconfirmed", coalesce(f."gross", 0) as "gross", coalesce(f."net", 0) as "net", coalesce(f."answered", 0) as "answered", coalesce(f."included", 0) as "included"
    from place left join figures f on f."municipalityId" = place."id"
    order by ${"regionId" in wish ? sql`place."shortName" collate "ru-x-icu", place."id"` : sql`place."population" desc, place."id"`}`);
  return rows.map(({ id, name, population, longitude, latitude, ...figures }) => ({ id, name, population, longitude, latitude, figures: figures satisfies Figures }) satisfies PublicPlace);
}

/** What is public of an initiative hangs on its status alone. */
const initiativeColumns = { status: { prisma: "status", sql: `i."status"`, cast: `"InitiativeStatus"` } } as const satisfies Columns;

const answeredSchema = answeredOutput.extend({ submittedOn: column.day.transform(plainDate), decidedOn: column.day.transform(plainDate) });

/** How far back in the ledger answers are looked for: what this costs doesn't grow with the years. */
const ledgerDepth = 20_000;

/** Decided initiatives with an answer, the latest first. The ledger keeps the order of answers: its newest rows are walked back. */
export async function findAnswered(db: Db, visible: Visible<"initiative">, marathonId: string, limit: number): Promise<Answered[]> {
  return await queryRows(db, answeredSchema, sql`
    with walked as (select "id", "subjectId", "marathonId", "answered" from "LedgerEntry" order by "id" desc limit ${ledgerDepth}::int)
    select i."number", i."title", left(i."essence", 240) as "excerpt", left(i."answer", 240) as "answer", m."shortName" as "municipality", d."name" as "direction", d."nameEn" as "directionEn",
           i."status"::text, i."supportCount", (i."submittedAt" at time zone coalesce(m."timeZone", 'Europe/Moscow'))::date::text as "submittedOn", (i."decidedAt" at time zone coalesce(m."timeZone", 'Europe/Moscow'))::date::text as "decidedOn"
    from walked w join "Initiative" i on i."id" = w."subjectId" join "Unit" m on m."id" = i."municipalityId" join "Direction" d on d."id" = i."directionId"
    where w."marathonId" = ${marathonId}::uuid and w."answered" > 0 and i."answer" is not null and i."decidedAt" is not null and ${compileSql(visible.filter, initiativeColumns)}
    order by w."id" desc limit ${limit}::int`);
}
