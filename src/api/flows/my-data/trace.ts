import { randomBytes } from "node:crypto";
import type { Db } from "@/platform/db/client";
import { formatOneTimeCode, makeOneTimeCode } from "@/shared/codes/one-time-code";
import { newId } from "@/shared/ids/id";

export interface Trace {
  readonly number: string;
  readonly at: Date;
}

/** Leaves what happened and when, and how many rows of which kind, but not whose. Out: the number that the person alone is told. */
export async function leaveTrace(db: Db, kind: "takenOut" | "erased", counts: Readonly<Record<string, number>>, keyHash: string | null, now: Date): Promise<Trace> {
  const number = formatOneTimeCode(makeOneTimeCode(randomBytes(16)));
  return await db.dataTrace.create({ data: { id: newId(now), kind, number, keyHash, counts, at: now }, select: { number: true, at: true } });
}

export async function findTrace(db: Db, keyHash: string): Promise<Trace | null> {
  return await db.dataTrace.findUnique({ where: { keyHash }, select: { number: true, at: true } });
}
