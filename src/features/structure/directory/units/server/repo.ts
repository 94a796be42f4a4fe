import * as z from "zod";
import type { Db } from "@/platform/db/client";
import { executeSql, queryRows, sql } from "@/platform/db/sql";
import { oktmoCheckDigit, parseOktmo } from "@/shared/codes/oktmo";
import type { PlainDate } from "@/shared/dates/plain-date";
import type { KnownPlace, KnownRegion } from "../../places";
import type { MunicipalityRow, OrganisationRow } from "../../rules";

export async function findRegions(db: Db): Promise<KnownRegion[]> {
  return await queryRows(db, z.object({ id: z.string(), name: z.string() }), sql`select "id", "name" from "Unit" where "kind" = 'region' and "endedAt" is null order by "shortName" collate "ru-x-icu"`);
}

const placeSchema = z.object({
  id: z.string(), regionId: z.string(), oktmo: z.string().nullable(), name: z.string(), shortName: z.string(), municipalityKind: z.string().nullable(),
  population: z.number().nullable(), longitude: z.number().nullable(), latitude: z.number().nullable(), nameGenitive: z.string().nullable(), headTitle: z.string().nullable(), timeZone: z.string().nullable(), isEnded: z.boolean(),
});

/** Every municipality of the country, ended ones too: their codes stay taken. */
export async function findPlaces(db: Db): Promise<KnownPlace[]> {
  return (await queryRows(db, placeSchema, sql`
    select "id", "regionId", "oktmo", "name", "shortName", "municipalityKind"::text, "population", "longitude", "latitude", "nameGenitive", "headTitle", "timeZone", "endedAt" is not null as "isEnded"
    from "Unit" where "kind" = 'municipality' and "regionId" is not null`)) satisfies KnownPlace[];
}

const organisationSchema = z.object({ id: z.string(), municipalityId: z.string(), name: z.string(), shortName: z.string(), organisationKind: z.string().nullable(), address: z.string().nullable(), phone: z.string().nullable() });
export type KnownOrganisation = z.infer<typeof organisationSchema>;

export async function findOrganisations(db: Db, municipalityIds: readonly string[]): Promise<KnownOrganisation[]> {
  if (municipalityIds.length === 0) return [];
  return await queryRows(db, organisationSchema, sql`
    select "id", "municipalityId", "name", "shortName", "organisationKind", "address", "phone"
    from "Unit" where "municipalityId" = any(${[...municipalityIds]}::uuid[]) and "kind" = 'organisation' and "endedAt" is null order by "createdAt", "id"`);
}

export interface WrittenMunicipality extends MunicipalityRow {
  readonly id: string;
  readonly versionId: string;
}

const withDigit = (row: WrittenMunicipality) => {
  const code = parseOktmo(row.oktmo);
  return { ...row, shortName: row.shortName, checkDigit: code ? String(oktmoCheckDigit(code)) : null };
};
const shape = sql`"id" uuid, "versionId" uuid, "regionId" uuid, "oktmo" text, "checkDigit" text, "name" text, "shortName" text, "municipalityKind" text, "population" int, "longitude" float8, "latitude" float8, "nameGenitive" text, "headTitle" text, "timeZone" text`;

/** New municipalities below their regions, with the first version of each, in the round that is going on. */
export async function insertMunicipalities(db: Db, rows: readonly WrittenMunicipality[], { marathonId, today }: { marathonId: string | null; today: PlainDate }, now: Date): Promise<void> {
  if (rows.length === 0) return;
  const json = JSON.stringify(rows.map(withDigit));
  await executeSql(db, sql`
    insert into "Unit" ("id", "parentId", "path", "kind", "name", "shortName", "municipalityId", "regionId", "municipalityKind", "oktmo", "oktmoCheckDigit", "oktmoVerified", "timeZone", "population", "longitude", "latitude", "nameGenitive", "headTitle", "createdAt")
    select x."id", r."id", r."path" || x."id", 'municipality', x."name", coalesce(x."shortName", x."name"), x."id", r."id", x."municipalityKind"::"MunicipalityKind", x."oktmo", x."checkDigit", false, coalesce(x."timeZone", r."timeZone"), x."population", x."longitude", x."latitude", x."nameGenitive", x."headTitle", ${now}
    from jsonb_to_recordset(${json}::jsonb) as x(${shape}) join "Unit" r on r."id" = x."regionId"`);
  await executeSql(db, sql`
    insert into "UnitVersion" ("id", "unitId", "validFrom", "name", "oktmo", "parentId")
    select x."versionId", x."id", ${today}::date, x."name", x."oktmo", x."regionId" from jsonb_to_recordset(${json}::jsonb) as x(${shape})`);
  if (marathonId === null) return;
  await executeSql(db, sql`
    insert into "Participation" ("marathonId", "municipalityId", "createdAt")
    select ${marathonId}::uuid, x."id", ${now} from jsonb_to_recordset(${json}::jsonb) as x("id" uuid) on conflict do nothing`);
}

