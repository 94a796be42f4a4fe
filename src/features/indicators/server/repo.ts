import * as z from "zod";
import type { Visible } from "@/access/policy";
import type { Db } from "@/platform/db/client";
import { compileSql } from "@/platform/db/compile-sql";
import { column, queryRow, queryRows, sql } from "@/platform/db/sql";
import { plainDate, type PlainDate } from "@/shared/dates/plain-date";
import type { Place } from "../schema";
import { indicatorColumns, type IndicatorFacts } from "./facts";

const roundRow = {
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  startsOn: column.day.transform(plainDate),
  endsOn: column.day.transform(plainDate),
  closingEndsOn: column.day.transform(plainDate),
  previousId: z.string().nullable(),
};
const roundSchema = z.object(roundRow);
export type StoredRound = z.infer<typeof roundSchema>;

const roundColumns = sql`x."id", x."slug", x."name", x."startsOn"::text, x."endsOn"::text, x."closingEndsOn"::text, x."previousId"`;

/** Not ended ones first, of them those that have begun, then the latest: what «the marathon» is while nobody names one. */
const currentFirst = (today: PlainDate) => sql`(x."closingEndsOn" >= ${today}::date) desc, (x."startsOn" <= ${today}::date) desc, x."startsOn" desc, x."id" desc`;

/** The round that is meant among those in which something visible takes part; null where there is none. */
export async function findRound(db: Db, visible: Visible<"indicator">, today: PlainDate, wish: { marathonId?: string }): Promise<StoredRound | null> {
  const named = wish.marathonId ? sql`and x."id" = ${wish.marathonId}::uuid` : sql``;
  return await queryRow(db, roundSchema, sql`
    select ${roundColumns} from "Marathon" x
    where exists (
      select from "Participation" p join "Unit" m on m."id" = p."municipalityId"
      where p."marathonId" = x."id" and ${compileSql(visible.filter, indicatorColumns)}
    ) ${named}
    order by ${currentFirst(today)} limit 1`);
}

export interface FoundPlace {
  readonly facts: IndicatorFacts;
  readonly place: Place & { readonly population: number | null };
  /** null where the municipality takes part in no marathon, or not in the named one */
  readonly round: StoredRound | null;
}

const placeSchema = z.object({
  municipalityId: z.string(), path: z.array(z.string()), figuresPublic: z.boolean(),
  placeName: z.string(), shortName: z.string(), regionName: z.string(), timeZone: z.string(), population: z.number().nullable(),
  round: z.object({ ...roundRow, startsOn: z.string().transform(plainDate), endsOn: z.string().transform(plainDate), closingEndsOn: z.string().transform(plainDate) }).nullable(),
});

/** A municipality with the facts to authorise it by, and its marathon: one statement. */
export async function findPlace(db: Db, municipalityId: string, today: PlainDate, marathonId?: string): Promise<FoundPlace | null> {
  const named = marathonId ? sql`and x."id" = ${marathonId}::uuid` : sql``;
  const row = await queryRow(db, placeSchema, sql`
    select m."id" as "municipalityId", m."path", coalesce(t."figuresPublic", false) as "figuresPublic", m."name" as "placeName", m."shortName",
           coalesce(r."shortName", '') as "regionName", coalesce(m."timeZone", r."timeZone", 'Europe/Moscow') as "timeZone", m."population", t."round"
    from "Unit" m
    left join "Unit" r on r."id" = m."regionId"
    left join lateral (
      select p."figuresPublic", jsonb_build_object('id', x."id", 'slug', x."slug", 'name', x."name", 'startsOn', x."startsOn", 'endsOn', x."endsOn", 'closingEndsOn', x."closingEndsOn", 'previousId', x."previousId") as "round"
      from "Participation" p join "Marathon" x on x."id" = p."marathonId"
      where p."municipalityId" = m."id" ${named}
      order by ${currentFirst(today)} limit 1
    ) t on true
    where m."id" = ${municipalityId}::uuid and m."kind" = 'municipality'`);
  if (!row) return null;
  const { path, figuresPublic, placeName, shortName, regionName, timeZone, population, round } = row;
  return {
    facts: { municipalityId: row.municipalityId, path, organisationId: null, figuresPublic },
    place: { id: row.municipalityId, name: placeName, shortName, regionName, timeZone, population } satisfies Place & { population: number | null },
    round,
  };
}

/** The municipality of an organisation that has not ended; null for anything else. */
export async function findMunicipalityOf(db: Db, organisationId: string): Promise<{ municipalityId: string; name: string } | null> {
  return await queryRow(db, z.object({ municipalityId: z.string(), name: z.string() }), sql`
    select "municipalityId", "shortName" as "name" from "Unit"
    where "id" = ${organisationId}::uuid and "kind" = 'organisation' and "municipalityId" is not null`);
}

const choiceSchema = z.object({ id: z.string(), shortName: z.string(), regionName: z.string() });
export type PlaceChoice = z.infer<typeof choiceSchema>;

/** Municipalities that take part in any marathon and may be read, by region and name. */
export async function findPlaces(db: Db, visible: Visible<"indicator">, limit: number): Promise<PlaceChoice[]> {
  return await queryRows(db, choiceSchema, sql`
    select m."id", m."shortName", coalesce(r."shortName", '') as "regionName"
    from "Unit" m
    left join "Unit" r on r."id" = m."regionId"
    where m."kind" = 'municipality' and exists (select from "Participation" p where p."municipalityId" = m."id" and ${compileSql(visible.filter, indicatorColumns)})
    order by r."shortName" collate "ru-x-icu", m."shortName" collate "ru-x-icu" limit ${limit}::int`);
}

/** The round before, with its first day; null for the first round. */
export async function findPrevious(db: Db, marathonId: string): Promise<{ id: string; startsOn: PlainDate } | null> {
  return await queryRow(db, z.object({ id: z.string(), startsOn: column.day.transform(plainDate) }), sql`
    select before."id", before."startsOn"::text from "Marathon" x join "Marathon" before on before."id" = x."previousId" where x."id" = ${marathonId}::uuid`);
}
