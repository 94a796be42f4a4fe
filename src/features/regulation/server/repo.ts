import * as z from "zod";
import type { Db } from "@/platform/db/client";
import type { Prisma } from "@/platform/db/client/client";
import { column, executeSql, queryRow, sql } from "@/platform/db/sql";
import { plainDateToUtc, type PlainDate } from "@/shared/dates/plain-date";
import { newId } from "@/shared/ids/id";
import type { OfficeSchedule } from "@/shared/dates/office-calendar";
import { officeSchedule, regulationTerm, type Edition, type RegulationTerm } from "../schema";

const term = regulationTerm.transform((found): RegulationTerm => found);
const storedEdition = z.object({ number: z.number().int(), terms: z.array(term) }).nullable();
const storedSchedule = officeSchedule.extend({ number: z.number().int(), reason: z.string() }).nullable();

const standingRow = z.object({ zone: z.string(), base: storedEdition, own: storedEdition, schedule: storedSchedule });
export type Standing = z.infer<typeof standingRow>;

const edition = (marathonId: string, whose: Prisma.Sql, at: Date) => sql`(
  select json_build_object('number', e."number", 'terms', coalesce((
    select json_agg(json_build_object('subject', t."subject", 'amount', t."amount", 'unit', t."unit", 'reactor', t."reactor", 'goesUpTo', t."goesUpTo", 'basis', t."basis"))
    from "RegulationTerm" t where t."editionId" = e."id"), '[]'::json))
  from "RegulationEdition" e where e."marathonId" = ${marathonId}::uuid and ${whose} and e."startsAt" <= ${at}
  order by e."startsAt" desc, e."number" desc limit 1)`;

/** What is in force in a municipality at that moment; null where there is no such municipality. One query: every term begins here. */
export async function findStanding(db: Db, marathonId: string, municipalityId: string, at: Date): Promise<Standing | null> {
  return await queryRow(db, standingRow, sql`
    select coalesce(u."timeZone", region."timeZone", 'Europe/Moscow') as "zone",
      ${edition(marathonId, sql`e."municipalityId" is null`, at)} as "base",
      ${edition(marathonId, sql`e."municipalityId" = ${municipalityId}::uuid`, at)} as "own",
      (select json_build_object('number', s."number", 'week', s."week", 'lunch', s."lunch", 'shorterBy', s."shorterBy", 'daysOff', s."daysOff", 'workingDays', s."workingDays", 'reason', s."reason")
       from "WorkSchedule" s where s."municipalityId" = u."id" and s."startsAt" <= ${at} order by s."startsAt" desc, s."number" desc limit 1) as "schedule"
    from "Unit" u left join "Unit" region on region."id" = u."regionId"
    where u."id" = ${municipalityId}::uuid and u."kind" = 'municipality'`, { prepareAs: "regulation" });
}

/** The marathon's own terms at that moment; null while it has set none. */
export async function findBase(db: Db, marathonId: string, at: Date): Promise<z.infer<typeof storedEdition>> {
  const found = await queryRow(db, z.object({ base: storedEdition }), sql`select ${edition(marathonId, sql`e."municipalityId" is null`, at)} as "base"`);
  return found?.base ?? null;
}

type Whose = { readonly marathonId: string; readonly municipalityId: string | null };

/** Newest first. */
export async function findEditions(db: Db, { marathonId, municipalityId }: Whose): Promise<Edition[]> {
  return await db.regulationEdition.findMany({ where: { marathonId, municipalityId }, select: { number: true, startsAt: true, setAt: true }, orderBy: { number: "desc" }, take: 50 });
}

/** Of the last edition, whether it is in force yet or not. */
export async function findLastTerms(db: Db, { marathonId, municipalityId }: Whose): Promise<readonly RegulationTerm[]> {
  const found = await db.regulationEdition.findFirst({ where: { marathonId, municipalityId }, select: { terms: { select: { subject: true, amount: true, unit: true, reactor: true, goesUpTo: true, basis: true } } }, orderBy: { number: "desc" } });
  return (found?.terms ?? []).map((one) => regulationTerm.parse(one));
}

export async function findSchedulesAhead(db: Db, municipalityId: string, now: Date): Promise<Edition[]> {
  return await db.workSchedule.findMany({ where: { municipalityId, startsAt: { gt: now } }, select: { number: true, startsAt: true, setAt: true }, orderBy: { startsAt: "asc" } });
}

/** Of two who set terms at a time one goes after the other: a municipality's depend on the marathon's. */
export async function lockRegulation(db: Db, marathonId: string): Promise<void> {
  await executeSql(db, sql`select pg_advisory_xact_lock(hashtextextended(${`regulation:${marathonId}`}::text, 0))`);
}

export async function lockSchedule(db: Db, municipalityId: string): Promise<void> {
  await executeSql(db, sql`select pg_advisory_xact_lock(hashtextextended(${`schedule:${municipalityId}`}::text, 0))`);
}

export interface Made {
  readonly startsAt: Date;
  readonly setById: string | null;
  readonly setAt: Date;
}

/** Out: the new edition's number. */
export async function addEdition(db: Db, { marathonId, municipalityId }: Whose, terms: readonly RegulationTerm[], { startsAt, setById, setAt }: Made): Promise<number> {
  const last = await db.regulationEdition.aggregate({ where: { marathonId, municipalityId }, _max: { number: true } });
  const number = (last._max.number ?? 0) + 1;
  const id = newId(setAt);
  await db.regulationEdition.create({ data: { id, marathonId, municipalityId, number, startsAt, setById, setAt }, select: { id: true } });
  await db.regulationTerm.createMany({ data: terms.map((one) => ({ editionId: id, ...one })) });
  return number;
}

export async function addSchedule(db: Db, municipalityId: string, { daysOff, workingDays, week, lunch, shorterBy }: OfficeSchedule, reason: string, { startsAt, setById, setAt }: Made): Promise<number> {
  const last = await db.workSchedule.aggregate({ where: { municipalityId }, _max: { number: true } });
  const number = (last._max.number ?? 0) + 1;
  const days = (some: readonly PlainDate[]) => some.toSorted().map(plainDateToUtc);
  await db.workSchedule.create({
    data: {
      id: newId(setAt), municipalityId, number, startsAt, week: week.map((day) => day && { ...day }), ...(lunch ? { lunch: { ...lunch } } : {}), shorterBy,
      daysOff: days(daysOff), workingDays: days(workingDays), reason, setById, setAt,
    },
    select: { id: true },
  });
  return number;
}

const whoseRow = z.object({ municipalityId: z.string(), name: z.string(), path: z.array(z.string()), participates: z.boolean(), lastNumber: column.int });

export async function findMunicipality(db: Db, marathonId: string, municipalityId: string): Promise<z.infer<typeof whoseRow> | null> {
  return await queryRow(db, whoseRow, sql`
    select u."id" as "municipalityId", u."name", u."path", exists (select 1 from "Participation" p where p."municipalityId" = u."id" and p."marathonId" = ${marathonId}::uuid) as "participates",
      coalesce((select max(s."number") from "WorkSchedule" s where s."municipalityId" = u."id"), 0) as "lastNumber"
    from "Unit" u where u."id" = ${municipalityId}::uuid and u."kind" = 'municipality' and u."endedAt" is null`);
}
