import { setTimeout as wait } from "node:timers/promises";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { once } from "../once";

const quarter = 15 * 60;

/**
 * Guessing is stopped per pair of account and address, so that nobody can lock somebody else out; an address that tries
 * many accounts is stopped too; an account tried from many addresses answers slower, but answers.
 */
const limits = once("sign-in-attempts", () => ({
  pair: new RateLimiterMemory({ points: 6, duration: quarter, blockDuration: quarter }),
  address: new RateLimiterMemory({ points: 60, duration: quarter }),
  account: new RateLimiterMemory({ points: 20, duration: quarter }),
}));

export type Attempt = { readonly ok: true } | { readonly ok: false; readonly retryAfterSeconds: number };

/** Call before the password is looked at. In: the login as typed, the client's address. */
export async function takeAttempt(login: string, address: string): Promise<Attempt> {
  const account = login.trim().toLowerCase();
  const refused = (await consume(limits.address, address)) ?? (await consume(limits.pair, `${account} ${address}`));
  if (refused) return { ok: false, retryAfterSeconds: refused };
  if (await consume(limits.account, account)) await wait(1_000);
  return { ok: true };
}

/** The password was right: this attempt was no guess. A town hall behind one address signs in as often as it likes. */
export async function forgetAttempts(login: string, address: string): Promise<void> {
  const account = login.trim().toLowerCase();
  await Promise.all([limits.pair.delete(`${account} ${address}`), limits.address.reward(address), limits.account.reward(account)]);
}

/** Out: seconds to wait, or null. */
async function consume(limiter: RateLimiterMemory, key: string): Promise<number | null> {
  try {
    await limiter.consume(key);
    return null;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return Math.ceil(refusal.msBeforeNext / 1000);
    throw refusal;
  }
}
