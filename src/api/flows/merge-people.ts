import * as z from "zod";
import { can } from "@/access/policy";
import type { Actor } from "@/access/actor";
import { roles } from "@/access/roles";
import { appointment as appointmentPolicy } from "@/access/rules/structure";
import { logLook, requireMergeable } from "@/features/people/duplicates/server/service";
import { addresseeOf } from "@/features/people/server/service";
import { sendMerged } from "@/features/people/server/letters";
import { transaction } from "@/platform/db/transaction";
import type { Db } from "@/platform/db/client";
import { queryRows, sql } from "@/platform/db/sql";
import { onceFor, ownerOf } from "@/platform/idempotency";
import type { Context } from "@/platform/trpc/context";
import { AppError } from "@/shared/errors/app-error";
import { idField } from "@/shared/ids/fields";
import { idempotencyKeyField } from "@/shared/ids/idempotency";
import { moveEverything } from "./merge-people-moves";
import { joinRegistrations } from "./merge-people-registrations";

export const mergeInput = z.object({
  survivorId: idField,
  mergedId: idField,
  /** the asker has spoken with the person: both records are theirs */
  askedPerson: z.literal(true, { error: "field.askedPerson" }),
  key: idempotencyKeyField,
});
export const mergeOutput = z.object({ ok: z.literal(true), survivorId: idField });

type Asker = Pick<Context, "actor" | "visitor" | "now">;

/**
 * Two records of one person become one, all or nothing: what the merged one had is the survivor's, who is counted once in
 * each marathon; the merged one's sign-in ends with the next request, its contacts open the survivor. Throws what
 * `authorise` does, person.mergeWithSelf, person.mergeOwn, person.mergeStaff, person.alreadyMerged.
 */
export async function mergePeople(asker: Asker, { survivorId, mergedId, key }: z.infer<typeof mergeInput>): Promise<z.infer<typeof mergeOutput>> {
  const { actor, now } = asker;
  return await transaction(async (db) => {
    const { actorId } = await requireMergeable(db, actor, { oneId: survivorId, otherId: mergedId });
    return await onceFor(db, { owner: ownerOf(asker), procedure: "merging.merge", key, input: { survivorId, mergedId } }, async () => {
      await lock(db, [survivorId, mergedId]);
      await requireOwnStaff(db, actor, [survivorId, mergedId], now);
      const letters = [await addresseeOf(db, survivorId), await addresseeOf(db, mergedId)];
      const info = { at: now, actorId };
      await moveEverything(db, { survivorId, mergedId, info });
      const { moved, dropped } = await joinRegistrations(db, { survivorId, mergedId, info });
      await db.personMerge.create({ data: { mergedId, survivorId, byId: actorId, at: now, moved: { registrations: moved, secondRegistrations: dropped } } });
      await logLook(db, actor, actorId, survivorId, "merged", now);
      // whoever it wasn't learns of it at the address that was theirs
      for (const to of letters) if (to) await sendMerged(db, to, `people.merged:${mergedId}:${to.email}`);
      return { ok: true as const, survivorId };
    });
  }, { timeout: 30_000 });
}

const lockRow = z.object({ id: z.string() });

/** Of two who merge the same record at once the second finds it gone; always in one order, so that nobody waits for each other. */
async function lock(db: Db, ids: readonly string[]): Promise<void> {
  const rows = await queryRows(db, lockRow, sql`select "id" from "Person" where "id" = any(${[...ids]}::uuid[]) and "mergedIntoId" is null and "erasedAt" is null order by "id" for update`);
  if (rows.length !== ids.length) throw new AppError("person.alreadyMerged");
}

const postRow = z.object({ personId: z.string(), role: z.enum(roles), unitId: z.string().nullable(), municipalityId: z.string().nullable() });

/** Posts and the addresses that open them come together by this: only whoever gives such posts may do it. */
async function requireOwnStaff(db: Db, actor: Actor, ids: readonly string[], now: Date): Promise<void> {
  const posts = await queryRows(db, postRow, sql`
    select "personId", "role"::text as "role", "unitId", "municipalityId" from "Appointment" where "personId" = any(${[...ids]}::uuid[]) and ("endsAt" is null or "endsAt" > ${now})`);
  if (posts.some((post) => !can(appointmentPolicy, actor, "appoint", { ...post, linkedBodyIds: [] }))) throw new AppError("person.mergeStaff");
}
