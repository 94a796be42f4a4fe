import { clock } from "./clock";
import { db } from "./db/client";
import { executeSql, sql } from "./db/sql";
import { forgetUploads } from "./files/receive";
import { sweepFiles } from "./files/rows";
import { forgetKeys } from "./idempotency";
import { defineJob } from "./jobs";
import { forgetLimits } from "./limits";
import { wipeSpentLinks } from "./mail/links";

const dayMs = 24 * 60 * 60 * 1000;

/** What nobody asks for any more: keys of two days ago, events that were handed out and sessions that were over a month ago. */
export const housekeeping = defineJob("platform.tidy", {
  cron: "20 3 * * *",
  handler: async () => {
    const now = clock.now();
    await forgetKeys(db, now);
    await executeSql(db, sql`delete from "Event" where "dispatchedAt" < ${new Date(now.getTime() - 30 * dayMs)}`);
    await executeSql(db, sql`delete from "Session" where "seenAt" < ${new Date(now.getTime() - 30 * dayMs)}`);
  },
});

/** What must not wait for the night: links that do nothing any more, counts that have run out. */
export const spent = defineJob("platform.spent", {
  cron: "*/15 * * * *",
  handler: async () => {
    await wipeSpentLinks(db, clock.now());
    await forgetLimits(db);
    await executeSql(db, sql`delete from "IdentityArrival" where "expiresAt" < ${clock.now()}`);
  },
});

/** Files that were begun and not finished, bytes of those that are nobody's any more. */
export const fileSweep = defineJob("files.sweep", {
  cron: "10 * * * *",
  handler: async () => {
    const now = clock.now();
    await sweepFiles(db, now);
    await forgetUploads(new Date(now.getTime() - 60 * 60 * 1000));
  },
});
