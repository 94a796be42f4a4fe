import { clock } from "@/platform/clock";
import { defineJob } from "@/platform/jobs";
import { freezeDueCheckpoints } from "./service";

/** Every minute. A run that was late or missed changes nothing but when the figures are seen. */
export const freezeCheckpoints = defineJob("checkpoint.freeze", {
  cron: "* * * * *",
  handler: async () => void (await freezeDueCheckpoints(clock.now())),
});
