import { lock, unlock } from "@/platform/auth/second-factor-key";
import type { Db } from "@/platform/db/client";
import { parseOneTimeCode } from "@/shared/codes/one-time-code";
import { AppError } from "@/shared/errors/app-error";
import { giveBack, takePoint } from "../../server/limits";
import * as repo from "./repo";
import { hashRecoveryCode, makeSecret, stepOf } from "./totp";

/** A new secret, as it is kept. */
export function makeLockedSecret(): { plain: string; locked: string } {
  const plain = makeSecret();
  return { plain, locked: lock(plain) };
}

/**
 * Passes where the person has no second factor, or where the code is right: from the phone, once in its half-minute, or
 * a recovery code, once. Counted per person, as whoever asks knows the password already. Not for use inside a
 * transaction. Throws session.secondFactorNeeded, session.secondFactorWrong, session.locked.
 */
export async function requireSecondFactor(db: Db, personId: string, code: string, now: Date): Promise<void> {
  const factor = await repo.findFactor(db, personId);
  if (!factor || factor.confirmedAt === null) return;
  if (code.trim() === "") throw new AppError("session.secondFactorNeeded");
  const seconds = await takePoint("secondFactor", personId);
  if (seconds !== null) throw new AppError("session.locked", { minutes: Math.max(1, Math.ceil(seconds / 60)) });
  if (!(await isRight(db, personId, factor, code, now))) throw new AppError("session.secondFactorWrong", undefined, { fields: { code: "session.secondFactorWrong" } });
  await giveBack("secondFactor", personId);
}

async function isRight(db: Db, personId: string, { secret }: repo.Factor, code: string, now: Date): Promise<boolean> {
  const digits = code.replace(/\s/g, "");
  if (/^\d{6}$/.test(digits)) {
    const step = stepOf(unlock(secret), digits, now);
    return step !== null && (await repo.takeStep(db, personId, step));
  }
  const recovery = parseOneTimeCode(code);
  return recovery !== null && (await repo.takeRecoveryCode(db, personId, hashRecoveryCode(personId, recovery), now));
}
