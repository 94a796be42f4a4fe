import { clock } from "./clock";
import { db } from "./db/client";
import { executeSql, sql } from "./db/sql";
import { forgetKeys } from "./idempotency";
import { defineJob } from "./jobs";

const dayMs = 24 * 60 * 60 * 1000;

/** What nobody asks for any more: keys of two days ago, events that were handed out a month ago. */
export const housekeeping = defineJob("platform.tidy", {
  cron: "20 3 * * *",
  handler: async () => {
    const now = clock.now();
    await forgetKeys(db, now);
    await executeSql(db, sql`delete from "Event" where "dispatchedAt" < ${new Date(now.getTime() - 30 * dayMs)}`);
  },
});
