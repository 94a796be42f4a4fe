import { randomUUID, timingSafeEqual } from "node:crypto";
import { clock } from "../../clock";
import { env } from "../../env";
import { readCookies, writeCookie } from "../../http/cookies";
import { log } from "../../log";
import { arrivalPage, keepArrival } from "../providers/arrivals";
import { isSecure } from "../session";
import { authorizeUrl, personByCode } from "./client";
import { commandSigner } from "./signer";

/** Which request this browser has begun: nobody else's answer is taken in it. */
const stateCookie = "esia";
const stateSeconds = 10 * 60;

function esia() {
  return env.ESIA && { settings: env.ESIA, signer: commandSigner(env.ESIA.signer), redirectUri: new URL("/api/esia/return", env.PUBLIC_URL).toString() };
}

/** «Войти через Госуслуги». 404 where ЕСИА isn't connected. */
export async function startEsia(request: Request): Promise<Response> {
  const connected = esia();
  if (!connected) return new Response(null, { status: 404 });
  const state = randomUUID();
  const next = new URL(request.url).searchParams.get("next") ?? "";
  try {
    return redirect(await authorizeUrl(connected, state, clock.now()), writeCookie(stateCookie, `${state} ${next.slice(0, 500)}`, { maxAge: stateSeconds, httpOnly: true, secure: isSecure() }));
  } catch (err) {
    log.error({ err }, "ESIA: the request was not signed");
    return redirect(failed());
  }
}

/** Back from ЕСИА: what it said waits for the person's next step, as with every provider. */
export async function returnFromEsia(request: Request): Promise<Response> {
  const connected = esia();
  if (!connected) return new Response(null, { status: 404 });
  const { searchParams } = new URL(request.url);
  const [kept = "", next = ""] = (readCookies(request.headers.get("cookie") ?? undefined)[stateCookie] ?? "").split(" ");
  const [code, state] = [searchParams.get("code"), searchParams.get("state") ?? ""];
  const forget = writeCookie(stateCookie, "", { maxAge: 0, httpOnly: true, secure: isSecure() });
  if (!code || kept === "" || !isSame(kept, state)) return redirect(failed(), forget);
  try {
    const { oid, name, isTrusted } = await personByCode(connected, code, state, clock.now());
    if (!isTrusted) return redirect(failed("simplified"), forget);
    const arrival = await keepArrival({ provider: "esia", issuer: connected.settings.url, subject: oid, name }, clock.now());
    return redirect(`${arrivalPage}${next ? `?next=${encodeURIComponent(next)}` : ""}`, forget, arrival);
  } catch (err) {
    log.warn({ err }, "ESIA: nobody came back");
    return redirect(failed(), forget);
  }
}

function failed(why = "esia"): string {
  return `/sign-in?error=${why}`;
}

function isSame(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
}

function redirect(location: string, ...cookies: readonly string[]): Response {
  const headers = new Headers({ location, "cache-control": "no-store" });
  for (const cookie of cookies) headers.append("set-cookie", cookie);
  return new Response(null, { status: 302, headers });
}
