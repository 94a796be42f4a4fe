import { createHmac, randomBytes } from "node:crypto";
import { Secret, TOTP } from "otpauth";
import { makeOneTimeCode, formatOneTimeCode, type OneTimeCode } from "@/shared/codes/one-time-code";
import { env } from "@/platform/env";
import type { Made } from "../../server/tokens";

/** RFC 6238 as every program on a phone reads it: SHA-1, six digits, half a minute. */
const period = 30;

export function makeSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** What the square picture says. */
export function uriOf(secret: string, label: string, issuer: string): string {
  return new TOTP({ issuer, label, secret: Secret.fromBase32(secret), period, digits: 6 }).toString();
}

/** Out: the half-minute that the code is of – this one, the one before or after it, as clocks differ – or null. */
export function stepOf(secret: string, code: string, now: Date): number | null {
  const delta = new TOTP({ secret: Secret.fromBase32(secret), period, digits: 6 }).validate({ token: code, timestamp: now.getTime(), window: 1 });
  return delta === null ? null : Math.floor(now.getTime() / 1000 / period) + delta;
}

/** As long as one lasts ten losses of a phone; each works once. */
const recoveryCodes = 10;

export function makeRecoveryCodes(personId: string): Made[] {
  return Array.from({ length: recoveryCodes }, () => {
    const code = makeOneTimeCode(randomBytes(16));
    return { plain: formatOneTimeCode(code), hash: hashRecoveryCode(personId, code) };
  });
}

/** 41 bits are too few for a bare hash: without the server's secret a copy of the database can't be searched. */
export function hashRecoveryCode(personId: string, code: OneTimeCode): string {
  return createHmac("sha256", env.NEXTAUTH_SECRET).update(`recovery ${personId} ${code}`).digest("hex");
}
