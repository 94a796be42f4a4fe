import { personProcedure, router } from "@/platform/trpc/trpc";
import { mergeInput, mergeOutput, mergePeople } from "./merge-people";

/** Two records of one person: what they have of all features becomes one. */
export const mergingRouter = router({
  merge: personProcedure.meta({ access: "person.merge" }).input(mergeInput).output(mergeOutput).mutation(async ({ ctx, input }) => await mergePeople(ctx, input)),
});
