import type { Provider } from "next-auth/providers/index";
import { z } from "zod";
import type { ProviderSettings } from "./settings";

const claimsSchema = z.object({ iss: z.string().min(1), sub: z.string().min(1).max(255), name: z.string().optional(), preferred_username: z.string().optional() });

/** OpenID Connect by the provider's own discovery; code, state, nonce and PKCE are next-auth's and openid-client's work. */
export function openidProvider({ id, name, issuer, clientId, clientSecret, scope }: ProviderSettings): Provider {
  return {
    id, name, type: "oauth", clientId, clientSecret,
    wellKnown: `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`,
    authorization: { params: { scope } },
    idToken: true,
    checks: ["pkce", "state", "nonce"],
    profile: (claims: unknown) => ({ id: claimsSchema.parse(claims).sub }),
  };
}

/** In: the checked claims of an ID token. The address that a provider knows is not asked for: it links nothing. */
export function arrivalFrom(provider: string, claims: unknown) {
  const { iss, sub, name, preferred_username: login } = claimsSchema.parse(claims);
  return { provider, issuer: iss, subject: sub, name: name ?? login ?? null };
}
