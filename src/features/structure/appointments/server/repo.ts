import * as z from "zod";
import type { Visible } from "@/access/policy";
import { roles, type Role } from "@/access/roles";
import type { Db } from "@/platform/db/client";
import { compileSql } from "@/platform/db/compile-sql";
import { column, executeSql, queryRow, queryRows, sql } from "@/platform/db/sql";
import { plainDate, plainDateToUtc } from "@/shared/dates/plain-date";
import { newId } from "@/shared/ids/id";
import { fullName } from "@/shared/text/person-name";
import { actKindField } from "../../chart/schema";
import { needsAct, seatOfUnit, type Period, type SeatKind } from "../../rules";
import { appointmentColumns, type AppointmentFacts } from "../../server/facts";
import { linkedBodyIds } from "../../server/repo";
import type { ActWish } from "../schema";

const seatSchema = z.object({
  id: z.string(), unitId: z.string().nullable(), bodyId: z.string().nullable(), unitKind: z.string(), bodyKind: z.enum(["coordinationGroup", "workingGroup", "hotline"]).nullable(),
  name: z.string(), municipalityId: z.string().nullable(), isEnded: z.boolean(), timeZone: z.string(),
  marathonId: z.string().nullable(), closingEndsOn: z.string().transform(plainDate).nullable(), linkedBodyIds: z.array(z.string()),
});

export interface Seat extends Omit<z.infer<typeof seatSchema>, "unitKind" | "bodyKind"> {
  readonly kind: SeatKind | null;
}

/** A unit or body by id, with the marathon of the body or the one that the unit's municipality takes part in now. */
export async function findSeat(db: Db, id: string, now: Date): Promise<Seat | null> {
  const row = await queryRow(db, seatSchema, sql`
    select s."id", s."unitId", s."bodyId", s."unitKind"::text, s."bodyKind"::text, s."name", s."municipalityId", coalesce(s."endedAt" <= ${now}, false) as "isEnded",
           coalesce(m."timeZone", r."timeZone", 'Europe/Moscow') as "timeZone", x."id" as "marathonId", x."closingEndsOn"::text,
           ${linkedBodyIds(sql`s."unitId"`, now)} as "linkedBodyIds"
    from (
      select u."id", u."id" as "unitId", null::uuid as "bodyId", u."kind" as "unitKind", null::"BodyKind" as "bodyKind", u."shortName" as "name", u."municipalityId", u."regionId", u."endedAt", null::uuid as "marathonId" from "Unit" u where u."id" = ${id}::uuid
      union all
      select b."id", null, b."id", 'municipality', b."kind", b."name", b."municipalityId", null, b."endedAt", b."marathonId" from "Body" b where b."id" = ${id}::uuid
    ) s
    left join "Unit" m on m."id" = s."municipalityId"
    left join "Unit" r on r."id" = coalesce(s."regionId", m."regionId")
    left join lateral (
      select x."id", x."closingEndsOn" from "Marathon" x join "Participation" p on p."marathonId" = x."id" and p."municipalityId" = s."municipalityId"
      where (s."marathonId" is null or x."id" = s."marathonId") and x."closingEndsOn" >= (${now}::timestamptz at time zone coalesce(m."timeZone", r."timeZone", 'Europe/Moscow'))::date
      order by (x."startsOn" <= (${now}::timestamptz at time zone coalesce(m."timeZone", r."timeZone", 'Europe/Moscow'))::date) desc, x."startsOn" desc, x."id" desc limit 1
    ) x on true`);
  if (!row) return null;
  const { unitKind, bodyKind, ...seat } = row;
  return { ...seat, kind: bodyKind ?? seatOfUnit(unitKind) };
}

export function factsOf(seat: Pick<Seat, "unitId" | "municipalityId" | "linkedBodyIds">, role: Role, personId: string | null = null): AppointmentFacts {
  return { personId, unitId: seat.unitId, municipalityId: seat.municipalityId, linkedBodyIds: seat.linkedBodyIds, role };
}

/** One person's posts are made one after another. */
export async function lockPerson(db: Db, personId: string): Promise<void> {
  await executeSql(db, sql`select 1 from "Person" where "id" = ${personId}::uuid for update`);
}

/** Periods in which the person has held, holds or will hold the role there. */
export async function findPeriods(db: Db, personId: string, role: Role, seatId: string): Promise<Period[]> {
  return await db.appointment.findMany({ where: { personId, role, OR: [{ unitId: seatId }, { bodyId: seatId }] }, select: { startsAt: true, endsAt: true } });
}

