import { randomBytes } from "node:crypto";
import { sha256 } from "@/shared/ids/hash";
import { formatOneTimeCode, makeOneTimeCode, type OneTimeCode } from "@/shared/codes/one-time-code";

/** What somebody holds, and what alone is kept of it. */
export interface Made {
  readonly plain: string;
  readonly hash: string;
}

/** For letters: 256 bits, in an address. */
export function makeToken(): Made {
  const plain = randomBytes(32).toString("base64url");
  return { plain, hash: sha256(plain) };
}

/** For slips: ten characters that people can type. */
export function makeSlipCode(): Made {
  const code = makeOneTimeCode(randomBytes(16));
  return { plain: formatOneTimeCode(code), hash: hashSlipCode(code) };
}

/** Salted by its purpose: the hash of a slip is never that of a letter. */
export function hashSlipCode(code: OneTimeCode): string {
  return sha256(`slip:${code}`);
}
