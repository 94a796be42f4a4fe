import { cookies } from "next/headers";
import { cache } from "react";
import type { Actor } from "@/access/actor";
import { actorFromCookies } from "./actor";

/** For server components and route handlers; one look at the database for all of them in a request. Makes the page dynamic. */
export const actorFromNext = cache(async (): Promise<Actor> => {
  const all = (await cookies()).getAll();
  return await actorFromCookies(Object.fromEntries(all.map(({ name, value }) => [name, value])));
});
