import { redirect } from "next/navigation";
import { createCallerFactory } from "@/platform/trpc/trpc";
import { contextFromNext } from "@/platform/trpc/context-next";
import { isAppError } from "@/shared/errors/app-error";
import { appRouter } from "./root";

const createCaller = createCallerFactory(appRouter);

/**
 * Server components call procedures in process, through the same door as everybody: `const api = await callApi()`. Whoever
 * has somebody beside at a shared computer is told so on a page of its own, wherever they wanted to.
 */
export async function callApi() {
  return createCaller(await contextFromNext(), {
    onError: ({ error }) => {
      if (isAppError(error.cause) && error.cause.code === "session.assisting") redirect("/assisted");
    },
  });
}
