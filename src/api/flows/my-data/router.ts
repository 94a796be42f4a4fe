import { personProcedure, publicProcedure, router } from "@/platform/trpc/trpc";
import { erase } from "./erase";
import { eraseInput, erasedOutput, overviewOutput, takenOutOutput } from "./schema";
import { overview, takeOut } from "./take-out";

/** «Мои данные»: what is held about the asker, taken out and erased. */
export const myDataRouter = router({
  overview: personProcedure.meta({ access: "person.takeOut" }).output(overviewOutput).query(async ({ ctx }) => await overview(ctx)),
  takeOut: personProcedure.meta({ access: "person.takeOut" }).output(takenOutOutput).query(async ({ ctx }) => await takeOut(ctx)),
  // public, as the answer to a repeated request comes when the session is gone with the person
  erase: publicProcedure.meta({ access: "person.erase" }).input(eraseInput).output(erasedOutput).mutation(async ({ ctx, input }) => await erase(ctx, input)),
});
