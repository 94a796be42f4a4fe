import { PgBoss, fromPrisma, type SendOptions } from "pg-boss";
import type { z } from "zod";
import type { Db } from "./db/client";
import { isTransaction } from "./db/client";
import { env } from "./env";
import { wakeDispatcher } from "./events/dispatcher";
import { stopApart, workApart } from "./jobs-apart";
import { log } from "./log";
import { once } from "./once";

export interface JobDefinition<Data> {
  /** checked when it is sent and when it is done; none for a job that only runs by the clock */
  readonly schema?: z.ZodType<Data>;
  /** when it runs by itself: five fields */
  readonly cron?: string;
  /** whose clock `cron` means; Moscow's unless told otherwise */
  readonly timeZone?: string;
  /** seconds after which a run is taken for dead and tried again */
  readonly expireInSeconds?: number;
  /** Done in a process of its own with a bounded heap: for what takes more memory or time than a server that answers people can spare. */
  readonly apart?: Apart<Data>;
  /** May happen twice: a run that died is repeated. */
  readonly handler: (data: Data) => Promise<void>;
}

export interface Apart<Data> {
  readonly heapMegabytes: number;
  /** That process ended before its work did, killed or out of memory; it is not repeated. */
  readonly onDeath: (data: Data) => Promise<void>;
}

export interface Job<Data> {
  readonly name: string;
  /** In: an open transaction (the job is there only if it commits) or `db`, the data. */
  readonly send: (db: Db, data: Data, options?: Pick<SendOptions, "startAfter" | "singletonKey" | "singletonSeconds">) => Promise<void>;
}

interface Entry {
  readonly name: string;
  readonly definition: JobDefinition<unknown>;
}

const state = once("jobs", () => ({ boss: null as PgBoss | null, entries: new Map<string, Entry>(), apart: null as URL | null }));

/** A process that died with its server is missed after so long, and its work begun again. */
const heartbeatSeconds = 20;

/** In: the program that does one job and ends (src/job.ts). Until it is named, as in tests, everything is done in this process. */
export function workApartBy(program: URL): void {
  state.apart = program;
}

/** In `features/<noun>/server/jobs.ts`, named «noun.verb»; it is known once `api/subscriptions.ts` imports the file. */
export function defineJob<Data = undefined>(name: string, definition: JobDefinition<Data>): Job<Data> {
  state.entries.set(name, { name, definition: definition as JobDefinition<unknown> });
  return {
    name,
    send: async (db, data, options = {}) => {
      if (!state.boss) throw new Error(`job «${name}» was sent before startJobs()`);
      const checked = definition.schema ? definition.schema.parse(data) : undefined;
      const all = definition.apart ? { ...options, heartbeatSeconds } : options;
      await state.boss.send(name, { data: checked }, isTransaction(db) ? { ...all, db: fromPrisma(db as unknown as Parameters<typeof fromPrisma>[0]) } : all);
    },
  };
}

/** Does one in this process, at once: an administrator's button, tests, the process apart. */
export async function runJob(name: string, data?: unknown): Promise<void> {
  const entry = state.entries.get(name);
  if (!entry) throw new Error(`no job «${name}»`);
  await entry.definition.handler(entry.definition.schema?.parse(data));
}

/** Does one where it belongs. */
async function doJob({ name, definition: { apart, schema } }: Entry, data: unknown): Promise<void> {
  if (!apart || !state.apart) return await runJob(name, data);
  const outcome = await workApart(state.apart, { name, data }, apart.heapMegabytes);
  // what it announced waits for this process
  wakeDispatcher();
  if (outcome === "died") await apart.onDeath(schema?.parse(data));
}

/** Starts doing the defined jobs; any number of processes may, each run is done by one. Their tables are in the schema «jobs». */
export async function startJobs(): Promise<void> {
  const boss = new PgBoss({ connectionString: env.DATABASE_URL, schema: "jobs", max: 2, application_name: "municipal-dialogue jobs" });
  boss.on("error", (err) => log.error({ err }, "jobs"));
  await boss.start();
  state.boss = boss;
  const known = await boss.getSchedules();
  for (const { name } of known) if (!state.entries.get(name)?.definition.cron) await boss.unschedule(name);
  for (const entry of state.entries.values()) await startJob(boss, entry);
}

async function startJob(boss: PgBoss, entry: Entry): Promise<void> {
  const { name, definition } = entry;
  await boss.createQueue(name, { retryLimit: 5, retryDelay: 30, retryBackoff: true, expireInSeconds: definition.expireInSeconds ?? 300 });
  await boss.work<{ data?: unknown } | null>(name, { pollingIntervalSeconds: 2 }, async (jobs) => {
    for (const job of jobs) {
      try {
        await doJob(entry, job.data?.data);
      } catch (err) {
        log.error({ err, job: name }, "job failed");
        throw err;
      }
    }
  });
  if (definition.cron) await boss.schedule(name, definition.cron, null, { tz: definition.timeZone ?? "Europe/Moscow" });
}

/** Lets what is running finish, twenty seconds at most; what is done apart takes longer, is broken off, and is begun again by the next start. */
export async function stopJobs(): Promise<void> {
  stopApart();
  await state.boss?.stop({ graceful: true, timeout: 20_000 });
  state.boss = null;
}
