import * as z from "zod";
import { column, executeSql, queryRows, sql } from "@/platform/db/sql";
import type { DataTable } from "../table";

const word = z.string().transform((name) => ({ word: name }));
const maybe = z.string().nullable();

const personRow = z.object({ familyName: z.string(), givenName: z.string(), patronymic: maybe, birthYear: column.int.nullable(), locale: word, assurance: word, hasPassword: z.boolean(), registeredAt: maybe, createdAt: column.instant });

const person: DataTable = {
  table: "Person",
  columns: {
    familyName: "cleared", givenName: "cleared", patronymic: "cleared", passwordHash: "cleared", locale: "cleared",
    registeredById: "cleared", registeredAtUnitId: "cleared", mergedIntoId: "nameless",
  },
  because: "the row stays without a name, so that acts and figures keep their sums; a password is known to nobody and is told as «there is one»",
  tell: async (db, { ids }) => await queryRows(db, personRow, sql`
    select p."familyName", p."givenName", p."patronymic", extract(year from p."birthDate")::int as "birthYear", p."locale", p."assurance"::text as "assurance",
      p."passwordHash" is not null as "hasPassword", u."name" as "registeredAt", p."createdAt"
    from "Person" p left join "Unit" u on u."id" = p."registeredAtUnitId" where p."id" = any(${ids}::uuid[]) order by p."createdAt"`),
  erase: async (db, { ids, now, words }) => await executeSql(db, sql`
    update "Person" set "familyName" = ${words.person}, "givenName" = '', "patronymic" = null, "birthDate" = null, "locale" = 'ru', "assurance" = 'selfDeclared',
      "passwordHash" = null, "registeredById" = null, "registeredAtUnitId" = null, "sessionVersion" = "sessionVersion" + 1, "erasedAt" = ${now}
    where "id" = any(${ids}::uuid[]) and "erasedAt" is null`),
};

const contactRow = z.object({ kind: word, value: z.string(), verifiedAt: column.instant.nullable(), createdAt: column.instant });

const contact: DataTable = {
  table: "Contact",
  columns: { personId: "deleted", value: "deleted" },
  tell: async (db, { ids }) => await queryRows(db, contactRow, sql`
    select "kind"::text as "kind", "value", "verifiedAt", "createdAt" from "Contact" where "personId" = any(${ids}::uuid[]) order by "createdAt"`),
  erase: async (db, { ids }) => await executeSql(db, sql`delete from "Contact" where "personId" = any(${ids}::uuid[])`),
};

const tokenRow = z.object({ purpose: word, newAddress: maybe, createdAt: column.instant, expiresAt: column.instant, usedAt: column.instant.nullable() });

const oneTimeToken: DataTable = {
  table: "OneTimeToken",
  columns: { personId: "deleted", hash: "deleted", newAddress: "deleted", createdById: "nameless" },
  because: "told without the code itself: nobody knows it but its holder",
  tell: async (db, { ids }) => await queryRows(db, tokenRow, sql`
    select "purpose"::text as "purpose", "newAddress", "createdAt", "expiresAt", "usedAt" from "OneTimeToken" where "personId" = any(${ids}::uuid[]) order by "createdAt"`),
  erase: async (db, { ids }) => await executeSql(db, sql`delete from "OneTimeToken" where "personId" = any(${ids}::uuid[])`),
};

const consentRow = z.object({ title: z.string(), version: column.int, operator: z.string(), channel: word, givenAt: column.instant, withdrawnAt: column.instant.nullable(), paperCase: maybe, fileKind: word.nullable() });

const consent: DataTable = {
  table: "Consent",
  columns: { personId: "nameless", recordedById: "nameless", paperCase: "cleared" },
  because:
    "the operator proves that a consent was given (federal law 152, art. 9 part 3): version, day and channel stay under an id without a name; where the paper lies is cleared, as it is free text that often names somebody; the scan of a stack goes with the last of those who signed in it",
  tell: async (db, { ids }) => await queryRows(db, consentRow, sql`
    select d."title", d."version", d."operator", c."channel"::text as "channel", c."givenAt", c."withdrawnAt", c."paperCase", case when c."scanId" is not null then 'stackScan' end as "fileKind"
    from "Consent" c join "ConsentDocument" d on d."id" = c."documentId" where c."personId" = any(${ids}::uuid[]) order by c."givenAt"`),
  erase: async (db, { ids, now }) => await executeSql(db, sql`
    update "Consent" set "withdrawnAt" = coalesce("withdrawnAt", ${now}), "paperCase" = null
    where "personId" = any(${ids}::uuid[]) and ("withdrawnAt" is null or "paperCase" is not null)`),
};

const registrationRow = z.object({ marathon: z.string(), municipality: z.string(), organisation: maybe, hiddenFromOrganisation: z.boolean(), joinedAt: column.instant, countedAt: column.instant.nullable() });

