import { defineLimit } from "@/platform/limits";
import { AppError } from "@/shared/errors/app-error";

const hour = 60 * 60;

/** Keys are hashes of addresses and of people. A school reads from behind one address, hence the wide limit there. */
const limits = {
  report: defineLimit("remark-report", { points: 20, seconds: hour }),
  question: defineLimit("remark-question", { points: 5, seconds: hour }),
};

/** Throws request.tooMany. */
export async function spendOnRemark(limit: keyof typeof limits, key: string): Promise<void> {
  const seconds = await limits[limit].take(key);
  if (seconds !== null) throw AppError.tooMany(seconds);
}
