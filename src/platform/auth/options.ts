import type { NextAuthOptions, Session } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { env } from "../env";
import { addressHeader } from "../http/client-address";
import { log } from "../log";
import { clock } from "../clock";
import { forgetAttempts, takeAttempt } from "./attempts";
import { authenticate } from "./authenticator";
import { claimsOf } from "./claims";
import { arrivalPage, keepArrival } from "./providers/arrivals";
import { arrivalFrom, openidProvider } from "./providers/openid";
import { isSecure, sessionCookieName, sessionSeconds, type OpenSession } from "./session";
import { closeSession, openSession } from "./sessions";

/** The code that the sign-in page gets in `error`; any other means «wrong login or password». */
export const tooManyAttempts = "session.locked";

/** Whose browser asks. */
export interface Browser {
  readonly cookies: Readonly<Record<string, string>>;
  readonly setCookie: (cookie: string) => void;
}

/** Options of next-auth. Built on each use: the environment is there by then. */
export function authOptions(browser: Browser): NextAuthOptions {
  return {
    secret: env.NEXTAUTH_SECRET,
    session: { strategy: "jwt", maxAge: sessionSeconds },
    useSecureCookies: isSecure(),
    cookies: { sessionToken: { name: sessionCookieName(), options: { httpOnly: true, sameSite: "lax", path: "/", secure: isSecure() } } },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    logger: {
      error: (code) => log.error({ code }, "next-auth"),
      warn: (code) => log.debug({ code }, "next-auth"),
      debug: () => undefined,
    },
    providers: [credentials(browser), ...env.OIDC_PROVIDERS.map(openidProvider)],
    events: {
      signOut: async ({ token }) => {
        if (typeof token?.sessionId === "string") await closeSession(token.sessionId, clock.now());
      },
    },
    callbacks: {
      // a provider's word opens no session: people/identity looks whose it is, and asks for the second factor
      signIn: async ({ account, profile }) => {
        if (account?.type !== "oauth") return true;
        browser.setCookie(await keepArrival(arrivalFrom(account.provider, profile), clock.now()));
        const wished = wishedPath(browser.cookies);
        return wished === null ? arrivalPage : `${arrivalPage}?next=${encodeURIComponent(wished)}`;
      },
      jwt: ({ token, user }) => (user ? claimsIn(user as unknown as OpenSession) : token),
      session: ({ session, token }) => ({ expires: session.expires, user: { id: token.personId } }) as Session,
      redirect: ({ url, baseUrl }) => (url.startsWith("/") && !url.startsWith("//") ? `${baseUrl}${url}` : URL.canParse(url) && new URL(url).origin === baseUrl ? url : baseUrl),
    },
  };
}

const credentials = (browser: Browser) => Credentials({
  id: "password",
  credentials: { login: {}, password: {}, code: {} },
  authorize: async (given, request) => {
    const login = String(given?.login ?? "").slice(0, 320);
    const password = String(given?.password ?? "").slice(0, 1_000);
    const code = String(given?.code ?? "").slice(0, 40);
    if (!login || !password) return null;
    const address = String(request.headers?.[addressHeader] ?? "unknown");
    const attempt = await takeAttempt(login, address);
    if (!attempt.ok) throw new Error(tooManyAttempts);
    const claims = await authenticate({ login, password, code });
    if (!claims) return null;
    await forgetAttempts(login, address);
    // whoever signs in anew in the same browser has left the session before: it is no place where they are signed in
    const before = await claimsOf(browser.cookies, clock.now());
    if (before) await closeSession(before.sessionId, clock.now());
    const open = await openSession(claims, { userAgent: String(request.headers?.["user-agent"] ?? ""), address }, clock.now());
    return { id: open.personId, ...open };
  },
});

/** Where they wanted to go when they left for the provider: a path of ours, from next-auth's own cookie. */
function wishedPath(cookies: Browser["cookies"]): string | null {
  const kept = cookies[`${isSecure() ? "__Secure-" : ""}next-auth.callback-url`];
  if (!kept || !URL.canParse(kept)) return null;
  const { origin, pathname, search } = new URL(kept);
  return origin === new URL(env.PUBLIC_URL).origin && pathname !== "/" ? `${pathname}${search}` : null;
}

function claimsIn({ personId, sessionVersion, sessionId }: OpenSession) {
  return { personId, sessionVersion, sessionId };
}
