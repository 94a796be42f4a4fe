import { randomBytes } from "node:crypto";
import { sha256 } from "@/shared/ids/hash";
import { db } from "../../db/client";
import { writeCookie } from "../../http/cookies";
import { isSecure } from "../session";

/** Somebody whom a provider has vouched for. */
export interface Arrival {
  /** which of the settings */
  readonly provider: string;
  readonly issuer: string;
  readonly subject: string;
  readonly name: string | null;
}

/** Where whoever comes back from a provider goes on. */
export const arrivalPage = "/sign-in/identity";

const arrivalCookie = "arrival";
/** Time to sign in once and link, or to find a phone with a code. */
const arrivalSeconds = 15 * 60;

/**
 * Nobody is signed in by a provider's word alone: what it said waits under a cookie of the browser that began, so that
 * an address sent by somebody else brings nothing with it. Out: the cookie.
 */
export async function keepArrival({ provider, issuer, subject, name }: Arrival, now: Date): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await db.identityArrival.create({
    data: { tokenHash: sha256(token), provider, issuer, subject, name: name === null ? null : name.slice(0, 200), createdAt: now, expiresAt: new Date(now.getTime() + arrivalSeconds * 1000) },
    select: { tokenHash: true },
  });
  return writeCookie(arrivalCookie, token, { maxAge: arrivalSeconds, httpOnly: true, secure: isSecure() });
}

/** In: the request's cookies. Out: the hash by which an arrival is found. */
export function arrivalHashOf(cookies: Readonly<Record<string, string | undefined>>): string | null {
  const token = cookies[arrivalCookie];
  return token !== undefined && /^[\w-]{43}$/.test(token) ? sha256(token) : null;
}
