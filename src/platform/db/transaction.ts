import { setTimeout as wait } from "node:timers/promises";
import { log } from "../log";
import { db, openTransactions, Prisma, type Db } from "./client";
import { withLine } from "./line";

type Hook = () => void | Promise<void>;

export interface TransactionOptions {
  /** «read committed» unless told otherwise */
  readonly isolation?: keyof typeof Prisma.TransactionIsolationLevel;
  /** milliseconds after which it is given up */
  readonly timeout?: number;
}

const attempts = 5;

/**
 * All or nothing. In: what to do with the transaction's `db`. Out: what it returns, after the commit and its hooks.
 * Runs again, up to five times, when the database broke off one of two that were in each other's way; so `work` must do
 * nothing outside the database but through `afterCommit`.
 */
export async function transaction<T>(work: (db: Db) => Promise<T>, { isolation, timeout = 15_000 }: TransactionOptions = {}): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    let waiting: Hook[] = [];
    try {
      const result = await withLine(async (lineOf) => await db.$transaction(
        async (tx) => {
          openTransactions.set(tx, { waiting: (waiting = []), line: lineOf() });
          return await work(tx);
        },
        { maxWait: 10_000, timeout, ...(isolation ? { isolationLevel: isolation } : {}) },
      ));
      await runHooks(waiting);
      return result;
    } catch (error) {
      if (attempt >= attempts || !isConflict(error)) throw error;
      await wait(2 ** attempt * 5 * (0.5 + Math.random()));
    }
  }
}

/** Does it once the transaction has committed, never if it hasn't; at once where `db` is no transaction. A failing hook is logged, not thrown. */
export function afterCommit(given: Db, hook: Hook): void {
  const open = openTransactions.get(given);
  if (open) open.waiting.push(hook);
  else if (given === db) void runHooks([hook]);
  else throw new Error("afterCommit: open transactions with transaction() only");
}

async function runHooks(waiting: readonly Hook[]): Promise<void> {
  for (const hook of waiting) {
    try {
      await hook();
    } catch (err) {
      log.error({ err }, "after-commit hook failed");
    }
  }
}

/** 40001 serialization failure, 40P01 deadlock: the database asks to try again. */
const conflictCodes = ["P2034", "40001", "40P01"];

export function isConflict(error: unknown): boolean {
  return codesOf(error).some((code) => conflictCodes.includes(code));
}

/** A unique index said no. */
export function isUniqueViolation(error: unknown): boolean {
  return codesOf(error).some((code) => code === "P2002" || code === "23505");
}

/** The database can't be reached, refuses connections or has none left. */
export function isUnavailable(error: unknown): boolean {
  return codesOf(error).some((code) => ["P1001", "P1002", "P1008", "P1017", "P2024", "P2028", "ECONNREFUSED", "ECONNRESET", "ENOTFOUND", "ETIMEDOUT", "57P01", "57P03", "53300"].includes(code))
    || error instanceof Error && /timeout exceeded when trying to connect|Connection terminated|the database system is/i.test(error.message);
}

/** Codes of Prisma and of PostgreSQL, wherever the error keeps them. */
function codesOf(error: unknown, depth = 0): string[] {
  if (typeof error !== "object" || error === null || depth > 4) return [];
  const { code, originalCode, kind, cause, meta } = error as Record<string, unknown>;
  const own = [code, originalCode, kind === "TransactionWriteConflict" ? "40001" : undefined].filter((found) => typeof found === "string");
  const inner = (meta as Record<string, unknown> | undefined)?.driverAdapterError;
  return [...own, ...codesOf(cause, depth + 1), ...codesOf(inner, depth + 1), ...(typeof meta === "object" ? codesOf(meta, depth + 1) : [])];
}
