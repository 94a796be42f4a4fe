import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import Provider from "oidc-provider";

export const providerClient = { id: "dialogue", secret: "a-secret-that-only-this-test-knows" } as const;

export interface IdentityProvider {
  readonly issuer: string;
  readonly stop: () => Promise<void>;
}

/** A real OpenID Connect provider on loopback: whoever names themselves is believed. In: where it sends people back to. */
export async function startIdentityProvider(redirectUri: string): Promise<IdentityProvider> {
  const server: Server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: providerClient.id, client_secret: providerClient.secret, redirect_uris: [redirectUri], response_types: ["code"], grant_types: ["authorization_code"] }],
    cookies: { keys: ["only-for-tests"] },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: true } },
    conformIdTokenClaims: false,
    claims: { openid: ["sub"], profile: ["name"], email: ["email", "email_verified"] },
    findAccount: (_context: unknown, id: string) => ({ accountId: id, claims: () => ({ sub: id, name: `Пользователь ${id}`, email: `${id}@example.org`, email_verified: true }) }),
  });
  const answer = provider.callback();
  server.on("request", (request, response) => void answer(request, response));
  return { issuer, stop: async () => await new Promise<void>((resolve) => { server.closeAllConnections(); server.close(() => resolve()); }) };
}
