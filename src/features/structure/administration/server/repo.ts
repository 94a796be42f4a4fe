import * as z from "zod";
import type { Visible } from "@/access/policy";
import type { Db } from "@/platform/db/client";
import type { Prisma } from "@/platform/db/client/client";
import { compileSql } from "@/platform/db/compile-sql";
import { column, executeSql, queryRow, queryRows, sql } from "@/platform/db/sql";
import { plainDate, plainDateToUtc, type PlainDate } from "@/shared/dates/plain-date";
import { newId } from "@/shared/ids/id";
import type { UnitFacts } from "../../server/facts";
import { appointmentColumns } from "../../server/facts";
import type { AdminMunicipality, AdminRegion, AdminRound, MunicipalityKind } from "../schema";

const day = z.string().transform(plainDate);
const roundSchema = z.object({ id: z.string(), name: z.string(), slug: z.string(), startsOn: day, endsOn: day, closingEndsOn: day, participating: column.int, goingOn: column.int, moderatesFirst: z.boolean() });

/** Those that took part and stand, and the heirs of those that don't. */
const goingOn = (marathonId: Prisma.Sql) => sql`
  select distinct m."id" from "Participation" p left join "UnitSuccession" s on s."predecessorId" = p."municipalityId" and s."isHeir"
  join "Unit" m on m."id" in (p."municipalityId", s."successorId") and m."kind" = 'municipality' and m."endedAt" is null where p."marathonId" = ${marathonId}`;

/** The round that is going on or comes next, the latest of several; between rounds the last. */
export async function findRound(db: Db, today: PlainDate, id?: string): Promise<(Omit<AdminRound, "directions"> & { startsOn: PlainDate; endsOn: PlainDate; closingEndsOn: PlainDate }) | null> {
  return await queryRow(db, roundSchema, sql`
    select x."id", x."name", x."slug", x."startsOn"::text, x."endsOn"::text, x."closingEndsOn"::text, x."moderatesFirst",
           (select count(*) from "Participation" p where p."marathonId" = x."id") as "participating", (select count(*) from (${goingOn(sql`x."id"`)}) g) as "goingOn"
    from "Marathon" x where ${id ? sql`x."id" = ${id}::uuid` : sql`true`}
    order by (x."closingEndsOn" >= ${today}::date) desc, x."startsOn" desc, x."id" desc limit 1`);
}

/** Common directions, with how many initiatives stand under each. */
export async function findDirections(db: Db, marathonId: string): Promise<AdminRound["directions"]> {
  return await queryRows(db, z.object({ id: z.string(), name: z.string(), nameEn: z.string(), initiatives: column.int }), sql`
    select d."id", d."name", d."nameEn", (select count(*) from "Initiative" i where i."directionId" = d."id") as "initiatives"
    from "Direction" d where d."marathonId" = ${marathonId}::uuid and d."municipalityId" is null order by d."position", d."id"`);
}

const regionSchema = z.object({ id: z.string(), name: z.string(), timeZone: z.string(), municipalities: column.int, participating: column.int, setUp: column.int });

export async function findRegions(db: Db, marathonId: string | null): Promise<AdminRegion[]> {
  return (await queryRows(db, regionSchema, sql`
    select r."id", r."shortName" as "name", coalesce(r."timeZone", 'Europe/Moscow') as "timeZone", count(m."id") as "municipalities", count(p."municipalityId") as "participating", count(p."setUpAt") as "setUp"
    from "Unit" r
    left join "Unit" m on m."regionId" = r."id" and m."kind" = 'municipality' and m."endedAt" is null
    left join "Participation" p on p."municipalityId" = m."id" and p."marathonId" = ${marathonId}::uuid
    where r."kind" = 'region' and r."endedAt" is null
    group by r."id" order by r."shortName" collate "ru-x-icu"`)) satisfies AdminRegion[];
}

const municipalitySchema = z.object({ id: z.string(), name: z.string(), shortName: z.string(), oktmo: z.string().nullable(), participates: z.boolean(), isSetUp: z.boolean(), heads: z.array(z.string()), responsible: z.array(z.string()) });

