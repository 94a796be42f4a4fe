import { mergingRouter } from "./flows/merging-router";
import { staffRouter } from "./flows/staff-router";
import { myDataRouter } from "./flows/my-data/router";
import { hotlineRouter } from "@/features/hotline/server/router";
import { attachmentsRouter } from "@/features/initiatives/attachments/server/router";
import { evidenceRouter } from "@/features/initiatives/considering/evidence/server/router";
import { consideringRouter } from "@/features/initiatives/considering/server/router";
import { keyQuestionsRouter } from "@/features/initiatives/key-questions/server/router";
import { coAuthorsRouter } from "@/features/initiatives/co-authors/server/router";
import { wordingRouter } from "@/features/initiatives/wording/server/router";
import { lateSheetsRouter } from "@/features/initiatives/late/server/router";
import { remarksRouter } from "@/features/initiatives/remarks/server/router";
import { draftsRouter, initiativesRouter } from "@/features/initiatives/server/router";
import { checkpointRouter, indicatorRouter, targetRouter } from "@/features/indicators/server/router";
import { marathonRouter } from "@/features/marathon/server/router";
import { messagesRouter } from "@/features/messages/server/router";
import { peopleRouter } from "@/features/people/server/router";
import { regulationRouter } from "@/features/regulation/server/router";
import { structureRouter } from "@/features/structure/server/router";
import { router } from "@/platform/trpc/trpc";

/** Every procedure of the platform, by feature. */
export const appRouter = router({
  attachment: attachmentsRouter,
  considering: consideringRouter,
  draft: draftsRouter,
  evidence: evidenceRouter,
  hotline: hotlineRouter,
  initiative: initiativesRouter,
  keyQuestion: keyQuestionsRouter,
  marathon: marathonRouter,
  indicator: indicatorRouter,
  target: targetRouter,
  checkpoint: checkpointRouter,
  lateSheet: lateSheetsRouter,
  merging: mergingRouter,
  messages: messagesRouter,
  myData: myDataRouter,
  people: peopleRouter,
  regulation: regulationRouter,
  remark: remarksRouter,
  staff: staffRouter,
  structure: structureRouter,
  wording: wordingRouter,
  coAuthors: coAuthorsRouter,
});

export type AppRouter = typeof appRouter;
