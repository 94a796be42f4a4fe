import { AppError } from "@/shared/errors/app-error";
import { defineLimit } from "../limits";
import { once } from "../once";

/** How many uploads may run at a time: in all, so that bodies that come slowly don't fill the disk, and of one sender. */
const most = { together: 24, ofOne: 3 } as const;
/** A school or a library sends from one address. */
const perHour = { person: defineLimit("upload", { points: 100, seconds: 3600 }), visitor: defineLimit("upload-visitor", { points: 30, seconds: 3600 }) };

const running = once("uploads", () => new Map<string, number>());

/** In: whose upload it is. Throws request.tooMany. */
export async function inTurn<T>({ personId, addressHash }: { readonly personId: string | null; readonly addressHash: string }, work: () => Promise<T>): Promise<T> {
  const owner = personId ?? addressHash;
  const together = [...running.values()].reduce((sum, count) => sum + count, 0);
  const ofOne = running.get(owner) ?? 0;
  if (together >= most.together || ofOne >= most.ofOne) throw AppError.tooMany(60);
  running.set(owner, ofOne + 1);
  try {
    const seconds = await (personId === null ? perHour.visitor : perHour.person).take(owner);
    if (seconds !== null) throw AppError.tooMany(seconds);
    return await work();
  } finally {
    const left = (running.get(owner) ?? 1) - 1;
    if (left > 0) running.set(owner, left);
    else running.delete(owner);
  }
}
