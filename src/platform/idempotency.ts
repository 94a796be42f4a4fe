import superjson, { type SuperJSONResult } from "superjson";
import { AppError } from "@/shared/errors/app-error";
import { hashJson } from "@/shared/ids/hash";
import { isTransaction, type Db, type Prisma } from "./db/client";
import type { Context } from "./trpc/context";

export interface OnceRequest {
  /** «person:<id>» or «visitor:<hash>»: ownerOf() */
  readonly owner: string;
  /** «initiative.submit» */
  readonly procedure: string;
  /** made by the client when the form was opened: `idempotencyKeyField` */
  readonly key: string;
  /** what is asked, without the key */
  readonly input: unknown;
}

/**
 * Does it once per owner, procedure and key; whoever asks again gets the first result. Call it first in the transaction
 * and do everything inside. Of those who ask at the same time one does it, the others wait for its commit at the key's
 * row. Another input under the same key: AppError «idempotency.keyReused».
 */
export async function onceFor<T>(db: Db, { owner, procedure, key, input }: OnceRequest, work: () => Promise<T>): Promise<T> {
  if (!isTransaction(db)) throw new Error("onceFor needs a transaction");
  const id = { owner, procedure, key };
  const inputHash = hashJson(input ?? null);
  const { count } = await db.idempotencyKey.createMany({ data: { ...id, inputHash, result: {} }, skipDuplicates: true });
  if (count === 0) {
    const first = await db.idempotencyKey.findUniqueOrThrow({ where: { owner_procedure_key: id } });
    if (first.inputHash !== inputHash) throw new AppError("idempotency.keyReused");
    return superjson.deserialize<T>(first.result as unknown as SuperJSONResult);
  }
  const result = await work();
  await db.idempotencyKey.update({ where: { owner_procedure_key: id }, data: { result: superjson.serialize(result) as unknown as Prisma.InputJsonValue } });
  return result;
}

/** Whose a key is: the person's, else the visitor's, who gets a token if they have none. */
export function ownerOf({ actor, visitor }: Pick<Context, "actor" | "visitor">): string {
  return actor.personId === null ? `visitor:${visitor.ensureTokenHash()}` : `person:${actor.personId}`;
}

/** Keys are kept as long as somebody may press again: two days. */
export async function forgetKeys(db: Db, now: Date): Promise<void> {
  await db.idempotencyKey.deleteMany({ where: { createdAt: { lt: new Date(now.getTime() - 2 * 24 * 60 * 60 * 1000) } } });
}
