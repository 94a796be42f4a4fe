import * as z from "zod";
import type { Db } from "@/platform/db/client";
import type { InitiativeStatus, TermUnit } from "@/platform/db/client/client";
import { column, executeSql, queryRow, rawSql, sql } from "@/platform/db/sql";
import { newId } from "@/shared/ids/id";

/** Locks both rows, always in the same order: two people who merge the same pair crosswise wait for each other. */
export async function lockBoth(db: Db, ids: readonly [string, string]): Promise<void> {
  await executeSql(db, sql`select 1 from "Initiative" where "id" = any(${[...ids]}::uuid[]) order by "id" for update`);
}

/**
 * Supporters of the one now support the other, each once; its authors, now authors of the other, are none of them. Those who had been merged
 * into it before go along, and so do those who follow it.
 */
export async function handOverReaders(db: Db, fromId: string, intoId: string): Promise<void> {
  await executeSql(db, sql`update "Initiative" set "mergedIntoId" = ${intoId}::uuid where "mergedIntoId" = ${fromId}::uuid`);
  await executeSql(db, sql`
    insert into "InitiativeSupport" ("initiativeId", "personId", "at")
    select ${intoId}::uuid, s."personId", s."at" from "InitiativeSupport" s where s."initiativeId" = ${fromId}::uuid on conflict do nothing`);
  await executeSql(db, sql`
    insert into "InitiativeFollow" ("initiativeId", "personId", "at")
    select ${intoId}::uuid, f."personId", f."at" from "InitiativeFollow" f where f."initiativeId" = ${fromId}::uuid on conflict do nothing`);
  for (const table of [rawSql('"InitiativeSupport"'), rawSql('"InitiativeFollow"')]) {
    await executeSql(db, sql`
      delete from ${table} r using "Initiative" i
      where r."initiativeId" = ${intoId}::uuid and (r."personId" = i."authorId" or r."personId" = any(i."coAuthorIds")) and (i."id" in (${intoId}::uuid, ${fromId}::uuid) or i."mergedIntoId" = ${intoId}::uuid)`);
  }
  await executeSql(db, sql`
    update "Initiative" set "supportCount" = (select count(*) from "InitiativeSupport" s where s."initiativeId" = ${intoId}::uuid) where "id" = ${intoId}::uuid`);
}

interface Part {
  readonly title: string;
  readonly essence: string;
  readonly expectedResult: string;
  readonly directionId: string;
  readonly consideringId: string;
  readonly status: InitiativeStatus;
  readonly dueAt: Date | null;
  readonly termUnit: TermUnit;
  readonly eventId: string;
  readonly byId: string;
  readonly byRole: string | null;
  readonly reason: string;
}

const madeRow = z.object({ id: z.string(), number: column.int });

/** A part as an initiative of its own: of the same people, place, question, sheet and organisation; its first entry says where it came from. */
export async function splitOff(db: Db, fromId: string, part: Part, now: Date): Promise<z.infer<typeof madeRow>> {
  const made = await queryRow(db, madeRow, sql`
    insert into "Initiative" ("id", "marathonId", "municipalityId", "consideringId", "originatingId", "directionId", "authorId", "helperId", "hiddenFromOrganisation", "namePublished",
      "coAuthorIds", "fromOrganisation", "keyQuestionId", "takenAt", "scanId", "initiatorKind", "collective", "title", "essence", "expectedResult", "placeText", "longitude", "latitude", "status", "posterLinkId", "submittedAt", "dueAt", "termUnit", "isAppeal", "appealDueAt", "splitFromId", "updatedAt")
    select ${newId(now)}::uuid, i."marathonId", i."municipalityId", ${part.consideringId}::uuid, i."originatingId", ${part.directionId}::uuid, i."authorId", i."helperId", i."hiddenFromOrganisation", i."namePublished",
      i."coAuthorIds", i."fromOrganisation", i."keyQuestionId", i."takenAt", i."scanId", i."initiatorKind", i."collective", ${part.title}, ${part.essence}, ${part.expectedResult}, i."placeText", i."longitude", i."latitude", ${part.status}::"InitiativeStatus", i."posterLinkId", ${now}, ${part.dueAt}::timestamptz, ${part.termUnit}::"TermUnit", i."isAppeal", i."appealDueAt", i."id", ${now}
    from "Initiative" i where i."id" = ${fromId}::uuid returning "id", "number"`);
  if (!made) throw new Error("the initiative to be split is gone");
  // who has agreed has agreed to the part, too; the codes are spent, and each is one of a kind
  await executeSql(db, sql`
    insert into "CoAuthor" ("id", "initiativeId", "codeHash", "invitedById", "invitedAt", "expiresAt", "personId", "state", "answeredAt")
    select gen_random_uuid(), ${made.id}::uuid, 'split ' || gen_random_uuid(), c."invitedById", c."invitedAt", c."expiresAt", c."personId", c."state", c."answeredAt"
    from "CoAuthor" c where c."initiativeId" = ${fromId}::uuid and c."state" = 'agreed'`);
  await db.initiativeEvent.create({
    data: { id: part.eventId, initiativeId: made.id, kind: "splitOff", visibility: "public", byId: part.byId, byRole: part.byRole, toStatus: part.status, text: part.reason || null, data: { fromId }, at: now },
    select: { id: true },
  });
  return made;
}
