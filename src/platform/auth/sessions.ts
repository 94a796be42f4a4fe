import Bowser from "bowser";
import { newId } from "@/shared/ids/id";
import { db } from "../db/client";
import { executeSql, sql } from "../db/sql";
import type { OpenSession, SessionClaims } from "./session";

export interface Device {
  readonly userAgent: string;
  /** as client-address.ts gives it */
  readonly address: string;
}

/** How old «была» may be: more exactly costs a write on each request. */
export const seenStepMs = 15 * 60_000;

/** Somebody has signed in: a line in the list of where they are. Out: what the cookie says. */
export async function openSession(claims: SessionClaims, { userAgent, address }: Device, now: Date): Promise<OpenSession> {
  const sessionId = newId(now);
  const { browser, system } = namesOf(userAgent);
  await db.session.create({ data: { id: sessionId, personId: claims.personId, version: claims.sessionVersion, browser, system, network: beginningOf(address), startedAt: now, seenAt: now }, select: { id: true } });
  return { ...claims, sessionId };
}

/** «Выйти» on this device. */
export async function closeSession(sessionId: string, now: Date): Promise<void> {
  await executeSql(db, sql`update "Session" set "endedAt" = ${now} where "id" = ${sessionId}::uuid and "endedAt" is null`);
}

/** The person was here. Of requests at the same time one writes it. */
export async function noteVisit(sessionId: string, now: Date): Promise<void> {
  await executeSql(db, sql`update "Session" set "seenAt" = ${now} where "id" = ${sessionId}::uuid and "seenAt" < ${new Date(now.getTime() - seenStepMs)}`);
}

/** What a browser says of itself, cut before a pattern looks at it. */
export function namesOf(userAgent: string): { browser: string | null; system: string | null } {
  if (!userAgent) return { browser: null, system: null };
  const said = Bowser.getParser(userAgent.slice(0, 400));
  return { browser: said.getBrowserName() || null, system: said.getOSName() || null };
}

/** Half of an IPv4 address, the provider's part of an IPv6 one: enough to tell home from elsewhere. */
export function beginningOf(address: string): string | null {
  if (/^\d+\.\d+\.\d+\.\d+$/.test(address)) return address.split(".").slice(0, 2).join(".");
  return address.includes(":") ? address.split(":").slice(0, 2).join(":") : null;
}
