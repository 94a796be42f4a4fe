import { clock } from "@/platform/clock";
import { transaction } from "@/platform/db/transaction";
import { defineJob } from "@/platform/jobs";
import { sweepStacks } from "./service";

export const stackSweep = defineJob("people.sweepStacks", { cron: "55 3 * * *", handler: async () => void (await transaction(async (db) => await sweepStacks(db, clock.now()))) });
