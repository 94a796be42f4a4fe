import * as z from "zod";
import type { Db } from "@/platform/db/client";
import { executeSql, queryRow, queryRows, sql } from "@/platform/db/sql";
import { plainDate, plainDateToUtc, type PlainDate } from "@/shared/dates/plain-date";
import { newId } from "@/shared/ids/id";
import { lockStructure } from "../../server/repo";
import { unitKinds } from "../schema";
import type { TreeUnit } from "../tree";
import type { State, Version } from "../versions";
import { municipalityKinds, type MunicipalityKind } from "../../administration/schema";

const day = z.string().transform(plainDate);
const treeShape = { id: z.string(), kind: z.enum(unitKinds), parentId: z.string().nullable(), path: z.array(z.string()), municipalityId: z.string().nullable(), regionId: z.string().nullable() };
const unitSchema = z.object({
  ...treeShape, name: z.string(), shortName: z.string(), oktmo: z.string().nullable(), municipalityKind: z.enum(municipalityKinds).nullable(), organisationKind: z.string().nullable(),
  headTitle: z.string().nullable(), ownZone: z.string().nullable(), timeZone: z.string(), endedAt: z.date().nullable(),
});
export type FoundUnit = z.infer<typeof unitSchema>;

const unitColumns = sql`
  u."id", u."kind"::text, u."parentId", u."path", u."municipalityId", u."regionId", u."name", u."shortName", u."oktmo", u."municipalityKind"::text, u."organisationKind",
  u."headTitle", u."timeZone" as "ownZone", coalesce(u."timeZone", m."timeZone", r."timeZone", 'Europe/Moscow') as "timeZone", u."endedAt"`;
const unitTables = sql`"Unit" u left join "Unit" m on m."id" = u."municipalityId" left join "Unit" r on r."id" = u."regionId"`;

export async function findUnits(db: Db, ids: readonly string[]): Promise<FoundUnit[]> {
  return await queryRows(db, unitSchema, sql`select ${unitColumns} from ${unitTables} where u."id" = any(${[...ids]}::uuid[])`);
}

export async function findUnit(db: Db, id: string): Promise<FoundUnit | null> {
  return (await findUnits(db, [id]))[0] ?? null;
}

/** Everything below a unit, ended or not: paths follow for all of them. */
export async function findBelow(db: Db, id: string): Promise<TreeUnit[]> {
  return await queryRows(db, z.object(treeShape), sql`select "id", "kind"::text, "parentId", "path", "municipalityId", "regionId" from "Unit" where "path" @> array[${id}::uuid] and "id" <> ${id}::uuid`);
}

/** Directly below and standing. */
export async function findChildren(db: Db, id: string): Promise<FoundUnit[]> {
  return await queryRows(db, unitSchema, sql`
    select ${unitColumns} from ${unitTables} where u."parentId" = ${id}::uuid and u."endedAt" is null order by u."kind", u."shortName" collate "ru-x-icu", u."id"`);
}

/** Of two who change the tree at a time one goes after the other; nobody sets up a municipality meanwhile. */
export async function lockTree(db: Db, municipalityIds: readonly (string | null)[]): Promise<void> {
  await executeSql(db, sql`select pg_advisory_xact_lock(hashtextextended('structure:tree', 0))`);
  for (const id of [...new Set(municipalityIds.filter((one) => one !== null))].toSorted()) await lockStructure(db, id);
}

export async function writePlaces(db: Db, rows: readonly TreeUnit[]): Promise<void> {
  const places = rows.map(({ id, parentId, path, municipalityId, regionId }) => ({ id, parentId, path, municipalityId, regionId }));
  await executeSql(db, sql`
    update "Unit" u set "parentId" = p."parentId", "path" = array(select jsonb_array_elements_text(p."path")::uuid), "municipalityId" = p."municipalityId", "regionId" = p."regionId"
    from jsonb_to_recordset(${JSON.stringify(places)}::jsonb) as p("id" uuid, "parentId" uuid, "path" jsonb, "municipalityId" uuid, "regionId" uuid) where u."id" = p."id"`);
}

