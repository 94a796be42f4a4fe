import { defineLimit } from "@/platform/limits";
import { AppError } from "@/shared/errors/app-error";

const hour = 60 * 60;

/** Keys are hashes of addresses and of people. A school asks from behind one address, hence the wide limit there. */
const limits = {
  address: defineLimit("question-address", { points: 60, seconds: hour }),
  asker: defineLimit("question-asker", { points: 10, seconds: hour }),
};

/** Throws request.tooMany. */
export async function spendOnQuestion(limit: keyof typeof limits, key: string): Promise<void> {
  const seconds = await limits[limit].take(key);
  if (seconds !== null) throw AppError.tooMany(seconds);
}
