import * as z from "zod";
import type { Visible } from "@/access/policy";
import type { Columns } from "@/platform/db/columns";
import { compileSql } from "@/platform/db/compile-sql";
import type { Db } from "@/platform/db/client";
import { column, queryRow, queryRows, sql } from "@/platform/db/sql";
import { fullName } from "@/shared/text/person-name";
import { personColumns } from "../../desk/server/facts";
import { isStaff } from "../../server/repo";
import type { Waiting } from "../schema";

/** Facts of access/rules/phone-registration.ts. Aliases: p, and r for where they joined last. */
export const columns = {
  assurance: { prisma: "assurance", sql: `p."assurance"`, cast: `"Assurance"` },
  municipalityId: { prisma: [], sql: `r."municipalityId"`, cast: "uuid" },
} as const satisfies Columns;

const waitingRow = z.object({
  id: z.string(), familyName: z.string(), givenName: z.string(), patronymic: z.string().nullable(), registeredAt: column.instant,
  municipalityId: z.string(), municipalityName: z.string(), assurance: z.string(),
});

/** Whoever holds a phone, where they joined last; who was invited by a code and has not joined, where they are appointed. */
const holders = sql`
  select p."id", p."familyName", p."givenName", p."patronymic", p."createdAt" as "registeredAt", p."assurance"::text as "assurance", r."municipalityId", u."shortName" as "municipalityName"
  from "Person" p
  join lateral (
    select j."municipalityId" from (
      select "municipalityId", "joinedAt" as "at", 0 as "rank" from "Registration" where "personId" = p."id"
      union all select "municipalityId", "startsAt", 1 from "Appointment" where "personId" = p."id" and "municipalityId" is not null and p."passwordHash" is not null
    ) j order by j."rank", j."at" desc limit 1
  ) r on true
  join "Unit" u on u."id" = r."municipalityId"
  where p."erasedAt" is null and p."mergedIntoId" is null`;

/** Those of the number whom the asker may see, last come first. */
export async function findWaiting(db: Db, phone: string, may: Visible<"phoneRegistration">): Promise<Waiting[]> {
  const rows = await queryRows(db, waitingRow, sql`
    ${holders} and ${compileSql(may.filter, columns)} and exists (select 1 from "Contact" c where c."personId" = p."id" and c."kind" = 'phone' and c."value" = ${phone})
    order by p."createdAt" desc, p."id" limit 20`);
  return rows.map(({ id, familyName, givenName, patronymic, registeredAt, municipalityName }) => ({ id, name: fullName({ familyName, givenName, patronymic }), registeredAt, municipalityName }));
}

/** Confirmed people of the number, with no address to which a new password could be sent; none who holds a post. */
export async function findConfirmed(db: Db, phone: string, may: Visible<"person">, now: Date): Promise<Waiting[]> {
  const rows = await queryRows(db, waitingRow, sql`
    ${holders} and ${compileSql(may.filter, personColumns)} and p."assurance" <> 'selfDeclared' and exists (select 1 from "Contact" c where c."personId" = p."id" and c."kind" = 'phone' and c."value" = ${phone})
      and not exists (select 1 from "Contact" c where c."personId" = p."id" and c."kind" = 'email' and c."verifiedAt" is not null)
      and not exists (select 1 from "Appointment" a where a."personId" = p."id" and (a."endsAt" is null or a."endsAt" > ${now}))
    order by p."createdAt" desc, p."id" limit 20`);
  return rows.map(({ id, familyName, givenName, patronymic, registeredAt, municipalityName }) => ({ id, name: fullName({ familyName, givenName, patronymic }), registeredAt, municipalityName }));
}

/** What the policy speaks of; null for those without a phone. */
export async function findHolder(db: Db, personId: string) {
  const row = await queryRow(db, waitingRow, sql`
    ${holders} and p."id" = ${personId}::uuid and exists (select 1 from "Contact" c where c."personId" = p."id" and c."kind" = 'phone')`);
  return row && { assurance: row.assurance, municipalityId: row.municipalityId };
}

/** Out: was there still something to confirm? Of several at the same time one hears yes. */
export async function confirm(db: Db, personId: string, assurance: "phoneConfirmed" | "confirmedInPerson", by: { registrarId: string; unitId: string | null } | null, now: Date): Promise<boolean> {
  const { count } = await db.person.updateMany({ where: { id: personId, assurance: "selfDeclared", erasedAt: null, mergedIntoId: null }, data: { assurance } });
  // who has seen them is whom they come back to: for a slip, for writing together; nobody becomes the registrar of staff
  if (count === 1 && by && !(await isStaff(db, personId, now))) await db.person.updateMany({ where: { id: personId, registeredById: null }, data: { registeredById: by.registrarId, registeredAtUnitId: by.unitId } });
  return count === 1;
}

export async function verifyPhone(db: Db, personId: string, phone: string, now: Date): Promise<void> {
  await db.contact.updateMany({ where: { personId, kind: "phone", value: phone, verifiedAt: null }, data: { verifiedAt: now } });
}

/** The code that stands, if it is this one. */
export async function findCode(db: Db, personId: string, hash: string, now: Date) {
  return await db.oneTimeToken.findFirst({ where: { personId, purpose: "confirmPhone", hash, usedAt: null, expiresAt: { gt: now } }, select: { id: true } });
}

/** As many as are looked at: whoever registers somebody's number again and again needs many addresses for it. */
const mostWaiting = 30;

/** Who registered by the number and waits, the latest first, with what tells them apart. */
export async function listWaiting(db: Db, phone: string) {
  return await db.person.findMany({
    where: { assurance: "selfDeclared", passwordHash: { not: null }, erasedAt: null, mergedIntoId: null, contacts: { some: { kind: "phone", value: phone } } },
    select: { id: true, locale: true, sessionVersion: true, passwordHash: true },
    orderBy: { createdAt: "desc" },
    take: mostWaiting,
  });
}
