import { dropTagsNow } from "@/platform/cache/drop-tags";
import { once } from "@/platform/once";

/** Cached public pages that show figures of a marathon. */
export const progressTag = "progress";

/** Public figures are at most this old; on a busy evening the pages are drawn anew no oftener. */
const dropEveryMs = 10_000;

const state = once("progress-cache", () => ({ waiting: false }));

/** Figures have changed: the pages that show them are dropped, once in ten seconds however many changes there are. */
export function progressChanged(): void {
  if (state.waiting) return;
  state.waiting = true;
  setTimeout(() => {
    state.waiting = false;
    void dropTagsNow([progressTag]);
  }, dropEveryMs).unref();
}
