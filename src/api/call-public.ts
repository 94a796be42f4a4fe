import { createCallerFactory } from "@/platform/trpc/trpc";
import { contextOfPublic } from "@/platform/trpc/context-next";
import type { Locale } from "@/shared/text/locale";
import { appRouter } from "./root";

const createCaller = createCallerFactory(appRouter);

/** For cached public pages: nobody in particular asks, no cookie is read. */
export function publicApi(locale: Locale) {
  return createCaller(contextOfPublic(locale));
}
