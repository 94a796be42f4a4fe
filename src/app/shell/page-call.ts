import { TRPCError } from "@trpc/server";
import { notFound, redirect } from "next/navigation";

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
