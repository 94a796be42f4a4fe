import { locales, localeCookie } from "@/platform/i18n/locale";

const yearSeconds = 365 * 24 * 60 * 60;

/** The language switch in the footer: a plain link that works without scripts. Returns to the page it was on. */
export function GET(request: Request): Response {
  const asked = new URL(request.url).searchParams.get("to");
  const locale = locales.find((known) => known === asked) ?? "ru";
  return new Response(null, {
    status: 303,
    headers: { location: backTo(request), "set-cookie": `${localeCookie}=${locale}; Path=/; Max-Age=${yearSeconds}; SameSite=Lax` },
  });
}

/** Only a path of our own: a referrer from elsewhere leads to the front page. */
function backTo(request: Request): string {
  const referrer = request.headers.get("referer");
  if (!referrer || !URL.canParse(referrer)) return "/";
  const { host, pathname, search } = new URL(referrer);
  return host === request.headers.get("host") && !pathname.startsWith("//") ? `${pathname}${search}` : "/";
}
