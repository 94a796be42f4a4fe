import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { sha256 } from "@/shared/ids/hash";
import { env } from "../env";

const key = () => Buffer.from(hkdfSync("sha256", env.NEXTAUTH_SECRET, "", "second factor", 32));

/**
 * Which secret the factors in force were locked with. With another NEXTAUTH_SECRET none of them can be read any more, and
 * whoever had one sets it up anew: so a lost only administrator's phone does not lock everybody out (docs/operations.md).
 */
export function keyMark(): string {
  return sha256(key()).slice(0, 12);
}

/** A copy of the database alone gives nobody's factor away. AES-256-GCM: nonce, tag, text. */
export function lock(plain: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key(), nonce);
  const body = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString("base64url");
}

/** Throws on what was locked with another secret or changed since. */
export function unlock(locked: string): string {
  const bytes = Buffer.from(locked, "base64url");
  const decipher = createDecipheriv("aes-256-gcm", key(), bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString("utf8");
}
