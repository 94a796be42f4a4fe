import { initiativeMoved, initiativePlaceCorrected } from "@/features/initiatives/events";
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
}

function pageChanged(number: number): void {
  dropPages((path) => path === `/initiatives/${number}`);
  if (state.isPaused) {
    state.isDue = true;
    return;
  }
  dropLists();
}

function dropLists(): void {
  state.isDue = false;
  state.isPaused = true;
  dropPages((path) => path === "/" || path === "/initiatives" || path === "/progress");
  setTimeout(() => {
    state.isPaused = false;
    if (state.isDue) dropLists();
  }, listsEveryMs).unref();
}