/** What the rows say, of what they say something about; a former name stays on record. */
export async function updateMunicipalities(db: Db, rows: readonly WrittenMunicipality[], today: PlainDate): Promise<void> {
  if (rows.length === 0) return;
  const json = JSON.stringify(rows.map(withDigit));
  const renamed = sql`
    select x.*, u."parentId" from jsonb_to_recordset(${json}::jsonb) as x(${shape}) join "Unit" u on u."id" = x."id" where u."name" <> x."name"`;
  await executeSql(db, sql`
    with renamed as (${renamed})
    update "UnitVersion" v set "name" = r."name", "oktmo" = r."oktmo" from renamed r where v."unitId" = r."id" and v."validTo" is null and v."validFrom" >= ${today}::date`);
  await executeSql(db, sql`
    with renamed as (${renamed}), closed as (
      update "UnitVersion" v set "validTo" = ${today}::date from renamed r where v."unitId" = r."id" and v."validTo" is null and v."validFrom" < ${today}::date
    )
    insert into "UnitVersion" ("id", "unitId", "validFrom", "name", "oktmo", "parentId")
    select r."versionId", r."id", ${today}::date, r."name", r."oktmo", r."parentId" from renamed r
    where not exists (select from "UnitVersion" v where v."unitId" = r."id" and v."validTo" is null and v."validFrom" >= ${today}::date)`);
  await executeSql(db, sql`
    update "Unit" u set "name" = x."name", "shortName" = coalesce(x."shortName", u."shortName"), "municipalityKind" = coalesce(x."municipalityKind"::"MunicipalityKind", u."municipalityKind"),
      "population" = coalesce(x."population", u."population"), "longitude" = coalesce(x."longitude", u."longitude"), "latitude" = coalesce(x."latitude", u."latitude"),
      "nameGenitive" = coalesce(x."nameGenitive", case when u."name" = x."name" then u."nameGenitive" end), "namePrepositional" = case when u."name" = x."name" then u."namePrepositional" end,
      "headTitle" = coalesce(x."headTitle", u."headTitle"), "timeZone" = coalesce(x."timeZone", u."timeZone")
    from jsonb_to_recordset(${json}::jsonb) as x(${shape}) where u."id" = x."id"`);
}

export interface WrittenOrganisation extends OrganisationRow {
  readonly id: string;
  readonly municipalityId: string;
}

const organisationShape = sql`"id" uuid, "municipalityId" uuid, "name" text, "shortName" text, "organisationKind" text, "address" text, "phone" text`;

export async function insertOrganisations(db: Db, rows: readonly WrittenOrganisation[], now: Date): Promise<void> {
  if (rows.length === 0) return;
  await executeSql(db, sql`
    insert into "Unit" ("id", "parentId", "path", "kind", "name", "shortName", "municipalityId", "regionId", "organisationKind", "address", "phone", "createdAt")
    select x."id", m."id", m."path" || x."id", 'organisation', x."name", coalesce(x."shortName", x."name"), m."id", m."regionId", coalesce(x."organisationKind", 'other'), x."address", x."phone", ${now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x(${organisationShape}) join "Unit" m on m."id" = x."municipalityId"`);
}

export async function updateOrganisations(db: Db, rows: readonly WrittenOrganisation[]): Promise<void> {
  if (rows.length === 0) return;
  await executeSql(db, sql`
    update "Unit" u set "shortName" = coalesce(x."shortName", u."shortName"), "organisationKind" = coalesce(x."organisationKind", u."organisationKind"), "address" = coalesce(x."address", u."address"), "phone" = coalesce(x."phone", u."phone")
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x(${organisationShape}) where u."id" = x."id" and u."municipalityId" = x."municipalityId"`);
}

const exportedSchema = z.object({ region: z.string(), oktmo: z.string().nullable(), checkDigit: z.string().nullable(), name: z.string(), shortName: z.string(), kind: z.string().nullable(), population: z.number().nullable(), longitude: z.number().nullable(), latitude: z.number().nullable(), nameGenitive: z.string().nullable(), headTitle: z.string().nullable(), timeZone: z.string().nullable() });
export type ExportedMunicipality = z.infer<typeof exportedSchema>;

export async function findExportedMunicipalities(db: Db, regionId: string): Promise<ExportedMunicipality[]> {
  return await queryRows(db, exportedSchema, sql`
    select r."name" as "region", m."oktmo", m."oktmoCheckDigit" as "checkDigit", m."name", m."shortName", m."municipalityKind"::text as "kind", m."population", m."longitude", m."latitude", m."nameGenitive", m."headTitle", m."timeZone"
    from "Unit" m join "Unit" r on r."id" = m."regionId"
    where m."regionId" = ${regionId}::uuid and m."kind" = 'municipality' and m."endedAt" is null order by m."shortName" collate "ru-x-icu", m."id"`);
}

const exportedOrganisationSchema = z.object({ oktmo: z.string().nullable(), municipality: z.string(), name: z.string(), shortName: z.string(), kind: z.string().nullable(), address: z.string().nullable(), phone: z.string().nullable() });
export type ExportedOrganisation = z.infer<typeof exportedOrganisationSchema>;

/** Of a region, or of one municipality. */
export async function findExportedOrganisations(db: Db, of: { readonly regionId: string } | { readonly municipalityId: string }): Promise<ExportedOrganisation[]> {
  const where = "regionId" in of ? sql`m."regionId" = ${of.regionId}::uuid` : sql`m."id" = ${of.municipalityId}::uuid`;
  return await queryRows(db, exportedOrganisationSchema, sql`
    select m."oktmo", m."name" as "municipality", o."name", o."shortName", o."organisationKind" as "kind", o."address", o."phone"
    from "Unit" m join "Unit" o on o."municipalityId" = m."id" and o."kind" = 'organisation' and o."endedAt" is null
    where ${where} and m."kind" = 'municipality' and m."endedAt" is null order by m."shortName" collate "ru-x-icu", m."id", o."name" collate "ru-x-icu", o."id"`);
}
