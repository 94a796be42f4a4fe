import { clock } from "@/platform/clock";
import { defineJob } from "@/platform/jobs";
import { applyDue } from "./service";

/** Every five minutes: a day begins in eleven zones. A run that was late changes nothing but when it is seen. */
export const applyUnitChanges = defineJob("structure.applyUnitChanges", {
  cron: "*/5 * * * *",
  handler: async () => void (await applyDue(clock.now())),
});