export interface NewAppointment extends Period {
  readonly personId: string;
  readonly role: Role;
  readonly unitId: string | null;
  readonly bodyId: string | null;
  readonly municipalityId: string | null;
  readonly marathonId: string | null;
  readonly act: ActWish | null;
  readonly appointedById: string | null;
  readonly substitutesId: string | null;
}

/**
 * Who was briefed in this municipality and marathon for the role is briefed for the new post too: it is the same work, and the mark
 * of having read it stays. Whoever does it for the first time, a substitute as well, has to be briefed.
 */
export async function followBriefing(db: Db, { personId, role, municipalityId, marathonId }: Pick<NewAppointment, "personId" | "role" | "municipalityId" | "marathonId">, appointmentId: string): Promise<void> {
  await executeSql(db, sql`
    insert into "Briefing" ("id", "appointmentId", "material", "briefedById", "briefedAt", "acknowledgedAt")
    select gen_random_uuid(), ${appointmentId}::uuid, b."material", b."briefedById", b."briefedAt", b."acknowledgedAt"
    from "Briefing" b join "Appointment" a on a."id" = b."appointmentId"
    where a."personId" = ${personId}::uuid and a."role" = ${role}::"Role" and a."municipalityId" = ${municipalityId}::uuid and a."marathonId" = ${marathonId}::uuid and a."id" <> ${appointmentId}::uuid
    order by b."briefedAt" desc limit 1`);
}

export async function insertAppointment(db: Db, { act, ...appointment }: NewAppointment, now: Date): Promise<string> {
  const id = newId(now);
  await db.appointment.create({ data: { id, createdAt: now, ...appointment, ...actColumns(act) }, select: { id: true } });
  return id;
}

function actColumns(act: ActWish | null) {
  return { actKind: act?.kind ?? null, actNumber: act?.number ?? null, actDate: act ? plainDateToUtc(act.date) : null };
}

/** Out: did the number still stand as it was seen? */
export async function setAct(db: Db, id: string, act: ActWish, seen: string | null): Promise<boolean> {
  const { count } = await db.appointment.updateMany({ where: { id, actNumber: seen }, data: actColumns(act) });
  return count === 1;
}

const rowShape = {
  id: z.string(), personId: z.string(), familyName: z.string(), givenName: z.string(), patronymic: z.string().nullable(), role: z.enum(roles),
  unitId: z.string().nullable(), bodyId: z.string().nullable(), municipalityId: z.string().nullable(), marathonId: z.string().nullable(), linkedBodyIds: z.array(z.string()),
  startsAt: column.instant, endsAt: column.instant.nullable(), substitutesId: z.string().nullable(), where: z.string(),
  actKind: actKindField.nullable(), actNumber: z.string().nullable(), actDate: z.string().nullable(), isInvited: z.boolean(),
  briefedAt: column.instant.nullable(), acknowledgedAt: column.instant.nullable(), hasScan: z.boolean(),
};
const rowSchema = z.object(rowShape);

export interface FoundAppointment extends Omit<z.infer<typeof rowSchema>, "familyName" | "givenName" | "patronymic" | "actKind" | "actNumber" | "actDate"> {
  readonly name: string;
  readonly act: { readonly kind: z.infer<typeof actKindField> | null; readonly number: string | null; readonly date: string | null };
  readonly facts: AppointmentFacts;
}

const rowColumns = sql`
  a."id", a."personId", p."familyName", p."givenName", p."patronymic", a."role"::text, a."unitId", a."bodyId", a."municipalityId", a."marathonId", l."bodyIds" as "linkedBodyIds",
  a."startsAt", a."endsAt", a."substitutesId", coalesce(b."name", u."shortName") as "where", a."actKind"::text, a."actNumber", a."actDate"::text,
  p."passwordHash" is null and exists (select from "OneTimeToken" t where t."personId" = p."id" and t."purpose" = 'invitation' and t."usedAt" is null) as "isInvited",
  br."briefedAt", br."acknowledgedAt",
  exists (select from "StoredFile" f where f."kind" = 'actScan' and f."ownerId" = a."id" and f."readyAt" is not null and f."removedAt" is null) as "hasScan"`;

