import type { IncomingMessage } from "node:http";
import { env } from "../env";

/**
 * May this request change something? Browsers say where a request comes from: it must be from our own pages.
 * A caller that says neither (no browser) carries nobody's cookies.
 */
export function isSameOrigin({ headers }: Pick<IncomingMessage, "headers">): boolean {
  const site = headers["sec-fetch-site"];
  if (site !== undefined) return site === "same-origin";
  const { origin } = headers;
  if (origin === undefined) return true;
  if (!URL.canParse(origin)) return false;
  return [headers.host, new URL(env.PUBLIC_URL).host].includes(new URL(origin).host);
}
