import { env } from "../env";

/** Seven days without a visit end a session; each visit to the site renews it once a day. */
export const sessionSeconds = 7 * 24 * 60 * 60;
export const sessionRenewalSeconds = 24 * 60 * 60;

/** Read by cached public pages in the browser: «Рабочий стол» instead of «Войти». Gives no right. */
export const signedInCookie = "signed-in";

export function isSecure(): boolean {
  return new URL(env.PUBLIC_URL).protocol === "https:";
}

export function sessionCookieName(): string {
  return isSecure() ? "__Secure-next-auth.session-token" : "next-auth.session-token";
}

/** What a session says: who, and the version that must still be the person's (raised, it ends all sessions). */
export interface SessionClaims {
  readonly personId: string;
  readonly sessionVersion: number;
}
