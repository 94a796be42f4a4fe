import "@/platform/check-env";
import { registerSubscriptions } from "@/api/subscriptions";
import { runJob } from "@/platform/jobs";
import { readFramesBy } from "@/platform/log";
import { sourceLine } from "@/platform/source-lines";
import type { ApartReport, ApartTask } from "@/platform/jobs-apart";

/** The program that does one job beside the server, told which by whoever started it, and ends with it. */
const answer = (report: ApartReport) => process.send?.(report, () => process.exit(0));

process.once("disconnect", () => process.exit(1));
process.once("message", (task: ApartTask) => {
  readFramesBy(sourceLine);
  registerSubscriptions();
  runJob(task.name, task.data).then(
    () => answer({ error: null }),
    (error: unknown) => answer({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
});
