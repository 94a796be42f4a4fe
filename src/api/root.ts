import { router } from "@/platform/trpc/trpc";

/** Every procedure of the platform, by feature. */
export const appRouter = router({});

export type AppRouter = typeof appRouter;
