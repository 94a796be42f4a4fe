import type { NextAuthOptions, Session } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { env } from "../env";
import { addressHeader } from "../http/client-address";
import { log } from "../log";
import { forgetAttempts, takeAttempt } from "./attempts";
import { authenticate } from "./authenticator";
import { isSecure, sessionCookieName, sessionRenewalSeconds, sessionSeconds, type SessionClaims } from "./session";

/** The code that the sign-in page gets in `error`; any other means «wrong login or password». */
export const tooManyAttempts = "session.locked";

/** Options of next-auth. Built on each use: the environment is there by then. */
export function authOptions(): NextAuthOptions {
  return {
    secret: env.NEXTAUTH_SECRET,
    session: { strategy: "jwt", maxAge: sessionSeconds, updateAge: sessionRenewalSeconds },
    useSecureCookies: isSecure(),
    cookies: { sessionToken: { name: sessionCookieName(), options: { httpOnly: true, sameSite: "lax", path: "/", secure: isSecure() } } },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    logger: {
      error: (code) => log.error({ code }, "next-auth"),
      warn: (code) => log.debug({ code }, "next-auth"),
      debug: () => undefined,
    },
    providers: [credentials],
    callbacks: {
      jwt: ({ token, user }) => (user ? { personId: user.id, sessionVersion: (user as unknown as SessionClaims).sessionVersion } : token),
      session: ({ session, token }) => ({ expires: session.expires, user: { id: token.personId } }) as Session,
      redirect: ({ url, baseUrl }) => (url.startsWith("/") && !url.startsWith("//") ? `${baseUrl}${url}` : URL.canParse(url) && new URL(url).origin === baseUrl ? url : baseUrl),
    },
  };
}

const credentials = Credentials({
  id: "password",
  credentials: { login: {}, password: {} },
  authorize: async (given, request) => {
    const login = String(given?.login ?? "").slice(0, 320);
    const password = String(given?.password ?? "").slice(0, 1_000);
    if (!login || !password) return null;
    const address = String(request.headers?.[addressHeader] ?? "unknown");
    const attempt = await takeAttempt(login, address);
    if (!attempt.ok) throw new Error(tooManyAttempts);
    const claims = await authenticate({ login, password });
    if (!claims) return null;
    await forgetAttempts(login, address);
    return { id: claims.personId, sessionVersion: claims.sessionVersion };
  },
});
