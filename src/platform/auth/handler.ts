import NextAuth from "next-auth";
import { writeCookie } from "../http/cookies";
import { authOptions } from "./options";
import { isSecure, sessionCookieName, sessionSeconds, signedInCookie } from "./session";

interface RouteContext {
  readonly params: Promise<{ nextauth: string[] }>;
}

/** next-auth's route handler; beside the session's cookie goes one that tells pages that somebody is signed in. */
export async function handleAuth(request: Request, context: RouteContext): Promise<Response> {
  const response = (await NextAuth(authOptions())(request, context)) as Response;
  const session = response.headers.getSetCookie().findLast((cookie) => cookie.startsWith(`${sessionCookieName()}=`));
  if (session === undefined) return response;
  const isGone = session.startsWith(`${sessionCookieName()}=;`);
  const headers = new Headers(response.headers);
  headers.append("set-cookie", writeCookie(signedInCookie, isGone ? "" : "1", { maxAge: isGone ? 0 : sessionSeconds, httpOnly: false, secure: isSecure() }));
  return new Response(response.body, { status: response.status, headers });
}
