import * as z from "zod";
import type { Visible } from "@/access/policy";
import { roles } from "@/access/roles";
import type { Db } from "@/platform/db/client";
import { compileSql } from "@/platform/db/compile-sql";
import type { Columns } from "@/platform/db/columns";
import { column, queryRow, queryRows, sql } from "@/platform/db/sql";
import { toLocale } from "@/platform/i18n/locale";
import { shortName } from "@/shared/text/person-name";
import type { Account, Look, Me } from "../schema";

const meRow = z.object({ id: z.string(), familyName: z.string(), givenName: z.string(), patronymic: z.string().nullable(), locale: z.string(), unread: column.int });
const postRow = z.object({ appointmentId: z.string(), role: z.enum(roles), isSubstitute: z.boolean(), placeName: z.string(), municipalityName: z.string().nullable() });

/** In: ids of the appointments that are valid now. */
export async function findMe(db: Db, personId: string, appointmentIds: readonly string[]): Promise<Me | null> {
  const me = await queryRow(db, meRow, sql`
    select "id", "familyName", "givenName", "patronymic", "locale",
      (select count(*) from "Notification" n where n."personId" = p."id" and n."readAt" is null) as "unread"
    from "Person" p where "id" = ${personId}::uuid`);
  if (!me) return null;
  const posts = appointmentIds.length === 0 ? [] : await queryRows(db, postRow, sql`
    select a."id" as "appointmentId", a."role"::text as "role", a."substitutesId" is not null as "isSubstitute",
      coalesce(b."name", u."shortName") as "placeName", m."shortName" as "municipalityName"
    from "Appointment" a left join "Unit" u on u."id" = a."unitId" left join "Body" b on b."id" = a."bodyId"
    left join "Unit" m on m."id" = a."municipalityId"
    where a."id" = any(${[...appointmentIds]}::uuid[]) order by a."startsAt", a."id"`);
  return { ...me, locale: toLocale(me.locale), posts };
}

export async function findAccount(db: Db, id: string): Promise<Omit<Account, "publishNameDocumentId"> | null> {
  const row = await db.person.findFirst({
    where: { id, erasedAt: null },
    select: {
      id: true, familyName: true, givenName: true, patronymic: true, birthDate: true, locale: true, assurance: true, createdAt: true, registeredAtUnitId: true,
      contacts: { select: { id: true, kind: true, value: true, verifiedAt: true }, orderBy: { createdAt: "asc" } },
      registrations: {
        select: { hiddenFromOrganisation: true, joinedAt: true, marathon: { select: { name: true } }, municipality: { select: { shortName: true } }, organisation: { select: { shortName: true } } },
        orderBy: { joinedAt: "desc" },
      },
      consents: { select: { id: true, channel: true, givenAt: true, withdrawnAt: true, paperCase: true, scanId: true, document: { select: { purpose: true, title: true, version: true } } }, orderBy: { givenAt: "asc" } },
    },
  });
  if (!row) return null;
  const { birthDate, registeredAtUnitId, contacts, registrations, consents, locale, ...own } = row;
  const registeredAt = registeredAtUnitId === null ? null : await db.unit.findUnique({ where: { id: registeredAtUnitId }, select: { shortName: true } });
  return {
    ...own,
    locale: toLocale(locale),
    birthYear: birthDate?.getUTCFullYear() ?? null,
    registeredAtName: registeredAt?.shortName ?? null,
    contacts: contacts.map(({ verifiedAt, ...contact }) => ({ ...contact, isVerified: verifiedAt !== null })),
    registrations: registrations.map(({ marathon, municipality, organisation, ...rest }) => ({ ...rest, marathonName: marathon.name, municipalityName: municipality.shortName, organisationName: organisation?.shortName ?? null })),
    consents: consents.map(({ document, scanId, ...consent }) => ({ ...consent, ...document, onScan: scanId !== null })),
    publishesName: consents.some(({ document, withdrawnAt }) => document.purpose === "publishName" && withdrawnAt === null),
  };
}

/** Out: how many there were. */
export async function withdrawConsents(db: Db, personId: string, purpose: "publishName", now: Date): Promise<number> {
  const { count } = await db.consent.updateMany({ where: { personId, withdrawnAt: null, document: { purpose } }, data: { withdrawnAt: now } });
  return count;
}

/** The consent is for all initiatives of the person, past ones too: a withdrawn name must not stay anywhere (152-ФЗ ст. 9). */
export async function showNameOnInitiatives(db: Db, personId: string, shown: boolean): Promise<void> {
  await db.initiative.updateMany({ where: { authorId: personId, namePublished: !shown }, data: { namePublished: shown } });
}

/** Where the person joined with an organisation. Out: how many changed. */
export async function setHiddenRegistrations(db: Db, personId: string, isHidden: boolean): Promise<number> {
  const { count } = await db.registration.updateMany({ where: { personId, organisationId: { not: null }, hiddenFromOrganisation: !isHidden }, data: { hiddenFromOrganisation: isHidden } });
  return count;
}

/** Past ones go with the person. They come back one by one if at all: what was once hidden isn't shown by a switch. */
export async function hideInitiatives(db: Db, personId: string): Promise<void> {
  await db.initiative.updateMany({ where: { authorId: personId, hiddenFromOrganisation: false }, data: { hiddenFromOrganisation: true } });
}

export async function setLocale(db: Db, personId: string, locale: string): Promise<void> {
  await db.person.update({ where: { id: personId }, data: { locale }, select: { id: true } });
}

export const lookColumns = { personId: { prisma: "personId", sql: `l."personId"`, cast: "uuid" } } as const satisfies Columns;
const lookRow = z.object({ id: z.string(), at: column.instant, role: z.string(), what: z.string(), familyName: z.string().nullable(), givenName: z.string().nullable(), patronymic: z.string().nullable() });

/** Who looked at the data, newest first. */
export async function listLooks(db: Db, may: Visible<"accessLog">, limit: number): Promise<Look[]> {
  const rows = await queryRows(db, lookRow, sql`
    select l."id", l."at", l."role", l."what", b."familyName", b."givenName", b."patronymic"
    from "AccessLogEntry" l left join "Person" b on b."id" = l."byId" and b."erasedAt" is null
    where ${compileSql(may.filter, lookColumns)} order by l."at" desc, l."id" desc limit ${limit}::int`);
  return rows.map(({ id, at, role, what, familyName, givenName, patronymic }) => ({ id, at, role, what, byName: familyName === null || givenName === null ? null : shortName({ familyName, givenName, patronymic }) }));
}
