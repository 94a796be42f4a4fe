import NextAuth, { type NextAuthOptions } from "next-auth";
import { readCookies, writeCookie } from "../http/cookies";
import { assistedCookies } from "./assisted-cookie";
import { authOptions, type Browser } from "./options";
import { isSecure, sessionCookieName, sessionSeconds, signedInCookie } from "./session";

interface RouteContext {
  readonly params: Promise<{ nextauth: string[] }>;
}

/**
 * next-auth's answers to a plain request; beside the session's cookie goes one that tells pages that somebody is signed
 * in.
 */
export async function handleAuth(request: Request, { params }: RouteContext): Promise<Response> {
  const cookies = readCookies(request.headers.get("cookie") ?? undefined);
  const own: string[] = [];
  const headers = new Headers();
  const response = await ask(request, (await params).nextauth, cookies, authOptions({ cookies, setCookie: (cookie) => void own.push(cookie) }));
  for (const [name, value] of response.headers) if (name !== "set-cookie") headers.append(name, value);
  const set = response.headers.getSetCookie();
  const session = set.findLast((cookie) => cookie.startsWith(`${sessionCookieName()}=`));
  const isGone = session?.startsWith(`${sessionCookieName()}=;`) ?? false;
  const mark = session === undefined ? [] : [writeCookie(signedInCookie, isGone ? "" : "1", { maxAge: isGone ? 0 : sessionSeconds, httpOnly: false, secure: isSecure() })];
  // with the helper goes the session with whom they helped
  const assisted = isGone ? assistedCookies("", 0) : [];
  for (const cookie of [...set, ...own, ...mark, ...assisted]) headers.append("set-cookie", cookie);
  return new Response(response.body, { status: response.status, headers });
}

/** next-auth's handler for route files asks Next who sent the request; the one for plain requests asks nobody. */
async function ask(request: Request, nextauth: readonly string[], cookies: Browser["cookies"], options: NextAuthOptions): Promise<Response> {
  const url = new URL(request.url);
  const headers = new Headers();
  const said: { status: number; body: string | null } = { status: 200, body: null };
  const setHeader = (name: string, value: string | readonly string[]) => {
    headers.delete(name);
    for (const one of [value].flat()) headers.append(name, one);
  };
  const end = (body: string | null) => {
    said.body = body;
  };
  const response = {
    status: (code: number) => {
      said.status = code;
      return response;
    },
    getHeader: (name: string) => (name.toLowerCase() === "set-cookie" ? headers.getSetCookie() : (headers.get(name) ?? undefined)),
    setHeader,
    end: () => end(null),
    json: (body: unknown) => {
      setHeader("content-type", "application/json");
      end(JSON.stringify(body));
    },
    send: (body: unknown) => end(body === undefined || body === null ? null : typeof body === "string" ? body : JSON.stringify(body)),
  };
  const query = { ...Object.fromEntries(url.searchParams), nextauth };
  const asked = { method: request.method, headers: Object.fromEntries(request.headers), cookies, query, body: await bodyOf(request) };
  await (NextAuth as unknown as (asked: unknown, response: unknown, options: NextAuthOptions) => Promise<unknown>)(asked, response, options);
  return new Response(said.body, { status: said.status, headers });
}

async function bodyOf(request: Request): Promise<unknown> {
  if (request.method !== "POST") return undefined;
  const type = request.headers.get("content-type") ?? "";
  if (type.includes("application/json")) return await request.json();
  return type.includes("application/x-www-form-urlencoded") ? Object.fromEntries(new URLSearchParams(await request.text())) : undefined;
}
