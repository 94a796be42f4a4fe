import { z } from "zod";
import type { EsiaSettings } from "./settings";
import type { Signer } from "./signer";

interface Esia {
  readonly settings: EsiaSettings;
  readonly signer: Signer;
  readonly redirectUri: string;
}

/** «2026.11.21 13:05:00 +0000», as the methodical recommendations have it. */
export function timestampOf(now: Date): string {
  return `${now.toISOString().slice(0, 19).replaceAll("-", ".").replace("T", " ")} +0000`;
}

/** What every request says, with a signature in the place of a secret: over client, scope, time, state, address and, for a token, the code. */
async function signed({ settings: { clientId, certificateHash, scope }, signer, redirectUri }: Esia, state: string, now: Date, code = "") {
  const timestamp = timestampOf(now);
  const secret = await signer.sign(`${clientId}${scope}${timestamp}${state}${redirectUri}${code}`);
  return { client_id: clientId, client_secret: secret, client_certificate_hash: certificateHash, redirect_uri: redirectUri, scope, state, timestamp };
}

/** Where the person is sent. */
export async function authorizeUrl(esia: Esia, state: string, now: Date): Promise<string> {
  const url = new URL("/aas/oauth2/v2/ac", esia.settings.url);
  url.search = new URLSearchParams({ ...(await signed(esia, state, now)), response_type: "code", access_type: "online" }).toString();
  return url.toString();
}

const tokensSchema = z.object({ id_token: z.string().max(20_000), access_token: z.string().max(20_000), state: z.string() });
const claimsSchema = z.object({ aud: z.union([z.string(), z.array(z.string())]), sub: z.union([z.string(), z.number()]).transform(String), exp: z.number(), nbf: z.number().optional() });
const personSchema = z.object({ firstName: z.string().optional(), lastName: z.string().optional(), trusted: z.boolean() });

/** Seconds by which two clocks may differ. */
const tolerance = 60;

export interface EsiaPerson {
  /** never changes, names the same person to every system */
  readonly oid: string;
  readonly name: string | null;
  /** confirmed in person; a simplified account is anybody's */
  readonly isTrusted: boolean;
}

/** In: the code that the person came back with. Out: who they are. Throws on anything that isn't ЕСИА's word about them, to us, now. */
export async function personByCode(esia: Esia, code: string, state: string, now: Date): Promise<EsiaPerson> {
  const body = new URLSearchParams({ ...(await signed(esia, state, now, code)), code, grant_type: "authorization_code", token_type: "Bearer" });
  const tokens = tokensSchema.parse(await read(new URL("/aas/oauth2/v3/te", esia.settings.url), { method: "POST", body }));
  if (tokens.state !== state) throw new Error("ESIA answered another request");
  if (!(await esia.signer.verify(tokens.id_token))) throw new Error("the token is not signed by ESIA");
  const { aud, sub, exp, nbf } = claimsSchema.parse(JSON.parse(Buffer.from(tokens.id_token.split(".")[1] ?? "", "base64url").toString("utf8")));
  const seconds = now.getTime() / 1000;
  if (![aud].flat().includes(esia.settings.clientId)) throw new Error("the token is for another system");
  if (exp < seconds - tolerance || (nbf !== undefined && nbf > seconds + tolerance)) throw new Error("the token is not of now");
  const { firstName, lastName, trusted } = personSchema.parse(await read(new URL(`/rs/prns/${encodeURIComponent(sub)}`, esia.settings.url), { headers: { authorization: `Bearer ${tokens.access_token}` } }));
  return { oid: sub, name: [lastName, firstName].filter(Boolean).join(" ") || null, isTrusted: trusted };
}

async function read(url: URL, request: RequestInit): Promise<unknown> {
  const answer = await fetch(url, { ...request, redirect: "error", signal: AbortSignal.timeout(10_000) });
  if (!answer.ok) throw new Error(`ESIA answered ${answer.status}`);
  return await answer.json();
}
