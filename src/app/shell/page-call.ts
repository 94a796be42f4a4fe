import { TRPCError } from "@trpc/server";
import { notFound, redirect } from "next/navigation";
import { contextFromNext } from "@/platform/trpc/context-next";
import { mayOpen, type WorkPlace } from "./work-nav";

/**
 * In: a call of a page's data, the page's own address. Out: what it gives. What may not be seen doesn't exist (404);
 * who isn't signed in signs in and comes back; everything else goes to the error page.
 */
export async function pageCall<T>(call: () => Promise<T>, here = "/desk"): Promise<T> {
  try {
    return await call();
  } catch (error) {
    const code = error instanceof TRPCError ? error.code : null;
    if (code === "NOT_FOUND" || code === "FORBIDDEN" || code === "BAD_REQUEST") notFound();
    if (code === "UNAUTHORIZED") redirect(`/sign-in?next=${encodeURIComponent(here)}`);
    throw error;
  }
}

/** A workplace that is not in somebody's menu doesn't exist for them (404), empty though its list would be. Who isn't signed in signs in. */
export async function expectPlace(place: WorkPlace, here: string): Promise<void> {
  const { actor } = await contextFromNext();
  if (actor.personId === null) redirect(`/sign-in?next=${encodeURIComponent(here)}`);
  if (mayOpen(actor, place)) return;
  if (actor.assisting) redirect("/assisted");
  notFound();
}
