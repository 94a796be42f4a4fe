import { createHmac } from "node:crypto";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { clock } from "./clock";
import { pool, type Db } from "./db/client";
import { executeSql, sql } from "./db/sql";
import { env } from "./env";

export interface LimitOptions {
  readonly points: number;
  readonly seconds: number;
  /** how long it says no once the points are spent; else until the first of them comes back */
  readonly blockSeconds?: number;
}

export interface Limit {
  /** Out: seconds to wait, or null: it may go on. */
  readonly take: (key: string) => Promise<number | null>;
  /** What was right costs nothing. */
  readonly giveBack: (key: string) => Promise<void>;
  readonly forget: (key: string) => Promise<void>;
}

/** The pool may be another one later (tests): it is looked up at each use. */
const store = { query: async (query: { text: string; values: unknown[]; name?: string }) => await pool.query(query) };

/**
 * Counts in the database, so that what one process has counted every other one knows, also after a restart. In: a name
 * that stays, how much in how long. Keys are kept as an HMAC: no login and no address can be read back from them. It
 * takes a connection of its own and outlives a rollback: never ask inside a transaction, which would wait holding another.
 */
export function defineLimit(name: string, { points, seconds, blockSeconds }: LimitOptions): Limit {
  const limiter = new RateLimiterPostgres({
    storeClient: store, storeType: "client", tableName: "AttemptLimit", tableCreated: true, clearExpiredByTimeout: false,
    keyPrefix: name, points, duration: seconds, ...(blockSeconds ? { blockDuration: blockSeconds } : {}),
  });
  return {
    take: async (key) => {
      try {
        await limiter.consume(hidden(key));
        return null;
      } catch (refusal) {
        if (refusal instanceof RateLimiterRes) return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
        throw refusal;
      }
    },
    giveBack: async (key) => void (await limiter.reward(hidden(key))),
    forget: async (key) => void (await limiter.delete(hidden(key))),
  };
}

function hidden(key: string): string {
  return createHmac("sha256", env.NEXTAUTH_SECRET).update(`limit ${key}`).digest("base64url");
}

/** What has run out says nothing any more. */
export async function forgetLimits(db: Db): Promise<void> {
  await executeSql(db, sql`delete from "AttemptLimit" where "expire" < ${clock.now().getTime()}::bigint`);
}
