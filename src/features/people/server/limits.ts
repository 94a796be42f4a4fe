import { setTimeout as wait } from "node:timers/promises";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { once } from "@/platform/once";
import { AppError } from "@/shared/errors/app-error";

const minute = 60;

/**
 * Keys are hashes of client addresses and of e-mail addresses. A school registers behind one address, hence the wide
 * limits there; a mailbox gets few letters, whoever asks for them.
 */
const limits = once("people-limits", () => ({
  registration: new RateLimiterMemory({ points: 120, duration: 60 * minute }),
  letter: new RateLimiterMemory({ points: 5, duration: 60 * minute }),
  slip: new RateLimiterMemory({ points: 10, duration: 15 * minute, blockDuration: 15 * minute }),
  token: new RateLimiterMemory({ points: 30, duration: 15 * minute }),
  firstRun: new RateLimiterMemory({ points: 6, duration: 15 * minute, blockDuration: 15 * minute }),
}));
export type Limited = keyof typeof limits;

/** Out: seconds to wait, or null: it may go on. */
export async function takePoint(limit: Limited, key: string): Promise<number | null> {
  try {
    await limits[limit].consume(key);
    return null;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return Math.ceil(refusal.msBeforeNext / 1000);
    throw refusal;
  }
}

/** Throws request.tooMany. */
export async function spend(limit: Limited, key: string): Promise<void> {
  const seconds = await takePoint(limit, key);
  if (seconds !== null) throw AppError.tooMany(seconds);
}

/** What was right costs nothing. */
export async function giveBack(limit: Limited, key: string): Promise<void> {
  await limits[limit].reward(key, 1);
}

/** Longer than any branch takes on an unladen machine: the time of an answer tells nothing of what was found. */
const evenMs = 400;

export async function evenly<T>(work: () => Promise<T>): Promise<T> {
  const [result] = await Promise.all([work(), wait(evenMs)]);
  return result;
}
