import { setTimeout as wait } from "node:timers/promises";
import { defineLimit } from "../limits";

const quarter = 15 * 60;

/**
 * Guessing is stopped per pair of account and address, so that nobody can lock somebody else out; an address that tries
 * many accounts is stopped too; an account tried from many addresses answers slower, but answers.
 */
const limits = {
  pair: defineLimit("sign-in-pair", { points: 6, seconds: quarter, blockSeconds: quarter }),
  address: defineLimit("sign-in-address", { points: 60, seconds: quarter }),
  account: defineLimit("sign-in-account", { points: 20, seconds: quarter }),
};

export type Attempt = { readonly ok: true } | { readonly ok: false; readonly retryAfterSeconds: number };

/** Call before the password is looked at. In: the login as typed, the client's address. */
export async function takeAttempt(login: string, address: string): Promise<Attempt> {
  const account = login.trim().toLowerCase();
  const refused = (await limits.address.take(address)) ?? (await limits.pair.take(`${account} ${address}`));
  if (refused) return { ok: false, retryAfterSeconds: refused };
  if (await limits.account.take(account)) await wait(1_000);
  return { ok: true };
}

/** The password was right: this attempt was no guess. A town hall behind one address signs in as often as it likes. */
export async function forgetAttempts(login: string, address: string): Promise<void> {
  const account = login.trim().toLowerCase();
  await Promise.all([limits.pair.forget(`${account} ${address}`), limits.address.giveBack(address), limits.account.giveBack(account)]);
}
