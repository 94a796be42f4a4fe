import * as z from "zod";
import type { Visible } from "@/access/policy";
import type { Facts } from "@/access/filter";
import type { Db } from "@/platform/db/client";
import type { Columns } from "@/platform/db/columns";
import { compileSql } from "@/platform/db/compile-sql";
import { column, executeSql, queryRow, queryRows, sql } from "@/platform/db/sql";
import { newId } from "@/shared/ids/id";
import { fullName } from "@/shared/text/person-name";
import type { Span } from "../rules";
import type { DutyHours, Line, MyShifts } from "../schema";

/** Facts of access/rules/structure.ts, `duty`. Aliases: b; a line is nobody's shift. */
export const lineColumns = {
  municipalityId: { prisma: [], sql: `b."municipalityId"`, cast: "uuid" },
  hotlineId: { prisma: [], sql: `b."id"`, cast: "uuid" },
  personId: { prisma: [], sql: `null::uuid`, cast: "uuid" },
} as const satisfies Columns;

export interface DutyFacts extends Facts {
  readonly municipalityId: string | null;
  readonly hotlineId: string;
  readonly personId: string | null;
}

const lineSchema = z.object({
  id: z.string(), name: z.string(), municipalityId: z.string(), municipality: z.string(), timeZone: z.string(), marathonId: z.string(), isOver: z.boolean(),
  dutyFrom: z.number().int().nullable(), dutyTo: z.number().int().nullable(), dutyDaily: z.boolean(),
});

export interface FoundLine extends Line {
  readonly marathonId: string;
  readonly isOver: boolean;
  readonly hours: DutyHours | null;
  readonly facts: DutyFacts;
}

const lineTables = sql`
  select b."id", b."name", b."municipalityId", m."shortName" as "municipality", coalesce(m."timeZone", r."timeZone", 'Europe/Moscow') as "timeZone", b."marathonId",
         b."endedAt" is not null as "isOver", p."dutyFrom", p."dutyTo", p."dutyDaily"
  from "Body" b join "Unit" m on m."id" = b."municipalityId" left join "Unit" r on r."id" = m."regionId"
  join "Participation" p on p."marathonId" = b."marathonId" and p."municipalityId" = b."municipalityId"
  join "Marathon" x on x."id" = b."marathonId"`;

function toLine({ dutyFrom, dutyTo, dutyDaily, ...line }: z.infer<typeof lineSchema>): FoundLine {
  return { ...line, hours: dutyFrom === null || dutyTo === null ? null : { from: dutyFrom, to: dutyTo, daily: dutyDaily }, facts: { municipalityId: line.municipalityId, hotlineId: line.id, personId: null } };
}

/** Hotlines whose roster the asker may see, of marathons that are not over. */
export async function findLines(db: Db, visible: Visible<"duty">, now: Date): Promise<FoundLine[]> {
  return (await queryRows(db, lineSchema, sql`
    ${lineTables} where b."kind" = 'hotline' and b."endedAt" is null and x."closingEndsOn" + 2 > ${now}::timestamptz::date and ${compileSql(visible.filter, lineColumns)}
    order by x."startsOn" desc, m."shortName" collate "ru-x-icu", b."id"`)).map(toLine);
}

export async function findLine(db: Db, hotlineId: string): Promise<FoundLine | null> {
  const row = await queryRow(db, lineSchema, sql`${lineTables} where b."kind" = 'hotline' and b."id" = ${hotlineId}::uuid`);
  return row && toLine(row);
}

const shiftSchema = z.object({
  id: z.string(), bodyId: z.string(), personId: z.string(), familyName: z.string(), givenName: z.string(), patronymic: z.string().nullable(),
  startsAt: column.instant, endsAt: column.instant, offeredAt: column.instant.nullable(), isHeld: z.boolean(),
});

export interface FoundShift extends Omit<z.infer<typeof shiftSchema>, "familyName" | "givenName" | "patronymic"> {
  readonly name: string;
}

/** A shift counts while its holder has an operator's post at the line when it begins. */
const isHeld = sql`p."erasedAt" is null and p."mergedIntoId" is null and exists (
  select from "Appointment" a where a."personId" = s."personId" and a."bodyId" = s."bodyId" and a."role" = 'operator' and a."startsAt" <= s."startsAt" and (a."endsAt" is null or a."endsAt" > s."startsAt"))`;

const shiftTables = sql`
  select s."id", s."bodyId", s."personId", p."familyName", p."givenName", p."patronymic", s."startsAt", s."endsAt", s."offeredAt", ${isHeld} as "isHeld"
  from "DutyShift" s join "Person" p on p."id" = s."personId"`;

const toShift = ({ familyName, givenName, patronymic, ...shift }: z.infer<typeof shiftSchema>): FoundShift => ({ ...shift, name: fullName({ familyName, givenName, patronymic }) });

