import { PrismaPg } from "@prisma/adapter-pg";
import { Pool } from "pg";
import { env } from "../env";
import { log } from "../log";
import { once } from "../once";
import { Prisma, PrismaClient } from "./client/client";
import { leavingLines, type Line } from "./line";

export { Prisma };
/** The client itself or an open transaction: what services and repos take as their first argument. */
export type Db = Prisma.TransactionClient;

export interface Connection {
  readonly db: PrismaClient;
  /** the same connections that Prisma uses, for the few reads that go past it (sql.ts) */
  readonly pool: Pool;
  readonly close: () => Promise<void>;
}

/** In: a database's address. Out: a client and its pool. Nothing is opened before the first query. */
export function openConnection(url: string, poolSize: number): Connection {
  const pool = new Pool({ connectionString: url, max: poolSize, connectionTimeoutMillis: 5_000, idleTimeoutMillis: 60_000, application_name: "municipal-dialogue", options: "-c timezone=UTC" });
  pool.on("error", (err) => log.warn({ err }, "database connection lost"));
  const client = new PrismaClient({ adapter: leavingLines(new PrismaPg(pool)), errorFormat: "minimal" });
  return {
    db: client,
    pool,
    close: async () => {
      await client.$disconnect();
      await pool.end();
    },
  };
}

let connection = once("database", () => openConnection(env.DATABASE_URL, env.DB_POOL_SIZE));

/** One per process. A live binding: read it when it is used, don't keep it. */
export let db: PrismaClient = connection.db;
export let pool: Pool = connection.pool;

interface OpenTransaction {
  /** what waits for the commit */
  readonly waiting: (() => void | Promise<void>)[];
  readonly line: Line | null;
}

/** Transactions opened by transaction(). */
export const openTransactions = once("transactions", () => new WeakMap<Db, OpenTransaction>());

/** Prisma's own transaction client can't be told from the client by its methods. */
export function isTransaction(given: Db): boolean {
  return openTransactions.has(given);
}

/** Tests: from now on `db` and `pool` are those of another database. Returns what closes it. */
export function useDatabase(url: string, poolSize = 10): () => Promise<void> {
  connection = openConnection(url, poolSize);
  db = connection.db;
  pool = connection.pool;
  return connection.close;
}

/** The last step of a stop. */
export async function closeDatabase(): Promise<void> {
  await connection.close();
}
