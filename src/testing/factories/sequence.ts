import { randomUUID } from "node:crypto";
import type { Prisma } from "@/platform/db/client/client";

/** The client, or a transaction of it. */
export type Db = Prisma.TransactionClient;

let last = 0;

/** A number that no other row of this test file has. */
export function nextNumber(): number {
  last += 1;
  return last;
}

export function newId(): string {
  return randomUUID();
}

/** A fixed instant: tests that care about time pass their own. */
export const factoryNow = new Date("2026-03-10T09:00:00.000Z");
