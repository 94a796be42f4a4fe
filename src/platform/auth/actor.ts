import type { IncomingMessage } from "node:http";
import { z } from "zod";
import { anonymous, type Actor } from "@/access/actor";
import { roles } from "@/access/roles";
import { clock } from "../clock";
import { db } from "../db/client";
import { queryRows, sql } from "../db/sql";
import { readCookies } from "../http/cookies";
import { claimsOf } from "./claims";
import type { SessionClaims } from "./session";

const rowSchema = z.object({
  appointmentId: z.string().nullable(),
  role: z.enum(roles).nullable(),
  unitId: z.string().nullable(),
  bodyId: z.string().nullable(),
  municipalityId: z.string().nullable(),
  marathonId: z.string().nullable(),
  isSubstitute: z.boolean(),
});

/**
 * In: what a session claims. Out: the person with the posts that are valid at `now`, or nobody when the account was
 * erased or merged or its sessions were ended. One query. A substitute's post lasts from–to by itself; the one stood in
 * for keeps his own.
 */
export async function loadActor({ personId, sessionVersion }: SessionClaims, now: Date): Promise<Actor> {
  const rows = await queryRows(db, rowSchema, sql`
    select a."id" as "appointmentId", a."role", a."unitId", a."bodyId", a."municipalityId", a."marathonId",
           a."substitutesId" is not null as "isSubstitute"
    from "Person" p
    left join (
      "Appointment" a
      left join "Unit" u on u."id" = a."unitId"
      left join "Body" b on b."id" = a."bodyId"
    ) on a."personId" = p."id"
      and a."startsAt" <= ${now} and (a."endsAt" is null or a."endsAt" > ${now})
      and (u."endedAt" is null or u."endedAt" > ${now})
      and (b."endedAt" is null or b."endedAt" > ${now})
    where p."id" = ${personId}::uuid and p."sessionVersion" = ${sessionVersion}
      and p."erasedAt" is null and p."mergedIntoId" is null
    order by a."startsAt", a."id"`, { prepareAs: "actor" });
  if (rows.length === 0) return anonymous;
  const posts = rows.flatMap(({ appointmentId, role, ...post }) => (appointmentId === null || role === null ? [] : [{ appointmentId, role, ...post }]));
  return { personId, posts };
}

/** Who sent the request. Without a session cookie nothing is asked of the database. */
export async function actorFromCookies(cookies: Readonly<Record<string, string>>, now: Date = clock.now()): Promise<Actor> {
  const claims = await claimsOf(cookies, now);
  return claims === null ? anonymous : await loadActor(claims, now);
}

/** For our own server. */
export async function actorFromRequest(request: Pick<IncomingMessage, "headers">, now?: Date): Promise<Actor> {
  return await actorFromCookies(readCookies(request.headers.cookie), now);
}
