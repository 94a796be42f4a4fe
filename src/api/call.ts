import { createCallerFactory } from "@/platform/trpc/trpc";
import { contextFromNext } from "@/platform/trpc/context-next";
import { appRouter } from "./root";

const createCaller = createCallerFactory(appRouter);

/** Server components call procedures in process, through the same door as everybody: `const api = await callApi()`. */
export async function callApi() {
  return createCaller(await contextFromNext());
}
