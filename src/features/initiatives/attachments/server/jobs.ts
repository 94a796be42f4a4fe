import { clock } from "@/platform/clock";
import { transaction } from "@/platform/db/transaction";
import { defineJob } from "@/platform/jobs";
import { sweepAttachments } from "./service";

export const attachmentSweep = defineJob("initiatives.sweepAttachments", { cron: "50 3 * * *", handler: async () => void (await transaction(async (db) => await sweepAttachments(db, clock.now()))) });
