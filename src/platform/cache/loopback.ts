import { createHmac, timingSafeEqual } from "node:crypto";
import { env } from "../env";
import { once } from "../once";

/** Where our own server listens, once it does. */
export const loopback = once("loopback", () => ({ url: null as string | null }));

export const revalidatePath = "/api/revalidate";
export const revalidateHeader = "x-revalidate-secret";

/** Made from the installation's secret, so that there is no further one to keep. */
export function revalidateSecret(): string {
  return createHmac("sha256", env.NEXTAUTH_SECRET).update("revalidate").digest("hex");
}

export function isRevalidateSecret(given: string | null): boolean {
  const expected = Buffer.from(revalidateSecret());
  const actual = Buffer.from(given ?? "");
  return actual.length === expected.length && timingSafeEqual(actual, expected);
}
