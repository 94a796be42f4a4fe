import { AsyncLocalStorage } from "node:async_hooks";
import type { SqlDriverAdapterFactory, Transaction } from "@prisma/driver-adapter-utils";
import type { PoolClient, QueryConfig, QueryResult } from "pg";
import { once } from "../once";

/** The connection that an open transaction runs on, for SQL that goes past Prisma: half the price of its $queryRaw. */
export interface Line {
  readonly query: (query: QueryConfig) => Promise<QueryResult>;
  /** false from the moment that Prisma ends it: the connection is somebody else's then */
  isOpen: boolean;
}

interface Slot {
  line: Line | null;
}

const slots = once("transaction-lines", () => new AsyncLocalStorage<Slot>());

/** In: what opens one transaction. It is given a way to that transaction's line, null where the driver isn't ours. */
export async function withLine<T>(open: (lineOf: () => Line | null) => Promise<T>): Promise<T> {
  const slot: Slot = { line: null };
  return await slots.run(slot, async () => await open(() => slot.line));
}

/** Prisma's driver as it is, which leaves the line of each transaction where `withLine` waits for it. */
export function leavingLines(factory: SqlDriverAdapterFactory): SqlDriverAdapterFactory {
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => {
      const adapter = await factory.connect();
      const start = adapter.startTransaction.bind(adapter);
      adapter.startTransaction = async (isolation) => {
        const opened = await start(isolation);
        const slot = slots.getStore();
        if (slot) slot.line = lineOf(opened);
        return opened;
      };
      return adapter;
    },
  };
}

/** Prisma ends a transaction by a statement and gives the connection back afterwards; one that took too long is ended behind its user's back. */
function lineOf(opened: Transaction): Line | null {
  const { client } = opened as unknown as { readonly client?: PoolClient };
  if (!client) return null;
  const inTurn = takingTurns();
  const line: Line = { query: async (query) => await inTurn(async () => await client.query(query)), isOpen: true };
  const [execute, ask] = [opened.executeRaw.bind(opened), opened.queryRaw.bind(opened)];
  opened.executeRaw = async (query) => {
    if (query.sql === "COMMIT" || query.sql === "ROLLBACK") line.isOpen = false;
    return await inTurn(async () => await execute(query));
  };
  opened.queryRaw = async (query) => await inTurn(async () => await ask(query));
  return line;
}

/** A connection answers one question at a time; the driver no longer keeps the others waiting by itself. */
function takingTurns(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return async (work) => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return await mine;
  };
}
