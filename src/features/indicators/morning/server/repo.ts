import * as z from "zod";
import type { Db } from "@/platform/db/client";
import { column, queryRows, sql, type Sql } from "@/platform/db/sql";
import type { PlainDate } from "@/shared/dates/plain-date";
import { figureSums, ledgerRows, nobody } from "../../ledger/server/repo";
import { noFigures } from "../../rules";
import { figuresOutput, type Figures } from "../../schema";

/** Figures of a part of a municipality, with those of the last whole days apart. */
export interface PartFigures {
  readonly figures: Figures;
  readonly recentNet: number;
  readonly recentUsers: number;
}

export interface MunicipalityFigures {
  readonly total: Figures;
  /** null: without an organisation */
  readonly organisations: ReadonlyMap<string | null, PartFigures>;
  readonly directions: ReadonlyMap<string, PartFigures>;
  /** by number of the day, the marathon's first is 0 */
  readonly days: ReadonlyMap<number, { readonly net: number; readonly users: number }>;
}

const figuresRow = figuresOutput.extend({
  /** which of the two is summed over: bits of grouping() */
  level: z.number().int(),
  directionId: z.string().nullable(),
  organisationId: z.string().nullable(),
  day: z.number().int().nullable(),
  recentNet: z.number().int(),
  recentUsers: z.number().int(),
});

const ofAll = 7;
const ofDirection = 3;
const ofOrganisation = 5;
const ofDay = 6;

/** In: days before which the recent ones end. Out: all levels at once, so that they agree whatever is written meanwhile. */
export async function findFigures(db: Db, where: { marathonId: string; municipalityId: string; startsOn: PlainDate; recentFrom: PlainDate; recentTo: PlainDate }): Promise<MunicipalityFigures> {
  const { marathonId, municipalityId, startsOn, recentFrom, recentTo } = where;
  const recent = sql`filter (where l."day" between ${recentFrom}::date and ${recentTo}::date)`;
  const rows = await queryRows(db, figuresRow, sql`
    select grouping(l."directionId", l."organisationId", l."day") as "level", l."directionId", l."organisationId", l."day" - ${startsOn}::date as "day", ${figureSums},
           coalesce(sum(l."net") ${recent}, 0)::int as "recentNet", coalesce(sum(l."users") ${recent}, 0)::int as "recentUsers"
    from ${ledgerRows(ofPlace(marathonId, municipalityId))} l
    group by grouping sets ((), (l."directionId"), (l."organisationId"), (l."day"))`);
  const parts = (level: number, key: "directionId" | "organisationId") =>
    rows.filter((row) => row.level === level).map((row): [string | null, PartFigures] => [row[key] === nobody ? null : row[key], { figures: toFigures(row), recentNet: row.recentNet, recentUsers: row.recentUsers }]);
  const all = rows.find((row) => row.level === ofAll);
  return {
    total: all ? toFigures(all) : noFigures,
    organisations: new Map(parts(ofOrganisation, "organisationId")),
    directions: new Map(parts(ofDirection, "directionId").flatMap(([id, part]): [string, PartFigures][] => (id === null ? [] : [[id, part]]))),
    days: new Map(rows.flatMap((row) => (row.level === ofDay && row.day !== null ? [[row.day, { net: row.net, users: row.users }]] : []))),
  } satisfies MunicipalityFigures;
}

function toFigures({ users, unconfirmed, gross, net, answered, included }: z.output<typeof figuresRow>) {
  return { users, unconfirmed, gross, net, answered, included } satisfies Figures;
}

function ofPlace(marathonId: string, municipalityId: string): Sql {
  return sql`l."marathonId" = ${marathonId}::uuid and l."municipalityId" = ${municipalityId}::uuid`;
}

/** Initiatives of each day of another round, the first is day 0; the days on which something moved. */
export async function findNetByDay(db: Db, marathonId: string, municipalityId: string): Promise<ReadonlyMap<number, number>> {
  const rows = await queryRows(db, z.object({ day: z.number().int(), net: column.int }), sql`
    select l."day" - x."startsOn" as "day", sum(l."net") as "net"
    from ${ledgerRows(ofPlace(marathonId, municipalityId))} l join "Marathon" x on x."id" = ${marathonId}::uuid
    group by 1`);
  return new Map(rows.map(({ day, net }) => [day, net]));
}

const organisationDay = figuresOutput.extend({ day: z.number().int() });

/** Figures of one organisation by day of collection. */
export async function findOrganisationDays(db: Db, where: { marathonId: string; municipalityId: string; organisationId: string; startsOn: PlainDate }): Promise<ReadonlyMap<number, Figures>> {
  const own = sql`${ofPlace(where.marathonId, where.municipalityId)} and l."organisationId" = ${where.organisationId}::uuid`;
  const rows = await queryRows(db, organisationDay, sql`select l."day" - ${where.startsOn}::date as "day", ${figureSums} from ${ledgerRows(own)} l group by 1`);
  return new Map(rows.map(({ day, ...figures }) => [day, figures satisfies Figures]));
}

const organisationSchema = z.object({ id: z.string(), name: z.string() });

/** Organisations that exist, and those of the past that figures speak of. */
export async function findOrganisationNames(db: Db, municipalityId: string, alsoIds: readonly string[]): Promise<{ id: string; name: string }[]> {
  return await queryRows(db, organisationSchema, sql`
    select "id", "shortName" as "name" from "Unit"
    where "kind" = 'organisation' and ("municipalityId" = ${municipalityId}::uuid and "endedAt" is null or "id" = any(${[...alsoIds]}::uuid[]))
    order by "shortName" collate "ru-x-icu", "id"`);
}

const directionSchema = z.object({ id: z.string(), name: z.string(), nameEn: z.string() });

export async function findDirectionNames(db: Db, marathonId: string, municipalityId: string): Promise<{ id: string; name: string; nameEn: string }[]> {
  return await queryRows(db, directionSchema, sql`
    select "id", "name", "nameEn" from "Direction"
    where "marathonId" = ${marathonId}::uuid and ("municipalityId" is null or "municipalityId" = ${municipalityId}::uuid)
    order by "municipalityId" nulls first, "position", "id"`);
}
