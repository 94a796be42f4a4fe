"use client";

import { useSyncExternalStore } from "react";

/** Does the screen fit the condition? On the server, where there is none, it doesn't. */
export function useMedia(condition: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const media = window.matchMedia(condition);
      media.addEventListener("change", changed);
      return () => media.removeEventListener("change", changed);
    },
    () => window.matchMedia(condition).matches,
    () => false,
  );
}
