import { cookies, headers } from "next/headers";
import { cache } from "react";
import { anonymous } from "@/access/actor";
import type { Locale } from "@/shared/text/locale";
import { actorFromNext } from "../auth/actor-next";
import { arrivalHashOf } from "../auth/providers/arrivals";
import { assistedCookie, assistedOf } from "../auth/assisted-cookie";
import { clock } from "../clock";
import { db } from "../db/client";
import { addressHeader, hashAddress } from "../http/client-address";
import { localeCookie, toLocale } from "../i18n/locale";
import { visitorOf, type Context } from "./context";

/** The context of a server component or route handler of a page that is drawn for one person. Makes the page dynamic. */
export const contextFromNext = cache(async (): Promise<Context> => {
  const [jar, sent] = [await cookies(), await headers()];
  const visitor = visitorOf(jar.get("visitor")?.value, null);
  return {
    actor: { ...(await actorFromNext()), visitorHash: visitor.tokenHash },
    locale: toLocale(jar.get(localeCookie)?.value),
    db,
    now: clock.now(),
    visitor,
    arrivalHash: arrivalHashOf(Object.fromEntries(jar.getAll().map(({ name, value }) => [name, value]))),
    assisted: assistedOf(jar.get(assistedCookie)?.value, null),
    addressHash: hashAddress(sent.get(addressHeader) ?? "unknown"),
  };
});

/** The context of a cached public page: nobody in particular asks. Reads no cookie. */
export function contextOfPublic(locale: Locale): Context {
  return { actor: anonymous, locale, db, now: clock.now(), visitor: visitorOf(undefined, null), assisted: assistedOf(undefined, null), addressHash: "" };
}
