/** In: a Cookie header. Out: values by name; the first of a name counts. Broken escapes stay as they are. */
export function readCookies(header: string | undefined): Record<string, string> {
  const cookies: Record<string, string> = {};
  for (const part of header?.split(";") ?? []) {
    const equals = part.indexOf("=");
    if (equals < 1) continue;
    const name = part.slice(0, equals).trim();
    if (!Object.hasOwn(cookies, name)) cookies[name] = decode(part.slice(equals + 1).trim());
  }
  return cookies;
}

export interface CookieOptions {
  /** seconds; 0 takes it away */
  readonly maxAge: number;
  readonly httpOnly: boolean;
  readonly secure: boolean;
}

/** Out: one Set-Cookie header, for the whole site, SameSite=Lax. */
export function writeCookie(name: string, value: string, { maxAge, httpOnly, secure }: CookieOptions): string {
  return `${name}=${encodeURIComponent(value)}; Path=/; Max-Age=${maxAge}; SameSite=Lax${httpOnly ? "; HttpOnly" : ""}${secure ? "; Secure" : ""}`;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replace(/^"(.*)"$/, "$1"));
  } catch {
    return text;
  }
}
