import * as z from "zod";
import type { Db } from "@/platform/db/client";
import { executeSql, queryRow, queryRows, sql, type Sql } from "@/platform/db/sql";
import { plainDate } from "@/shared/dates/plain-date";
import type { Place } from "../schema";
import type { UnitFacts } from "./facts";

const day = z.string().transform(plainDate);

const roundSchema = z.object({
  id: z.string(), name: z.string(), startsOn: day, endsOn: day, closingEndsOn: day,
  hotlinePhone: z.string().nullable(), hotlineHours: z.string().nullable(), isSetUp: z.boolean(), areDatesChecked: z.boolean(),
});
/** The marathon that the municipality takes part in, with what it set for itself there. */
export type FoundRound = z.infer<typeof roundSchema>;

const placeSchema = z.object({
  id: z.string(), municipalityId: z.string(), path: z.array(z.string()), regionId: z.string().nullable(),
  name: z.string(), shortName: z.string(), nameGenitive: z.string().nullable(), timeZone: z.string(), headTitle: z.string().nullable(), round: roundSchema.nullable(),
});

export interface FoundPlace {
  readonly facts: UnitFacts;
  readonly place: Place;
  readonly headTitle: string | null;
  readonly regionId: string | null;
  readonly round: FoundRound | null;
}

/** A municipality that exists, and its marathon that is not over there at `now`: of several the one that has begun, else the latest. */
export async function findPlace(db: Db, municipalityId: string, now: Date): Promise<FoundPlace | null> {
  const row = await queryRow(db, placeSchema, sql`
    select m."id", m."municipalityId", m."path", m."regionId", m."name", m."shortName", m."nameGenitive", m."headTitle",
           coalesce(m."timeZone", r."timeZone", 'Europe/Moscow') as "timeZone", t."round"
    from "Unit" m
    left join "Unit" r on r."id" = m."regionId"
    left join lateral (
      select jsonb_build_object('id', x."id", 'name', x."name", 'startsOn', x."startsOn", 'endsOn', x."endsOn", 'closingEndsOn', x."closingEndsOn",
               'hotlinePhone', p."hotlinePhone", 'hotlineHours', p."hotlineHours", 'isSetUp', p."setUpAt" is not null, 'areDatesChecked', p."datesCheckedAt" is not null) as "round"
      from "Participation" p join "Marathon" x on x."id" = p."marathonId"
      where p."municipalityId" = m."id"
        and x."closingEndsOn" >= (${now}::timestamptz at time zone coalesce(m."timeZone", r."timeZone", 'Europe/Moscow'))::date
      order by (x."startsOn" <= (${now}::timestamptz at time zone coalesce(m."timeZone", r."timeZone", 'Europe/Moscow'))::date) desc, x."startsOn" desc, x."id" desc limit 1
    ) t on true
    where m."id" = ${municipalityId}::uuid and m."kind" = 'municipality' and m."endedAt" is null`);
  if (!row) return null;
  const { path, municipalityId: own, regionId, headTitle, round, ...place } = row;
  return { facts: { id: row.id, municipalityId: own, path }, place: place satisfies Place, headTitle, regionId, round };
}

const nameSchema = z.object({ id: z.string(), name: z.string() });

/** Municipalities by id, in the order of their names. */
export async function findMunicipalityNames(db: Db, ids: readonly string[]): Promise<{ id: string; name: string; shortName: string; nameGenitive: string | null; timeZone: string }[]> {
  return await queryRows(db, nameSchema.extend({ shortName: z.string(), nameGenitive: z.string().nullable(), timeZone: z.string() }), sql`
    select m."id", m."name", m."shortName", m."nameGenitive", coalesce(m."timeZone", r."timeZone", 'Europe/Moscow') as "timeZone"
    from "Unit" m left join "Unit" r on r."id" = m."regionId"
    where m."id" = any(${[...ids]}::uuid[]) and m."kind" = 'municipality' and m."endedAt" is null
    order by m."shortName" collate "ru-x-icu", m."id"`);
}

/** Names of units and bodies by id: they are public. */
export async function findNames(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await queryRows(db, nameSchema, sql`
    select "id", "shortName" as "name" from "Unit" where "id" = any(${[...ids]}::uuid[])
    union all select "id", "name" from "Body" where "id" = any(${[...ids]}::uuid[])`);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Groups that an organisation works with on its municipality's day: what was unlinked an hour ago is gone, whatever the day is in Moscow. In: the organisation's id in the query. */
export const linkedBodyIds = (organisationId: Sql, now: Date): Sql => sql`
  array(select k."bodyId" from "OrganisationLink" k join "Body" kb on kb."id" = k."bodyId" and kb."endedAt" is null
        join "Unit" ko on ko."id" = k."organisationId" left join "Unit" km on km."id" = ko."municipalityId" left join "Unit" kr on kr."id" = ko."regionId"
        where k."organisationId" = ${organisationId} and (k."endsOn" is null or k."endsOn" >= (${now}::timestamptz at time zone coalesce(km."timeZone", kr."timeZone", 'Europe/Moscow'))::date))`;

/** Until the end of the transaction nobody else changes the municipality's structure: two people go one after another. */
export async function lockStructure(db: Db, municipalityId: string): Promise<void> {
  await executeSql(db, sql`select pg_advisory_xact_lock_shared(hashtextextended('structure', 0)), pg_advisory_xact_lock(hashtextextended(${`structure:${municipalityId}`}, 0))`);
}

/** The same of all municipalities at once: a directory is written into many of them. */
export async function lockEveryStructure(db: Db): Promise<void> {
  await executeSql(db, sql`select pg_advisory_xact_lock(hashtextextended('structure', 0))`);
}
