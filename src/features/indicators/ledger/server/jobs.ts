import { transaction } from "@/platform/db/transaction";
import { defineJob, type Job } from "@/platform/jobs";
import { fold } from "./service";

const foldEverySeconds = 15;

/**
 * Folds what has gathered, and orders itself anew in 15 s: the tail that a reader adds up stays short. The clock begins it
 * once a minute, should the chain have broken with a process; of several orders for the same quarter one is kept.
 */
export const foldLedger: Job<undefined> = defineJob("ledger.fold", {
  cron: "* * * * *",
  handler: async () => {
    await fold();
    await transaction(async (db) => await foldLedger.send(db, undefined, { startAfter: foldEverySeconds, singletonKey: "next", singletonSeconds: foldEverySeconds }));
  },
});
