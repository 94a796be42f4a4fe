import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Actor } from "@/access/actor";
import { sha256 } from "@/shared/ids/hash";
import type { Locale } from "@/shared/text/locale";
import { actorFromRequest } from "../auth/actor";
import { arrivalHashOf } from "../auth/providers/arrivals";
import { assistedCookie, assistedOf, type AssistedCookie } from "../auth/assisted-cookie";
import { isSecure } from "../auth/session";
import { clock } from "../clock";
import { db, type Db } from "../db/client";
import { addressOf, hashAddress } from "../http/client-address";
import { readCookies, writeCookie } from "../http/cookies";
import { localeCookie, toLocale } from "../i18n/locale";

/** What every procedure receives. */
export interface Context {
  readonly actor: Actor;
  readonly locale: Locale;
  readonly db: Db;
  /** one time for the whole request */
  readonly now: Date;
  readonly visitor: Visitor;
  /** what an identity provider has said of whoever holds this browser (auth/providers/arrivals.ts) */
  readonly arrivalHash?: string | null;
  readonly assisted: AssistedCookie;
  /** the client's address, one way: for limits and marks against abuse */
  readonly addressHash: string;
}

/** Somebody without an account who holds what they have begun by a cookie. The database keeps the hash alone. */
export interface Visitor {
  readonly tokenHash: string | null;
  /** Out: the hash of the visitor's token; gives them one if they have none. Throws where no cookie can be set. */
  readonly ensureTokenHash: () => string;
  /** Takes the cookie away: what they had begun has an owner now. */
  readonly forget: () => void;
}

const visitorCookie = "visitor";
const visitorSeconds = 60 * 24 * 60 * 60;

export async function contextFromRequest(request: IncomingMessage, response: ServerResponse): Promise<Context> {
  const now = clock.now();
  const cookies = readCookies(request.headers.cookie);
  const visitor = visitorOf(cookies[visitorCookie], (cookie) => void response.appendHeader("set-cookie", cookie));
  return {
    actor: { ...(await actorFromRequest(request, now)), visitorHash: visitor.tokenHash },
    locale: toLocale(cookies[localeCookie]),
    db,
    now,
    visitor,
    arrivalHash: arrivalHashOf(cookies),
    assisted: assistedOf(cookies[assistedCookie], (cookie) => void response.appendHeader("set-cookie", cookie)),
    addressHash: hashAddress(addressOf(request)),
  };
}

/** In: the cookie, and what sets one (null where nothing can, as in a server component). */
export function visitorOf(token: string | undefined, setCookie: ((cookie: string) => void) | null): Visitor {
  let current = token !== undefined && /^[\w-]{43}$/.test(token) ? token : null;
  const write = (value: string, maxAge: number) => {
    if (!setCookie) throw new Error("a visitor's cookie can't be set here");
    setCookie(writeCookie(visitorCookie, value, { maxAge, httpOnly: true, secure: isSecure() }));
  };
  return {
    get tokenHash() {
      return current === null ? null : sha256(current);
    },
    ensureTokenHash: () => {
      if (current === null) write((current = randomBytes(32).toString("base64url")), visitorSeconds);
      return sha256(current);
    },
    forget: () => {
      if (current !== null) write("", 0);
      current = null;
    },
  };
}
