import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { beginning } from "../../scripts/lib/processes.mjs";

/** In: a database's address. Out: its processes, the postmaster first, for nobody is to start its children anew. */
export async function processesOf(url: string): Promise<number[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ pid: number }>(
    `SELECT split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::int AS pid UNION ALL SELECT pid FROM pg_stat_activity WHERE pid <> pg_backend_pid()`,
  );
  await client.end();
  return rows.map(({ pid }) => pid);
}

/** kill -9. */
export async function kill(pids: readonly number[]): Promise<void> {
  for (const pid of pids) {
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // a connection that was closed meanwhile
    }
  }
  await gone(pids);
}

/** Throws when one of them is still there after a minute. */
export async function gone(pids: readonly number[]): Promise<void> {
  for (const until = Date.now() + 60_000; Date.now() < until; await wait(10)) if (pids.every((pid) => beginning(pid) === null)) return;
  throw new Error("процесс не закончился");
}