const rowTablesAt = (now: Date) => sql`
  "Appointment" a
  join "Person" p on p."id" = a."personId" and p."erasedAt" is null and p."mergedIntoId" is null
  left join "Unit" u on u."id" = a."unitId"
  left join "Body" b on b."id" = a."bodyId"
  left join lateral (select "briefedAt", "acknowledgedAt" from "Briefing" where "appointmentId" = a."id" order by "briefedAt" desc limit 1) br on true
  left join lateral (select ${linkedBodyIds(sql`a."unitId"`, now)} as "bodyIds") l on true`;

function toFound({ familyName, givenName, patronymic, actKind, actNumber, actDate, ...row }: z.infer<typeof rowSchema>): FoundAppointment {
  return { ...row, name: fullName({ familyName, givenName, patronymic }), act: { kind: actKind, number: actNumber, date: actDate }, facts: factsOf(row, row.role, row.personId) };
}

export async function findAppointment(db: Db, id: string, now: Date): Promise<FoundAppointment | null> {
  const row = await queryRow(db, rowSchema, sql`select ${rowColumns} from ${rowTablesAt(now)} where a."id" = ${id}::uuid`);
  return row && toFound(row);
}

/** The same, and nobody else changes it until the transaction ends. */
export async function lockAppointment(db: Db, id: string, now: Date): Promise<FoundAppointment | null> {
  await executeSql(db, sql`select 1 from "Appointment" where "id" = ${id}::uuid for update`);
  return await findAppointment(db, id, now);
}

/** Out: did it still last? */
export async function endAppointment(db: Db, id: string, at: Date): Promise<boolean> {
  const ended = await executeSql(db, sql`
    update "Appointment" set "endsAt" = greatest(${at}, "startsAt") where "id" = ${id}::uuid and ("endsAt" is null or "endsAt" > ${at})`);
  return ended === 1;
}

/** Others who hold a role at the same seat at that moment. */
export async function countOthers(db: Db, { id, role, unitId, bodyId }: Pick<FoundAppointment, "id" | "role" | "unitId" | "bodyId">, now: Date): Promise<number> {
  return await db.appointment.count({ where: { id: { not: id }, role, unitId, bodyId, substitutesId: null, startsAt: { lte: now }, OR: [{ endsAt: null }, { endsAt: { gt: now } }] } });
}

const colleagueSchema = z.object({ personId: z.string(), name: z.string() });

/** Who else works at the seat in one of the roles at that moment. In: an appointment whose stand-ins don't count, or null. */
export async function findColleagues(db: Db, seat: { unitId: string | null; bodyId: string | null; personId: string }, wanted: readonly Role[], without: string | null, now: Date): Promise<z.infer<typeof colleagueSchema>[]> {
  return await queryRows(db, colleagueSchema, sql`
    select distinct p."id" as "personId", concat_ws(' ', p."familyName", p."givenName", p."patronymic") as "name"
    from "Appointment" a join "Person" p on p."id" = a."personId" and p."erasedAt" is null and p."mergedIntoId" is null
    where a."unitId" is not distinct from ${seat.unitId}::uuid and a."bodyId" is not distinct from ${seat.bodyId}::uuid and a."personId" <> ${seat.personId}::uuid
      and a."role" = any(${[...wanted]}::"Role"[]) and a."startsAt" <= ${now} and (a."endsAt" is null or a."endsAt" > ${now})
      and (${without}::uuid is null or a."substitutesId" is distinct from ${without}::uuid)
    order by "name"`);
}

const courseSchema = z.object({ createdAt: column.instant, appointedBy: z.string().nullable(), standsInFor: z.string().nullable(), material: z.string().nullable(), briefedBy: z.string().nullable(), hasEmail: z.boolean() });

/** What the record says beyond the row. */
export async function findCourse(db: Db, id: string): Promise<z.infer<typeof courseSchema> | null> {
  return await queryRow(db, courseSchema, sql`
    select a."createdAt", concat_ws(' ', w."familyName", w."givenName", w."patronymic") as "appointedBy", nullif(concat_ws(' ', sp."familyName", sp."givenName", sp."patronymic"), '') as "standsInFor",
           br."material", nullif(concat_ws(' ', bp."familyName", bp."givenName", bp."patronymic"), '') as "briefedBy",
           exists (select from "Contact" c where c."personId" = a."personId" and c."kind" = 'email') as "hasEmail"
    from "Appointment" a
    left join "Person" w on w."id" = a."appointedById"
    left join "Appointment" s on s."id" = a."substitutesId" left join "Person" sp on sp."id" = s."personId"
    left join lateral (select * from "Briefing" where "appointmentId" = a."id" order by "briefedAt" desc limit 1) br on true
    left join "Person" bp on bp."id" = br."briefedById"
    where a."id" = ${id}::uuid`);
}

