import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { once } from "@/platform/once";
import { AppError } from "@/shared/errors/app-error";

const hour = 60 * 60;

/** Keys are hashes of addresses and of people. A school asks from behind one address, hence the wide limit there. */
const limits = once("hotline-limits", () => ({
  address: new RateLimiterMemory({ points: 60, duration: hour }),
  asker: new RateLimiterMemory({ points: 10, duration: hour }),
}));

/** Throws request.tooMany. */
export async function spendOnQuestion(limit: keyof typeof limits, key: string): Promise<void> {
  try {
    await limits[limit].consume(key);
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) throw AppError.tooMany(Math.ceil(refusal.msBeforeNext / 1000));
    throw refusal;
  }
}
