import { env } from "../env";

/** Seven days without a visit end a session. */
export const idleSeconds = 7 * 24 * 60 * 60;
/** However often its person comes, after a month they sign in anew: the cookie lasts no longer. */
export const sessionSeconds = 30 * 24 * 60 * 60;

/** Read by cached public pages in the browser: «Рабочий стол» instead of «Войти». Gives no right. */
export const signedInCookie = "signed-in";

export function isSecure(): boolean {
  return new URL(env.PUBLIC_URL).protocol === "https:";
}

export function sessionCookieName(): string {
  return isSecure() ? "__Secure-next-auth.session-token" : "next-auth.session-token";
}

/** Who has proved who they are, and the version that must still be the person's (raised, it ends all sessions). */
export interface SessionClaims {
  readonly personId: string;
  readonly sessionVersion: number;
}

/** What a session's cookie says: the same, and which of the person's sessions it is. */
export interface OpenSession extends SessionClaims {
  readonly sessionId: string;
}
