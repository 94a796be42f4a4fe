import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { z } from "zod";
import { createTestDatabase } from "@/testing/database";
import { db, useDatabase } from "./db/client";
import { transaction } from "./db/transaction";
import { readEnv } from "./env";
import { defineJob, startJobs, stopJobs } from "./jobs";
import { replaceOnce } from "./once";

const done: number[] = [];
const count = defineJob("test.count", { schema: z.object({ n: z.number() }), handler: async ({ n }) => void done.push(n) });
defineJob("test.nightly", { cron: "0 3 * * *", timeZone: "Europe/Moscow", handler: async () => undefined });

let end: () => Promise<void>;
beforeAll(async () => {
  const { url, drop } = await createTestDatabase();
  const close = useDatabase(url);
  end = async () => {
    await close();
    await drop();
  };
  replaceOnce("env", readEnv({ DATABASE_URL: url, NEXTAUTH_SECRET: "0123456789012345678901234567890123456789", PUBLIC_URL: "http://localhost:3000", LOG_LEVEL: "silent" }));
  await startJobs();
});
afterAll(async () => {
  await stopJobs();
  await end();
});

test("работа отменённой транзакции не делается, принятой – делается", async () => {
  await expect(transaction(async (tx) => { await count.send(tx, { n: 1 }); throw new Error("undone"); })).rejects.toThrow("undone");
  await transaction(async (tx) => await count.send(tx, { n: 2 }));
  await vi.waitFor(() => expect(done).toEqual([2]), { timeout: 15_000, interval: 100 });
});

test("работа по часам записана с часовым поясом", async () => {
  const rows = await db.$queryRawUnsafe("select name, cron, timezone from jobs.schedule");
  expect(rows).toMatchObject([{ name: "test.nightly", cron: "0 3 * * *", timezone: "Europe/Moscow" }]);
});
