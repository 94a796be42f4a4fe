import * as z from "zod";
import { initiativeMoved, initiativePlaceCorrected, initiativeRemarked } from "@/features/initiatives/events";
import { consentPublished, hidingChanged, nameConsentChanged, personErased } from "@/features/people/events";
import { directoryImported } from "@/features/structure/events";
import type { Db } from "@/platform/db/client";
import { column, queryRows, sql } from "@/platform/db/sql";
import { subscribeAfter } from "@/platform/events/event";
import { dropPages } from "@/platform/http/page-cache";
import { once } from "@/platform/once";

/** Lists and figures are drawn anew at once after a quiet minute, else once a minute however much happens. */
const listsEveryMs = 60_000;

const state = once("page-drops", () => ({ isPaused: false, isDue: false }));

/** What changed is seen at the next visit of its page. */
export function registerPages(): void {
  subscribeAfter(initiativeMoved, "pages", async (_db, { number }) => pageChanged(number));
  subscribeAfter(initiativePlaceCorrected, "pages", async (_db, { number }) => pageChanged(number));
  subscribeAfter(initiativeRemarked, "pages", async (_db, { number, action }) => {
    if (action === "publish" || action === "open") dropPages((path) => path === `/initiatives/${number}`);
  });
  // a name that was withdrawn isn't shown for another minute: no waiting for the lists' turn
  subscribeAfter(nameConsentChanged, "pages", async (db, { personId }) => pagesChanged(await numbersOf(db, personId)));
  subscribeAfter(hidingChanged, "pages", async (db, { personId }) => pagesChanged(await numbersOf(db, personId)));
  subscribeAfter(consentPublished, "pages", async (_db, { purpose }) => dropPages((path) => path === `/consents/${purpose}`));
  subscribeAfter(personErased, "pages", async (_db, { initiativeNumbers }) => pagesChanged(initiativeNumbers));
  subscribeAfter(directoryImported, "pages", async () => dropPages((path) => path === "/" || path.startsWith("/progress")));
}

const numberRow = z.object({ number: column.int });

async function numbersOf(db: Db, authorId: string): Promise<number[]> {
  return (await queryRows(db, numberRow, sql`select "number" from "Initiative" where "authorId" = ${authorId}::uuid`)).map(({ number }) => number);
}

function pagesChanged(numbers: readonly number[]): void {
  const paths = new Set(numbers.map((number) => `/initiatives/${number}`));
  dropPages((path) => paths.has(path) || isList(path));
}

function pageChanged(number: number): void {
  dropPages((path) => path === `/initiatives/${number}`);
  if (state.isPaused) {
    state.isDue = true;
    return;
  }
  dropLists();
}

function isList(path: string): boolean {
  return path === "/" || path === "/initiatives" || path === "/progress";
}

function dropLists(): void {
  state.isDue = false;
  state.isPaused = true;
  dropPages(isList);
  setTimeout(() => {
    state.isPaused = false;
    if (state.isDue) dropLists();
  }, listsEveryMs).unref();
}