/** In: what it is called and coded from now on. The cases of its old name are forgotten: they are declined anew. */
export async function writeNames(db: Db, id: string, { name, shortName, oktmo, oktmoCheckDigit, municipalityKind }: { name: string; shortName: string; oktmo: string | null; oktmoCheckDigit: string | null; municipalityKind: MunicipalityKind | null }): Promise<void> {
  await executeSql(db, sql`
    update "Unit" set "nameGenitive" = case when "name" = ${name} then "nameGenitive" end, "namePrepositional" = case when "shortName" = ${shortName} then "namePrepositional" end,
      "name" = ${name}, "shortName" = ${shortName}, "municipalityKind" = ${municipalityKind}::"MunicipalityKind", "oktmoVerified" = "oktmoVerified" and "oktmo" is not distinct from ${oktmo},
      "oktmoCheckDigit" = case when "oktmo" is not distinct from ${oktmo} then "oktmoCheckDigit" else ${oktmoCheckDigit} end, "oktmo" = ${oktmo}
    where "id" = ${id}::uuid`);
}

export interface NewUnit extends TreeUnit {
  readonly name: string;
  readonly shortName: string;
  readonly oktmo?: string | null;
  readonly oktmoCheckDigit?: string | null;
  readonly municipalityKind?: MunicipalityKind | null;
  readonly organisationKind?: string | null;
  readonly headTitle?: string | null;
  readonly timeZone?: string | null;
  readonly address?: string | null;
}

export async function insertUnit(db: Db, { municipalityKind, path, ...unit }: NewUnit, at: Date): Promise<void> {
  await db.unit.create({ data: { ...unit, path: [...path], municipalityKind: municipalityKind ?? null, oktmoVerified: unit.oktmo === undefined || unit.oktmo === null, createdAt: at }, select: { id: true } });
}

export async function endUnit(db: Db, id: string, at: Date): Promise<void> {
  await db.unit.update({ where: { id }, data: { endedAt: at }, select: { id: true } });
}

/** Is there another standing one of that name beside it? */
export async function isNameTaken(db: Db, kind: string, parentId: string | null, name: string, but: readonly string[]): Promise<boolean> {
  const row = await queryRow(db, z.object({ id: z.string() }), sql`
    select "id" from "Unit" where "kind" = ${kind}::"UnitKind" and "parentId" is not distinct from ${parentId}::uuid and "endedAt" is null and "id" <> all(${[...but]}::uuid[])
      and lower(translate("name", 'ёЁ«»„“”', 'еЕ"""""')) = lower(translate(${name}, 'ёЁ«»„“”', 'еЕ"""""')) limit 1`);
  return row !== null;
}

export async function isCodeTaken(db: Db, oktmo: string, but: readonly string[]): Promise<boolean> {
  return (await db.unit.count({ where: { oktmo, kind: "municipality", id: { notIn: [...but] } } })) > 0;
}

const versionSchema = z.object({ id: z.string(), validFrom: day, validTo: day.nullable(), name: z.string(), shortName: z.string().nullable(), oktmo: z.string().nullable(), municipalityKind: z.enum(municipalityKinds).nullable(), parentId: z.string().nullable(), parent: z.string().nullable(), reason: z.string().nullable() });
export type FoundVersion = z.infer<typeof versionSchema> & Version;

export async function findVersions(db: Db, unitId: string): Promise<FoundVersion[]> {
  return await queryRows(db, versionSchema, sql`
    select v."id", v."validFrom"::text, v."validTo"::text, v."name", v."shortName", v."oktmo", v."municipalityKind"::text, v."parentId", p."shortName" as "parent", coalesce(v."reason", c."reason") as "reason"
    from "UnitVersion" v left join "Unit" p on p."id" = v."parentId" left join "UnitChange" c on c."id" = v."changeId"
    where v."unitId" = ${unitId}::uuid order by v."validFrom" desc`);
}

/** The version that is valid now. A unit that was entered without one gets it: it was called so when it was entered, and the day before the change. */
export async function openVersion(db: Db, unitId: string, change: PlainDate): Promise<{ id: string; validFrom: PlainDate }> {
  await executeSql(db, sql`
    insert into "UnitVersion" ("id", "unitId", "validFrom", "name", "shortName", "oktmo", "municipalityKind", "parentId")
    select ${newId()}::uuid, u."id", least(u."createdAt"::date, ${change}::date - 1), u."name", u."shortName", u."oktmo", u."municipalityKind", u."parentId" from "Unit" u
    where u."id" = ${unitId}::uuid and not exists (select from "UnitVersion" v where v."unitId" = u."id" and v."validTo" is null)
    on conflict do nothing`);
  // one that came out of a file says no kind: until now it was the unit's
  await executeSql(db, sql`update "UnitVersion" v set "municipalityKind" = u."municipalityKind" from "Unit" u where u."id" = v."unitId" and v."unitId" = ${unitId}::uuid and v."validTo" is null and v."municipalityKind" is null`);
  const row = await queryRow(db, z.object({ id: z.string(), validFrom: day }), sql`select "id", "validFrom"::text from "UnitVersion" where "unitId" = ${unitId}::uuid and "validTo" is null`);
  if (!row) throw new Error(`unit ${unitId} has no open version`);
  return row;
}

