import { hash, verify } from "@node-rs/argon2";
import { once } from "@/platform/once";

/** Argon2id (the library's default algorithm); OWASP's least memory and passes. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export async function hashPassword(password: string): Promise<string> {
  return await hash(password, cost);
}

/** Out: does it fit? Without a hash it takes as long and is always no. */
export async function fitsPassword(password: string, stored: string | null): Promise<boolean> {
  const fits = await verify(stored ?? (await nobodys()), password);
  return fits && stored !== null;
}

const nobodys = () => once("nobodys-password", async () => await hashPassword(crypto.randomUUID()));