const substituteSchema = z.object({ id: z.string(), personId: z.string(), name: z.string(), startsAt: column.instant, endsAt: column.instant.nullable() });

/** Those who stand in, now or later. */
export async function findSubstitutes(db: Db, id: string, now: Date): Promise<z.infer<typeof substituteSchema>[]> {
  return await queryRows(db, substituteSchema, sql`
    select a."id", a."personId", concat_ws(' ', p."familyName", p."givenName", p."patronymic") as "name", a."startsAt", a."endsAt"
    from "Appointment" a join "Person" p on p."id" = a."personId"
    where a."substitutesId" = ${id}::uuid and (a."endsAt" is null or a."endsAt" > ${now}) order by a."startsAt", a."id"`);
}

export async function insertBriefing(db: Db, briefing: { appointmentId: string; material: string; briefedById: string }, now: Date): Promise<void> {
  await db.briefing.create({ data: { id: newId(now), briefedAt: now, ...briefing }, select: { id: true } });
}

/** Marks the last briefing as read, once. */
export async function acknowledgeBriefing(db: Db, appointmentId: string, now: Date): Promise<void> {
  await executeSql(db, sql`
    update "Briefing" set "acknowledgedAt" = ${now}
    where "acknowledgedAt" is null and "id" = (select "id" from "Briefing" where "appointmentId" = ${appointmentId}::uuid order by "briefedAt" desc limit 1)`);
}

export interface StaffWish {
  readonly municipalityId: string;
  readonly marathonId: string | null;
  readonly q: string;
  readonly filter: "all" | "withoutAct" | "aboutToEnd" | "notBriefed" | "notAcknowledged" | "notAccepted" | "substitutes";
  /** of «aboutToEnd»: from now until this instant */
  readonly endsBefore: Date;
  readonly after: readonly [string, string] | null;
  readonly limit: number;
}

const actRoles = roles.filter(needsAct);

/** Appointments of a municipality that hold now or will, by name. */
export async function findStaff(db: Db, visible: Visible<"appointment">, wish: StaffWish, now: Date): Promise<(FoundAppointment & { sortKey: string })[]> {
  const key = sql`lower(translate(concat_ws(' ', p."familyName", p."givenName", p."patronymic"), 'ёЁ', 'еЕ'))`;
  const filters = {
    all: sql`true`,
    withoutAct: sql`a."actNumber" is null and a."role" = any(${actRoles}::"Role"[])`,
    aboutToEnd: sql`a."endsAt" <= ${wish.endsBefore} and a."substitutesId" is null`,
    notBriefed: sql`a."role" = 'coordinator' and br."briefedAt" is null`,
    notAcknowledged: sql`br."briefedAt" is not null and br."acknowledgedAt" is null`,
    notAccepted: sql`p."passwordHash" is null and exists (select from "OneTimeToken" t where t."personId" = p."id" and t."purpose" = 'invitation' and t."usedAt" is null)`,
    substitutes: sql`a."substitutesId" is not null`,
  } as const;
  const rows = await queryRows(db, rowSchema.extend({ sortKey: z.string() }), sql`
    select ${rowColumns}, ${key} as "sortKey" from ${rowTablesAt(now)}
    where a."municipalityId" = ${wish.municipalityId}::uuid and (a."endsAt" is null or a."endsAt" > ${now}) and (a."marathonId" is null or a."marathonId" = ${wish.marathonId}::uuid)
      and ${compileSql(visible.filter, appointmentColumns)} and ${filters[wish.filter]}
      ${wish.q === "" ? sql`` : sql`and (strpos(${key}, lower(translate(${wish.q}, 'ёЁ', 'еЕ'))) > 0 or strpos(lower(translate(coalesce(b."name", u."shortName"), 'ёЁ', 'еЕ')), lower(translate(${wish.q}, 'ёЁ', 'еЕ'))) > 0)`}
      ${wish.after ? sql`and (${key}, a."id") > (${wish.after[0]}, ${wish.after[1]}::uuid)` : sql``}
    order by ${key}, a."id" limit ${wish.limit + 1}::int`);
  return rows.map(({ sortKey, ...row }) => ({ ...toFound(row), sortKey }));
}
