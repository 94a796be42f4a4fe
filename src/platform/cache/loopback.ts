import { createHmac, timingSafeEqual } from "node:crypto";
import { env } from "../env";
import { once } from "../once";

/** Where our own server listens, once it does. */
export const loopback = once("loopback", () => ({ url: null as string | null }));

export const revalidatePath = "/api/revalidate";
export const revalidateHeader = "x-revalidate-secret";

/** Made from the installation's secret, so that there is no further one to keep. */
export function revalidateSecret(): string {
  return secret("revalidate");
}

/** Marks a request that our own server sends to itself. */
export function loopbackSecret(): string {
  return secret("loopback");
}

export function isLoopbackSecret(given: string | string[] | undefined): boolean {
  return given !== undefined && matches(secret("loopback"), String(given));
}

export function isRevalidateSecret(given: string | null): boolean {
  return matches(revalidateSecret(), given ?? "");
}

const secret = (purpose: string) => once(`secret/${purpose}`, () => createHmac("sha256", env.NEXTAUTH_SECRET).update(purpose).digest("hex"));

function matches(expected: string, given: string): boolean {
  const [left, right] = [Buffer.from(expected), Buffer.from(given)];
  return left.length === right.length && timingSafeEqual(left, right);
}
