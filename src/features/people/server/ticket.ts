import { createHmac, timingSafeEqual } from "node:crypto";
import * as z from "zod";
import type { SessionClaims } from "@/platform/auth/session";
import { env } from "@/platform/env";
import type { Ticket } from "../schema";

/** Long enough for the request that follows at once. */
const lifeMs = 60_000;
const prefix = "ticket:";

const bodySchema = z.object({ personId: z.uuid(), sessionVersion: z.number().int(), isProven: z.boolean(), until: z.number() });

export interface TicketClaims extends SessionClaims {
  /** the second factor was shown already: no code is asked for again */
  readonly isProven: boolean;
}

/**
 * Whoever has just proved who they are – by a letter's link, by a slip – is signed in without typing a password: the
 * server signs what the next request, to next-auth, presents as credentials. Kept nowhere.
 */
export function makeTicket({ personId, sessionVersion }: SessionClaims, now: Date, { isProven = false, lastsMs = lifeMs } = {}): Ticket {
  const body = Buffer.from(JSON.stringify({ personId, sessionVersion, isProven, until: now.getTime() + lastsMs })).toString("base64url");
  return { login: `${prefix}${personId}`, password: `${body}.${signatureOf(body)}` };
}

export function isTicket({ login }: Pick<Ticket, "login">): boolean {
  return login.startsWith(prefix);
}

/** Out: whose it is; null when it is forged, of another person or too old. */
export function readTicket({ login, password }: Ticket, now: Date): TicketClaims | null {
  const [body = "", signature = ""] = password.split(".");
  const [expected, given] = [Buffer.from(signatureOf(body)), Buffer.from(signature)];
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) return null;
  const { until, ...claims } = bodySchema.parse(JSON.parse(Buffer.from(body, "base64url").toString("utf8")));
  return login === `${prefix}${claims.personId}` && until > now.getTime() ? claims : null;
}

function signatureOf(body: string): string {
  return createHmac("sha256", env.NEXTAUTH_SECRET).update(`ticket ${body}`).digest("base64url");
}
