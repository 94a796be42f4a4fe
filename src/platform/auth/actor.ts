import type { IncomingMessage } from "node:http";
import { z } from "zod";
import { anonymous, type Actor } from "@/access/actor";
import { roles } from "@/access/roles";
import { demandsSecondFactor } from "@/access/second-factor";
import { fullName } from "@/shared/text/person-name";
import { clock } from "../clock";
import { db } from "../db/client";
import { queryRows, sql } from "../db/sql";
import { readCookies } from "../http/cookies";
import { assistedCookie, assistedHashOf, assistedIdleSeconds } from "./assisted-cookie";
import { claimsOf } from "./claims";
import { keyMark } from "./second-factor-key";
import { idleSeconds, type OpenSession, type SessionClaims } from "./session";
import { noteVisit, seenStepMs } from "./sessions";

const rowSchema = z.object({
  appointmentId: z.string().nullable(),
  role: z.enum(roles).nullable(),
  unitId: z.string().nullable(),
  bodyId: z.string().nullable(),
  municipalityId: z.string().nullable(),
  marathonId: z.string().nullable(),
  isSubstitute: z.boolean(),
  seenAt: z.date().nullable(),
  isProtected: z.boolean(),
  assistedId: z.string().nullable(),
  assistedFamilyName: z.string().nullable(),
  assistedGivenName: z.string().nullable(),
  inheritedUnitIds: z.array(z.string()),
  inheritedMunicipalityIds: z.array(z.string()),
});
type Row = z.infer<typeof rowSchema>;

/**
 * In: who somebody is. Out: the person with the posts that are valid at `now`, or nobody when the account was
 * erased or merged or its sessions were ended. One query. A substitute's post lasts from–to by itself; the one stood in
 * for keeps his own.
 */
export async function loadActor(claims: SessionClaims, now: Date): Promise<Actor> {
  return actorOf(claims, await load(claims, null, null, now));
}

/**
 * The same, if the session itself still lasts: not ended by its person, nor by a week without a visit. Whose posts demand
 * a second factor holds none of them before it is set up, whatever asks: a page, a procedure, an export. In: the hash of
 * the desk's own session with somebody, if this browser holds one.
 */
export async function loadActorOfSession(open: OpenSession, now: Date, assistedHash: string | null = null): Promise<Actor> {
  const rows = await load(open, open.sessionId, assistedHash, now);
  const seenAt = rows[0]?.seenAt;
  if (seenAt && now.getTime() - seenAt.getTime() > seenStepMs) await noteVisit(open.sessionId, now);
  const actor = actorOf(open, rows);
  if (actor.personId === null) return actor;
  const isHeldBack = rows[0]?.isProtected !== true && demandsSecondFactor(actor.posts);
  return { ...actor, ...(isHeldBack ? { posts: [], lacksSecondFactor: true as const } : {}), sessionId: open.sessionId };
}

function actorOf({ personId }: SessionClaims, rows: readonly Row[]): Actor {
  if (rows.length === 0) return anonymous;
  const posts = rows.flatMap(({ appointmentId, role, unitId, bodyId, municipalityId, marathonId, isSubstitute, inheritedUnitIds, inheritedMunicipalityIds }) =>
    appointmentId === null || role === null ? [] : [{ appointmentId, role, unitId, bodyId, municipalityId, marathonId, isSubstitute, inheritedUnitIds, inheritedMunicipalityIds }]);
  return { personId, posts, ...assistingOf(rows[0]) };
}

function assistingOf(row: Row | undefined): Pick<Actor, "assisting"> {
  if (!row?.assistedId) return {};
  return { assisting: { personId: row.assistedId, name: fullName({ familyName: row.assistedFamilyName ?? "", givenName: row.assistedGivenName ?? "" }) } };
}

async function load({ personId, sessionVersion }: SessionClaims, sessionId: string | null, assistedHash: string | null, now: Date): Promise<Row[]> {
  return await queryRows(db, rowSchema, sql`
    select a."id" as "appointmentId", a."role", a."unitId", a."bodyId", a."municipalityId", a."marathonId",
           a."substitutesId" is not null as "isSubstitute", s."seenAt",
           beside."id" as "assistedId", beside."familyName" as "assistedFamilyName", beside."givenName" as "assistedGivenName",
           (exists (select from "SecondFactor" f where f."personId" = p."id" and f."confirmedAt" is not null and f."keyMark" = ${keyMark()})
             or coalesce((select i."secondFactorOptional" from "Installation" i where i."id" = 'self'), false)) as "isProtected",
           array(select s."predecessorId" from "UnitSuccession" s where s."successorId" = a."unitId" and s."isHeir") as "inheritedUnitIds",
           array(select s."predecessorId" from "UnitSuccession" s where s."successorId" = a."municipalityId" and s."isHeir") as "inheritedMunicipalityIds"
    from "Person" p
    left join "Session" s on s."id" = ${sessionId}::uuid and s."personId" = p."id"
      and s."endedAt" is null and s."seenAt" > ${new Date(now.getTime() - idleSeconds * 1000)}
    left join "AssistedSession" x on x."tokenHash" = ${assistedHash} and x."helperId" = p."id"
      and x."endedAt" is null and x."seenAt" > ${new Date(now.getTime() - assistedIdleSeconds * 1000)}
    left join "Person" beside on beside."id" = x."personId" and beside."erasedAt" is null and beside."mergedIntoId" is null
    left join (
      "Appointment" a
      left join "Unit" u on u."id" = a."unitId"
      left join "Body" b on b."id" = a."bodyId"
    ) on a."personId" = p."id"
      and a."startsAt" <= ${now} and (a."endsAt" is null or a."endsAt" > ${now})
      and (u."endedAt" is null or u."endedAt" > ${now})
      and (b."endedAt" is null or b."endedAt" > ${now})
    where p."id" = ${personId}::uuid and p."sessionVersion" = ${sessionVersion}
      and p."erasedAt" is null and p."mergedIntoId" is null and (${sessionId}::uuid is null or s."id" is not null)
    order by a."startsAt", a."id"`, { prepareAs: "actor" });
}

/** Who sent the request. Without a session cookie nothing is asked of the database. */
export async function actorFromCookies(cookies: Readonly<Record<string, string>>, now: Date = clock.now()): Promise<Actor> {
  const claims = await claimsOf(cookies, now);
  return claims === null ? anonymous : await loadActorOfSession(claims, now, assistedHashOf(cookies[assistedCookie]));
}

/** For our own server. */
export async function actorFromRequest(request: Pick<IncomingMessage, "headers">, now?: Date): Promise<Actor> {
  return await actorFromCookies(readCookies(request.headers.cookie), now);
}
