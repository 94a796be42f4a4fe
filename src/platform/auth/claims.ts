import { getToken } from "next-auth/jwt";
import { z } from "zod";
import { env } from "../env";
import { isSecure, sessionCookieName, type OpenSession } from "./session";

const claimsSchema = z.object({ personId: z.uuid(), sessionVersion: z.number().int(), sessionId: z.uuid(), exp: z.number() });
type Claims = z.infer<typeof claimsSchema>;

/** Sessions that were opened lately: deciphering one takes longer than asking the database who it is. Holds nothing that the cookie doesn't say. */
const opened = new Map<string, Claims>();
const openedLimit = 2_000;

/** In: the request's cookies. Out: what its session says, or null without one that is genuine and still lasts. Whether it was ended is for loadActorOfSession. */
export async function claimsOf(cookies: Readonly<Record<string, string>>, now: Date): Promise<OpenSession | null> {
  const name = sessionCookieName();
  const sent = cookies[name];
  if (!sent) return null;
  const claims = opened.get(sent) ?? (await open(name, sent));
  return claims !== null && claims.exp * 1000 > now.getTime() ? claims : null;
}

async function open(name: string, sent: string): Promise<Claims | null> {
  const req = { headers: {}, cookies: { [name]: sent } } as unknown as Parameters<typeof getToken>[0]["req"];
  const claims = claimsSchema.safeParse(await getToken({ req, secret: env.NEXTAUTH_SECRET, cookieName: name, secureCookie: isSecure() }));
  if (!claims.success) return null;
  opened.set(sent, claims.data);
  const [oldest] = opened.keys();
  if (opened.size > openedLimit && oldest !== undefined) opened.delete(oldest);
  return claims.data;
}
