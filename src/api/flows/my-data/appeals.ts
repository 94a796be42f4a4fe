import * as z from "zod";
import type { Db } from "@/platform/db/client";
import { queryRows, sql } from "@/platform/db/sql";
import { fullName } from "@/shared/text/person-name";
import { endsOfKeeping } from "./rules";

/** Of those that nothing is awaited of any more: when that came about. */
const endedAt = sql`(case when i."status" in ('submitted', 'returned', 'moderated', 'inConsideration', 'clarification') then null
  else coalesce((select max(e."at") from "InitiativeEvent" e where e."initiativeId" = i."id" and e."toStatus" = i."status"), i."decidedAt", i."updatedAt") end)`;

/** Appeals that the law still keeps (59-ФЗ), whatever becomes of the account. */
const keptByLaw = (now: Date) => sql`(i."isAppeal" and coalesce(${endedAt} >= ${endsOfKeeping(now)}, true))`;

const keptRow = z.object({ id: z.string(), personId: z.string(), familyName: z.string(), givenName: z.string(), patronymic: z.string().nullable(), contact: z.string().nullable() });

/**
 * Takes the person's appeals apart from the account before anything is erased: the name and one contact for the answer go beside them,
 * and nothing that erases by the author finds them. Out: how many.
 */
export async function keepAppeals(db: Db, ids: readonly string[], now: Date): Promise<number> {
  const kept = await queryRows(db, keptRow, sql`
    select i."id", p."id" as "personId", p."familyName", p."givenName", p."patronymic",
      (select c."value" from "Contact" c where c."personId" = any(${ids}::uuid[]) order by c."verifiedAt" is null, c."kind" = 'phone', c."createdAt" limit 1) as "contact"
    from "Initiative" i join "Person" p on p."id" = i."authorId" where i."authorId" = any(${ids}::uuid[]) and p."erasedAt" is null and ${keptByLaw(now)} for update of i`);
  await db.keptAppeal.createMany({ data: kept.map(({ id, personId, contact, ...name }) => ({ initiativeId: id, personId, name: fullName(name), contact, keptAt: now })) });
  await db.initiative.updateMany({ where: { id: { in: kept.map(({ id }) => id) } }, data: { authorId: null, authorErasedAt: now, namePublished: false, version: { increment: 1 } } });
  return kept.length;
}

/** How many of these people's initiatives would be kept, and how many of them are public. */
export async function countKept(db: Db, ids: readonly string[], publicStatuses: readonly string[], now: Date): Promise<{ all: number; inPublic: number }> {
  const rows = await queryRows(db, z.object({ isPublic: z.boolean() }), sql`
    select i."status"::text = any(${[...publicStatuses]}::text[]) as "isPublic" from "Initiative" i where i."authorId" = any(${ids}::uuid[]) and ${keptByLaw(now)}`);
  return { all: rows.length, inPublic: rows.filter(({ isPublic }) => isPublic).length };
}

/** Appeals whose keeping is over are an erased person's initiatives like any other. Out: those people. */
export async function releaseAppeals(db: Db, now: Date): Promise<string[]> {
  const over = await queryRows(db, z.object({ personId: z.string() }), sql`
    with over as (delete from "KeptAppeal" k using "Initiative" i where i."id" = k."initiativeId" and not ${keptByLaw(now)} returning k."initiativeId", k."personId")
    update "Initiative" i set "authorId" = over."personId" from over where i."id" = over."initiativeId" returning over."personId"`);
  return [...new Set(over.map(({ personId }) => personId))];
}
