import { once } from "../once";
import type { SessionClaims } from "./session";

export interface Credentials {
  /** e-mail or phone, as typed */
  readonly login: string;
  readonly password: string;
  /** of the second factor; none before it was asked for */
  readonly code?: string;
}

/** Out: whose these are, or null. Takes as long for an unknown login as for a wrong password. */
export type Authenticator = (credentials: Credentials) => Promise<SessionClaims | null>;

const slot = once("authenticator", () => ({ current: null as Authenticator | null }));

/** Called once at the start by `api/subscriptions.ts` with what `features/people` offers. */
export function registerAuthenticator(authenticator: Authenticator): void {
  slot.current = authenticator;
}

export async function authenticate(credentials: Credentials): Promise<SessionClaims | null> {
  if (!slot.current) throw new Error("no authenticator is registered");
  return await slot.current(credentials);
}