/** Shifts of a line that share an instant with the span. */
export async function findShifts(db: Db, hotlineId: string, { startsAt, endsAt }: Span): Promise<FoundShift[]> {
  return (await queryRows(db, shiftSchema, sql`
    ${shiftTables} where s."bodyId" = ${hotlineId}::uuid and s."cancelledAt" is null and s."endsAt" > ${startsAt} and s."startsAt" < ${endsAt}
    order by s."startsAt", p."familyName" collate "ru-x-icu", s."id"`)).map(toShift);
}

export async function findShift(db: Db, id: string): Promise<FoundShift | null> {
  const row = await queryRow(db, shiftSchema, sql`${shiftTables} where s."id" = ${id}::uuid and s."cancelledAt" is null`);
  return row && toShift(row);
}

/** Is there a time at which the person is an operator of the line throughout? */
export async function isOperator(db: Db, hotlineId: string, personId: string, { startsAt }: Pick<Span, "startsAt">): Promise<boolean> {
  return (await db.appointment.count({ where: { bodyId: hotlineId, personId, role: "operator", startsAt: { lte: startsAt }, OR: [{ endsAt: null }, { endsAt: { gt: startsAt } }] } })) > 0;
}

const operatorSchema = z.object({ personId: z.string(), familyName: z.string(), givenName: z.string(), patronymic: z.string().nullable() });

/** Who is an operator there, or will be. */
export async function findOperators(db: Db, hotlineId: string, now: Date): Promise<{ personId: string; name: string }[]> {
  const rows = await queryRows(db, operatorSchema, sql`
    select distinct p."id" as "personId", p."familyName", p."givenName", p."patronymic"
    from "Appointment" a join "Person" p on p."id" = a."personId" and p."erasedAt" is null and p."mergedIntoId" is null
    where a."bodyId" = ${hotlineId}::uuid and a."role" = 'operator' and (a."endsAt" is null or a."endsAt" > ${now}) order by p."familyName", p."givenName", p."id"`);
  return rows.map(({ personId, ...name }) => ({ personId, name: fullName(name) }));
}

export async function insertShifts(db: Db, of: { bodyId: string; personId: string; createdById: string | null }, spans: readonly Span[], now: Date): Promise<void> {
  await db.dutyShift.createMany({ data: spans.map((span) => ({ id: newId(now), ...of, ...span, createdAt: now })) });
}

export async function cancelShift(db: Db, id: string, now: Date): Promise<void> {
  await db.dutyShift.updateMany({ where: { id, cancelledAt: null }, data: { cancelledAt: now } });
}

/** Out: was it still theirs? Who gets it has it whole: the offer is over. */
export async function passShift(db: Db, id: string, from: string, toId: string): Promise<boolean> {
  return (await db.dutyShift.updateMany({ where: { id, personId: from, cancelledAt: null }, data: { personId: toId, offeredAt: null } })).count === 1;
}

export async function offerShift(db: Db, id: string, offeredAt: Date | null): Promise<void> {
  await db.dutyShift.updateMany({ where: { id, cancelledAt: null }, data: { offeredAt } });
}

export async function setHours(db: Db, { marathonId, municipalityId }: FoundLine, { from, to, daily }: DutyHours): Promise<void> {
  await executeSql(db, sql`update "Participation" set "dutyFrom" = ${from}, "dutyTo" = ${to}, "dutyDaily" = ${daily} where "marathonId" = ${marathonId}::uuid and "municipalityId" = ${municipalityId}::uuid`);
}

const mineSchema = z.object({ id: z.string(), startsAt: column.instant, endsAt: column.instant, line: z.string(), municipality: z.string(), phone: z.string().nullable() });

/** A person's shifts that count, from a day on. */
export async function findMine(db: Db, personId: string, since: Date): Promise<MyShifts> {
  return await queryRows(db, mineSchema, sql`
    select s."id", s."startsAt", s."endsAt", b."name" as "line", m."shortName" as "municipality", t."hotlinePhone" as "phone"
    from "DutyShift" s join "Person" p on p."id" = s."personId" join "Body" b on b."id" = s."bodyId" and b."endedAt" is null join "Unit" m on m."id" = b."municipalityId"
    join "Participation" t on t."marathonId" = b."marathonId" and t."municipalityId" = b."municipalityId"
    where s."personId" = ${personId}::uuid and s."cancelledAt" is null and s."endsAt" > ${since} and ${isHeld}
    order by s."startsAt", s."id" limit 500`);
}

/** The municipality's hotline that stands in the marathon. */
export async function findHotlineOf(db: Db, municipalityId: string, marathonId: string): Promise<string | null> {
  const row = await db.body.findFirst({ where: { municipalityId, marathonId, kind: "hotline", endedAt: null }, select: { id: true } });
  return row?.id ?? null;
}