/** A region's municipalities; names of those whose appointments the asker may see. */
export async function findMunicipalities(db: Db, visible: Visible<"appointment">, regionId: string, marathonId: string | null, now: Date): Promise<AdminMunicipality[]> {
  const names = (role: "head" | "responsiblePerson") => sql`
    array(select concat_ws(' ', q."familyName", q."givenName", q."patronymic") from "Appointment" a join "Person" q on q."id" = a."personId"
          left join lateral (select '{}'::uuid[] as "bodyIds") l on true
          where a."unitId" = m."id" and a."role" = ${role}::"Role" and (a."endsAt" is null or a."endsAt" > ${now}) and (a."marathonId" is null or a."marathonId" = ${marathonId}::uuid)
            and ${compileSql(visible.filter, appointmentColumns)} order by a."startsAt")`;
  return (await queryRows(db, municipalitySchema, sql`
    select m."id", m."name", m."shortName", m."oktmo", p."marathonId" is not null as "participates", p."setUpAt" is not null as "isSetUp", ${names("head")} as "heads", ${names("responsiblePerson")} as "responsible"
    from "Unit" m left join "Participation" p on p."municipalityId" = m."id" and p."marathonId" = ${marathonId}::uuid
    where m."regionId" = ${regionId}::uuid and m."kind" = 'municipality' and m."endedAt" is null
    order by m."shortName" collate "ru-x-icu", m."id"`)) satisfies AdminMunicipality[];
}

export async function findUnit(db: Db, id: string, kind: "country" | "region" | "municipality"): Promise<(UnitFacts & { timeZone: string | null }) | null> {
  return await db.unit.findFirst({ where: { id, kind, endedAt: null }, select: { id: true, municipalityId: true, path: true, timeZone: true } });
}

export async function findCountry(db: Db): Promise<UnitFacts | null> {
  return await db.unit.findFirst({ where: { kind: "country" }, select: { id: true, municipalityId: true, path: true } });
}

/** Of two who change the tree at a time one goes after the other. */
export async function lockTree(db: Db): Promise<void> {
  await executeSql(db, sql`select pg_advisory_xact_lock(hashtextextended('structure:tree', 0))`);
}

export async function hasUnitNamed(db: Db, kind: "region" | "municipality", parentId: string, name: string): Promise<boolean> {
  return (await db.unit.count({ where: { kind, parentId, name: { equals: name, mode: "insensitive" }, endedAt: null } })) > 0;
}

export async function isCodeTaken(db: Db, oktmo: string): Promise<boolean> {
  return (await db.unit.count({ where: { oktmo, kind: "municipality" } })) > 0;
}

export async function insertRegion(db: Db, country: UnitFacts, { name, timeZone }: { name: string; timeZone: string }, now: Date): Promise<string> {
  const id = newId(now);
  await db.unit.create({ data: { id, kind: "region", parentId: country.id, path: [...country.path, id], name, shortName: name, regionId: id, timeZone, createdAt: now }, select: { id: true } });
  return id;
}

export interface NewMunicipality {
  readonly name: string;
  readonly shortName: string;
  readonly municipalityKind: MunicipalityKind;
  readonly oktmo: string;
  readonly oktmoCheckDigit: string;
}

export async function insertMunicipality(db: Db, region: UnitFacts & { timeZone: string | null }, municipality: NewMunicipality, today: PlainDate, now: Date): Promise<string> {
  const id = newId(now);
  await db.unit.create({
    data: { id, kind: "municipality", parentId: region.id, path: [...region.path, id], municipalityId: id, regionId: region.id, timeZone: region.timeZone, oktmoVerified: false, createdAt: now, ...municipality },
    select: { id: true },
  });
  await db.unitVersion.create({ data: { id: newId(now), unitId: id, validFrom: plainDateToUtc(today), name: municipality.name, oktmo: municipality.oktmo, municipalityKind: municipality.municipalityKind, parentId: region.id }, select: { id: true } });
  return id;
}

export async function join(db: Db, municipalityId: string, marathonId: string, now: Date): Promise<void> {
  await db.participation.createMany({ data: { municipalityId, marathonId, createdAt: now }, skipDuplicates: true });
}

