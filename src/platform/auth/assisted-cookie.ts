import { randomBytes } from "node:crypto";
import { sha256 } from "@/shared/ids/hash";
import { writeCookie } from "../http/cookies";
import { isSecure } from "./session";

/** Nobody has touched the keyboard for this long: the browser drops the cookies by itself, asleep or not. */
export const assistedIdleSeconds = 10 * 60;

export const assistedCookie = "assisted-session";
/** Read by scripts: a desk works with somebody now. No name, no right. */
export const assistedMark = "assisted";

/** A desk's own session with somebody. The database keeps the hash alone. */
export interface AssistedCookie {
  readonly tokenHash: string | null;
  /** A new token. Out: its hash. Throws where no cookie can be set. */
  readonly begin: () => string;
  /** The idle time begins anew. */
  readonly renew: () => void;
  readonly forget: () => void;
}

/** In: the cookie. Out: the hash by which the session is found. */
export function assistedHashOf(token: string | undefined): string | null {
  return token !== undefined && /^[\w-]{43}$/.test(token) ? sha256(token) : null;
}

/** In: the cookie, and what sets one (null where nothing can). */
export function assistedOf(token: string | undefined, setCookie: ((cookie: string) => void) | null): AssistedCookie {
  let current = assistedHashOf(token) === null ? null : (token ?? null);
  const write = (value: string, maxAge: number) => {
    if (!setCookie) throw new Error("the cookie of an assisted session can't be set here");
    for (const cookie of assistedCookies(value, maxAge)) setCookie(cookie);
  };
  return {
    get tokenHash() {
      return assistedHashOf(current ?? undefined);
    },
    begin: () => {
      write((current = randomBytes(32).toString("base64url")), assistedIdleSeconds);
      return sha256(current);
    },
    renew: () => {
      if (current !== null) write(current, assistedIdleSeconds);
    },
    forget: () => {
      write("", 0);
      current = null;
    },
  };
}

/** The two that come and go together; with an empty value they are taken away. */
export function assistedCookies(value: string, maxAge: number): readonly string[] {
  return [
    writeCookie(assistedCookie, value, { maxAge, httpOnly: true, secure: isSecure() }),
    writeCookie(assistedMark, value === "" ? "" : "1", { maxAge, httpOnly: false, secure: isSecure() }),
  ];
}