const registration: DataTable = {
  table: "Registration",
  columns: { personId: "deleted" },
  tell: async (db, { ids }) => await queryRows(db, registrationRow, sql`
    select m."name" as "marathon", u."name" as "municipality", o."name" as "organisation", r."hiddenFromOrganisation", r."joinedAt", r."countedAt"
    from "Registration" r join "Marathon" m on m."id" = r."marathonId" join "Unit" u on u."id" = r."municipalityId" left join "Unit" o on o."id" = r."organisationId"
    where r."personId" = any(${ids}::uuid[]) order by r."joinedAt"`),
  erase: async (db, { ids }) => await executeSql(db, sql`delete from "Registration" where "personId" = any(${ids}::uuid[])`),
};

const lookRow = z.object({ at: column.instant, by: maybe, role: word, what: z.string() });

const accessLogEntry: DataTable = {
  table: "AccessLogEntry",
  columns: { personId: "deleted", byId: "nameless", role: "nobody", what: "deleted" },
  because: "what the person looked at as staff is told to those whom they looked at: a role without a name stays for them",
  tell: async (db, { ids }) => await queryRows(db, lookRow, sql`
    select l."at", concat_ws(' ', b."familyName", b."givenName", b."patronymic") as "by", l."role", l."what"
    from "AccessLogEntry" l left join "Person" b on b."id" = l."byId" where l."personId" = any(${ids}::uuid[]) order by l."at"`),
  erase: async (db, { ids }) => await executeSql(db, sql`delete from "AccessLogEntry" where "personId" = any(${ids}::uuid[])`),
};

const representativeRow = z.object({ representativeName: z.string(), paperCase: z.string(), givenAt: column.instant });

const representativeConsent: DataTable = {
  table: "RepresentativeConsent",
  columns: { personId: "nameless", representativeName: "cleared", paperCase: "cleared", recordedById: "nameless" },
  because: "that a representative agreed is proved like the person's own consent: by its day, under an id without a name",
  tell: async (db, { ids }) => await queryRows(db, representativeRow, sql`
    select "representativeName", "paperCase", "givenAt" from "RepresentativeConsent" where "personId" = any(${ids}::uuid[]) order by "givenAt"`),
  erase: async (db, { ids, words }) => await executeSql(db, sql`
    update "RepresentativeConsent" set "representativeName" = ${words.person}, "paperCase" = '' where "personId" = any(${ids}::uuid[]) and "representativeName" <> ${words.person}`),
};

const assistedRow = z.object({ at: column.instant, endedAt: column.instant });

const assistedSession: DataTable = {
  table: "AssistedSession",
  columns: { personId: "deleted", helperId: "nameless", tokenHash: "deleted" },
  because: "when somebody at a desk worked with the person; who it was stands in the journal of looks",
  tell: async (db, { ids }) => await queryRows(db, assistedRow, sql`
    select "startedAt" as "at", coalesce("endedAt", "seenAt") as "endedAt" from "AssistedSession" where "personId" = any(${ids}::uuid[]) order by "startedAt"`),
  erase: async (db, { ids }) => await executeSql(db, sql`delete from "AssistedSession" where "personId" = any(${ids}::uuid[])`),
};

const tripRow = z.object({ organisation: z.string(), startsAt: column.instant, endsAt: column.instant });

const trip: DataTable = {
  table: "Trip",
  columns: { personId: "deleted" },
  tell: async (db, { ids }) => await queryRows(db, tripRow, sql`
    select u."name" as "organisation", t."preparedAt" as "startsAt", t."expiresAt" as "endsAt" from "Trip" t join "Unit" u on u."id" = t."unitId" where t."personId" = any(${ids}::uuid[]) order by t."preparedAt"`),
  erase: async (db, { ids }) => await executeSql(db, sql`delete from "Trip" where "personId" = any(${ids}::uuid[])`),
};

const tripSlip: DataTable = {
  table: "TripSlip",
  columns: { hash: "deleted", personId: "deleted" },
  because: "of a code that was issued beforehand: told as the code that it became",
  erase: async (db, { ids }) => await executeSql(db, sql`delete from "TripSlip" where "personId" = any(${ids}::uuid[])`),
};

export const peopleTables: readonly DataTable[] = [
  tripSlip, trip, contact, oneTimeToken, consent, representativeConsent, registration, accessLogEntry, assistedSession, person,
  { table: "ConsentDocument", columns: { title: "nobody", text: "nobody", operator: "nobody", operatorAddress: "nobody", operatorInn: "nobody", operatorOgrn: "nobody", operatorContact: "nobody", publishedById: "nameless" }, because: "a text for everybody" },
  { table: "ConsentDraft", columns: { title: "nobody", text: "nobody", operator: "nobody", operatorAddress: "nobody", operatorInn: "nobody", operatorOgrn: "nobody", operatorContact: "nobody", updatedById: "nameless" }, because: "a text for everybody, before it is published" },
  { table: "KeptApart", columns: { lowId: "nameless", highId: "nameless", byId: "nameless" }, because: "that two records are two people: ids alone" },
  { table: "PersonMerge", columns: { mergedId: "nameless", survivorId: "nameless", byId: "nameless", moved: "nobody" }, because: "that two records became one: ids and counts alone" },
  { table: "DataTrace", columns: { number: "nobody", keyHash: "nobody", counts: "nobody" }, because: "proof of an erasure without a person (see prisma/schema/person.prisma)" },
];
