import * as z from "zod";
import { roles } from "@/access/roles";
import type { Db } from "@/platform/db/client";
import { column, queryRows, sql } from "@/platform/db/sql";

const bodySchema = z.object({ id: z.string(), kind: z.enum(["coordinationGroup", "workingGroup", "hotline"]), name: z.string() });
export type KnownBody = z.infer<typeof bodySchema>;

/** Bodies of the marathons that are not over. */
export async function findBodies(db: Db, municipalityId: string, now: Date): Promise<KnownBody[]> {
  return await queryRows(db, bodySchema, sql`
    select b."id", b."kind"::text, b."name" from "Body" b join "Marathon" x on x."id" = b."marathonId"
    where b."municipalityId" = ${municipalityId}::uuid and b."endedAt" is null and x."closingEndsOn" >= (${now}::timestamptz)::date - 1
    order by x."startsOn" desc, b."createdAt", b."id"`);
}

const postSchema = z.object({ id: z.string(), role: z.enum(roles), seatId: z.string(), actNumber: z.string().nullable(), startsAt: column.instant, endsAt: column.instant.nullable() });
export type KnownPost = z.infer<typeof postSchema>;

/** All that the person holds, held or will hold. */
export async function findPosts(db: Db, personId: string): Promise<KnownPost[]> {
  return await queryRows(db, postSchema, sql`
    select "id", "role"::text, coalesce("unitId", "bodyId") as "seatId", "actNumber", "startsAt", "endsAt" from "Appointment" where "personId" = ${personId}::uuid and "substitutesId" is null`);
}
