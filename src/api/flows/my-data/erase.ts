import * as z from "zod";
import { publicInitiativeStatuses } from "@/access/rules/initiative";
import { initiativeMoved } from "@/features/initiatives/events";
import { personErased } from "@/features/people/events";
import { giveBack, spend } from "@/features/people/server/limits";
import { fitsPassword } from "@/features/people/server/passwords";
import { erasedWords } from "@/features/people/server/words";
import type { Db } from "@/platform/db/client";
import { column, executeSql, queryRows, sql } from "@/platform/db/sql";
import { transaction } from "@/platform/db/transaction";
import { announce } from "@/platform/events/outbox";
import { AppError } from "@/shared/errors/app-error";
import { sha256 } from "@/shared/ids/hash";
import { newId } from "@/shared/ids/id";
import { keepAppeals } from "./appeals";
import { goOnWithoutAuthor } from "./pending";
import { dataTables } from "./registry";
import type { EraseInput } from "./schema";
import { subjectOf } from "./subject";
import type { Subject } from "./table";
import { findLetterIds } from "./tables/messages";
import { obstacleOf, requireSelf, type Asker } from "./take-out";
import { findTrace, leaveTrace, type Trace } from "./trace";

/**
 * Erases the asker for good, by their password: all tables in one transaction, figures corrected today, letters' files and kept
 * pages after the commit. The words of public initiatives stay with nobody's name. Asked again by the same key, also once the
 * session is gone, it tells the same number. Throws password.wrongCurrent, erasure.holdsPost, erasure.noPassword, request.tooMany.
 */
export async function erase(asker: Asker, { password, key }: EraseInput): Promise<Trace> {
  const { db: root, actor, now } = asker;
  const keyHash = sha256(`erase:${key}`);
  const before = await findTrace(root, keyHash);
  if (before) return before;
  const personId = requireSelf(actor, "erase");
  await checkPassword(root, personId, password);
  return await transaction(async (db) => {
    const subject = await subjectOf(db, personId);
    const standing = await queryRows(db, z.object({ erasedAt: column.instant.nullable() }), sql`select "erasedAt" from "Person" where "id" = any(${subject.ids}::uuid[]) order by "id" for update`);
    if (standing.some(({ erasedAt }) => erasedAt !== null)) return (await findTrace(db, keyHash)) ?? raise(AppError.notSignedIn());
    const obstacle = await obstacleOf(db, subject.ids, now);
    if (obstacle) throw new AppError(`erasure.${obstacle}`);
    return await leaveTrace(db, "erased", await eraseEverywhere(db, subject, now), keyHash, now);
  }, { timeout: 60_000 });
}

/** All that stands about the person now, wherever it stands. Out: how many rows of each kind. Doing it again finds nothing. */
export async function eraseEverywhere(db: Db, subject: Subject, now: Date): Promise<Record<string, number>> {
  const [letterIds, initiativeNumbers, registrations] = [await findLetterIds(db, subject), await findShown(db, subject.ids), await findRegistrations(db, subject.ids)];
  await goOnWithoutAuthor(db, subject.ids, now);
  await keepAppeals(db, subject.ids, now);
  await withdrawUnread(db, subject.ids, now);
  const counts: Record<string, number> = {};
  for (const { table, erase: eraseFrom } of dataTables) if (eraseFrom) counts[table] = await eraseFrom(db, { ...subject, now, words: erasedWords });
  if (registrations.length + initiativeNumbers.length + letterIds.length > 0) await announce(db, personErased, { registrations, initiativeNumbers, letterIds }, { at: now, actorId: null });
  return counts;
}

function raise(error: AppError): never {
  throw error;
}

async function checkPassword(db: Db, personId: string, password: string): Promise<void> {
  await spend("erasure", personId);
  const person = await db.person.findUnique({ where: { id: personId }, select: { passwordHash: true } });
  if (person?.passwordHash == null) throw new AppError("erasure.noPassword");
  if (!(await fitsPassword(password, person.passwordHash))) throw new AppError("password.wrongCurrent", undefined, { fields: { password: "password.wrongCurrent" } });
  await giveBack("erasure", personId);
}

/** Pages to be drawn anew: of the person's initiatives and of those that they had supported. */
async function findShown(db: Db, ids: readonly string[]): Promise<number[]> {
  const rows = await queryRows(db, z.object({ number: column.int }), sql`
    select i."number" from "Initiative" i where i."status"::text = any(${[...publicInitiativeStatuses]}::text[])
      and (i."authorId" = any(${ids}::uuid[]) or i."id" in (select s."initiativeId" from "InitiativeSupport" s where s."personId" = any(${ids}::uuid[])))`);
  return rows.map(({ number }) => number);
}

const registrationRow = z.object({ registrationId: z.string(), marathonId: z.string(), municipalityId: z.string(), organisationId: z.string().nullable(), attribution: z.enum(["resident", "coordinator"]), confirmed: z.boolean() });

/** As they stand in the figures: by whose doing, confirmed or not yet. */
async function findRegistrations(db: Db, ids: readonly string[]) {
  return await queryRows(db, registrationRow, sql`
    select r."id" as "registrationId", r."marathonId", r."municipalityId", r."organisationId", case when p."registeredById" is null then 'resident' else 'coordinator' end as "attribution",
      r."countedAt" is not null as "confirmed"
    from "Registration" r join "Person" p on p."id" = r."personId" where r."personId" = any(${ids}::uuid[])`);
}

const scopesRow = z.object({ initiativeId: z.string(), number: column.int, marathonId: z.string(), municipalityId: z.string(), directionId: z.string(), originatingId: z.string().nullable(), consideringId: z.string().nullable(), handedToId: z.string().nullable(), helperId: z.string().nullable(), from: z.enum(["submitted", "returned"]) });

/** What no group has taken up yet was never public: it is withdrawn, and leaves net. */
async function withdrawUnread(db: Db, ids: readonly string[], now: Date): Promise<void> {
  const withdrawn = await queryRows(db, scopesRow, sql`
    update "Initiative" i set "status" = 'withdrawn', "dueAt" = null, "pausedLeft" = null, "authorDueAt" = null
    from (select "id", "status" from "Initiative" where "authorId" = any(${ids}::uuid[]) and "status" in ('submitted', 'returned') for update) was where i."id" = was."id"
    returning i."id" as "initiativeId", i."number", i."marathonId", i."municipalityId", i."directionId", i."originatingId", i."consideringId", i."handedToId", i."helperId", was."status"::text as "from"`);
  for (const { from, ...scopes } of withdrawn) {
    const eventId = newId(now);
    await executeSql(db, sql`insert into "InitiativeEvent" ("id", "initiativeId", "kind", "visibility", "byRole", "toStatus", "at") values (${eventId}::uuid, ${scopes.initiativeId}::uuid, 'withdrawn', 'author', 'person', 'withdrawn', ${now})`);
    await announce(db, initiativeMoved, { ...scopes, authorId: null, eventId, action: "withdraw", from, to: "withdrawn" }, { at: now, actorId: null });
  }
}
