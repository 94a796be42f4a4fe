import { defineJob } from "@/platform/jobs";
import { fold } from "./service";

/** Once a minute: the counts beside the filters follow what happened. */
export const foldFacets = defineJob("initiative.foldFacets", { cron: "* * * * *", handler: fold });
