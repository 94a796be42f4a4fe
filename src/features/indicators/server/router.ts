import { mergeRouters } from "@/platform/trpc/trpc";
import { comparisonRouter } from "../comparison/server/router";
import { exportsRouter } from "../exports/server/router";
import { morningRouter } from "../morning/server/router";
import { progressRouter } from "../progress/server/router";

export { checkpointRouter } from "../checkpoints/server/router";
export { targetRouter } from "../targets/server/router";

export const indicatorRouter = mergeRouters(morningRouter, comparisonRouter, progressRouter, exportsRouter);