export async function closeVersion(db: Db, id: string, to: PlainDate): Promise<void> {
  await db.unitVersion.update({ where: { id }, data: { validTo: plainDateToUtc(to) }, select: { id: true } });
}

export async function writeVersion(db: Db, of: { unitId: string; changeId: string | null; replacesId: string | null }, from: PlainDate, state: State): Promise<void> {
  const { unitId, changeId, replacesId } = of;
  if (replacesId !== null) await db.unitVersion.update({ where: { id: replacesId }, data: { ...state, changeId }, select: { id: true } });
  else await db.unitVersion.create({ data: { id: newId(), unitId, changeId, validFrom: plainDateToUtc(from), ...state }, select: { id: true } });
}

/** Who goes on after whom, at any distance: an heir inherits what the predecessor had inherited. */
export async function writeSuccession(db: Db, predecessorId: string, successorId: string, changeId: string, isHeir: boolean): Promise<void> {
  await executeSql(db, sql`
    insert into "UnitSuccession" ("predecessorId", "successorId", "changeId", "isHeir")
    select ${predecessorId}::uuid, ${successorId}::uuid, ${changeId}::uuid, ${isHeir}
    union all
    select s."predecessorId", ${successorId}::uuid, ${changeId}::uuid, s."isHeir" and ${isHeir} from "UnitSuccession" s where s."successorId" = ${predecessorId}::uuid and s."predecessorId" <> ${successorId}::uuid
    on conflict ("predecessorId", "successorId") do update set "isHeir" = "UnitSuccession"."isHeir" or excluded."isHeir"`);
}

const choiceSchema = z.object({ id: z.string(), name: z.string(), kind: z.enum(unitKinds) });
export type Choice = z.infer<typeof choiceSchema>;

export async function findSuccessions(db: Db, unitId: string): Promise<{ predecessors: Choice[]; successors: Choice[] }> {
  const [predecessors, successors] = await Promise.all([
    queryRows(db, choiceSchema, sql`select u."id", u."shortName" as "name", u."kind"::text from "UnitSuccession" s join "Unit" u on u."id" = s."predecessorId" where s."successorId" = ${unitId}::uuid order by u."shortName"`),
    queryRows(db, choiceSchema, sql`select u."id", u."shortName" as "name", u."kind"::text from "UnitSuccession" s join "Unit" u on u."id" = s."successorId" where s."predecessorId" = ${unitId}::uuid order by u."shortName"`),
  ]);
  return { predecessors, successors };
}

/** Units of these kinds that stand, in a municipality or in a region, by name. */
export async function findChoices(db: Db, within: { municipalityId: string } | { regionId: string } | { countryId: string }, kinds: readonly string[]): Promise<Choice[]> {
  const place = "municipalityId" in within ? sql`u."municipalityId" = ${within.municipalityId}::uuid` : "regionId" in within ? sql`u."regionId" = ${within.regionId}::uuid` : sql`u."path" @> array[${within.countryId}::uuid]`;
  return await queryRows(db, choiceSchema, sql`
    select u."id", u."shortName" as "name", u."kind"::text from "Unit" u where ${place} and u."kind" = any(${[...kinds]}::"UnitKind"[]) and u."endedAt" is null order by u."shortName" collate "ru-x-icu", u."id"`);
}

const listedSchema = z.object({ id: z.string(), parentId: z.string().nullable(), kind: z.enum(unitKinds), name: z.string(), shortName: z.string(), oktmo: z.string().nullable(), isForeign: z.boolean(), changesOn: z.string().nullable() });

/** A municipality's standing units, and the municipalities that stand inside it (nothing of what is in those). */
export async function findTree(db: Db, municipalityId: string) {
  return await queryRows(db, listedSchema, sql`
    select u."id", u."parentId", u."kind"::text, u."name", u."shortName", u."oktmo", u."municipalityId" is distinct from ${municipalityId}::uuid as "isForeign",
           (select min(c."takesEffectOn")::text from "UnitChange" c where c."unitId" = u."id" and c."appliedAt" is null and c."recalledAt" is null and c."refusal" is null) as "changesOn"
    from "Unit" u
    where u."endedAt" is null and u."id" <> ${municipalityId}::uuid and (u."municipalityId" = ${municipalityId}::uuid or (u."kind" = 'municipality' and u."parentId" = ${municipalityId}::uuid))
    order by cardinality(u."path"), u."kind", u."shortName" collate "ru-x-icu", u."id"`);
}