interface Dates {
  readonly startsOn: PlainDate;
  readonly endsOn: PlainDate;
  readonly closingEndsOn: PlainDate;
}

const toColumns = ({ startsOn, endsOn, closingEndsOn }: Dates) => ({ startsOn: plainDateToUtc(startsOn), endsOn: plainDateToUtc(endsOn), closingEndsOn: plainDateToUtc(closingEndsOn) });

export async function setDates(db: Db, marathonId: string, name: string, dates: Dates): Promise<void> {
  await db.marathon.update({ where: { id: marathonId }, data: { name, ...toColumns(dates) }, select: { id: true } });
}

export async function setModeration(db: Db, marathonId: string, moderatesFirst: boolean): Promise<void> {
  await db.marathon.update({ where: { id: marathonId }, data: { moderatesFirst }, select: { id: true } });
}

/** Roles that lasted until the end of closing last until its new end; those that were to end before keep their own. */
export async function moveEnds(db: Db, marathonId: string, from: PlainDate, to: PlainDate): Promise<void> {
  await executeSql(db, sql`
    update "Appointment" a set "endsAt" = greatest(a."startsAt", (${to}::date + 1)::timestamp at time zone z."zone")
    from (select m."id", coalesce(m."timeZone", r."timeZone", 'Europe/Moscow') as "zone" from "Unit" m left join "Unit" r on r."id" = m."regionId") z
    where a."marathonId" = ${marathonId}::uuid and z."id" = a."municipalityId" and a."endsAt" = (${from}::date + 1)::timestamp at time zone z."zone"`);
}

export async function isSlugTaken(db: Db, slug: string): Promise<boolean> {
  return (await db.marathon.count({ where: { slug } })) > 0;
}

export async function insertRound(db: Db, { name, slug, scopeUnitId, previousId, dates }: { name: string; slug: string; scopeUnitId: string; previousId: string | null; dates: Dates }, now: Date): Promise<string> {
  const id = newId(now);
  await db.marathon.create({ data: { id, name, slug, scopeUnitId, previousId, createdAt: now, ...toColumns(dates) }, select: { id: true } });
  return id;
}

/** The common directions of an earlier round, in their order. */
export async function copyDirections(db: Db, fromId: string, toId: string, now: Date): Promise<void> {
  const rows = await db.direction.findMany({ where: { marathonId: fromId, municipalityId: null }, select: { key: true, name: true, nameEn: true, position: true } });
  await db.direction.createMany({ data: rows.map((row) => ({ id: newId(now), marathonId: toId, ...row })) });
}

/** Whoever took part in the first round takes part in the second. */
export async function enrolAsIn(db: Db, fromId: string, toId: string, now: Date): Promise<void> {
  await executeSql(db, sql`insert into "Participation" ("marathonId", "municipalityId", "createdAt") select ${toId}::uuid, g."id", ${now} from (${goingOn(sql`${fromId}::uuid`)}) g on conflict do nothing`);
}

export async function findDirection(db: Db, marathonId: string, id: string) {
  return await db.direction.findFirst({ where: { id, marathonId, municipalityId: null }, select: { id: true, name: true, _count: { select: { initiatives: true, bodies: true } } } });
}

/** A new one comes last. Out: its id. */
export async function writeDirection(db: Db, marathonId: string, { id, name, nameEn }: { id: string | null; name: string; nameEn: string }, now: Date): Promise<string> {
  if (id !== null) {
    await db.direction.update({ where: { id }, data: { name, nameEn }, select: { id: true } });
    return id;
  }
  const made = newId(now);
  const last = await db.direction.aggregate({ where: { marathonId, municipalityId: null }, _max: { position: true } });
  await db.direction.create({ data: { id: made, marathonId, key: `d-${made.slice(-12)}`, name, nameEn, position: (last._max.position ?? 0) + 1 }, select: { id: true } });
  return made;
}

export async function deleteDirection(db: Db, id: string): Promise<void> {
  await db.bodyDirection.deleteMany({ where: { directionId: id } });
  await db.direction.delete({ where: { id }, select: { id: true } });
}
