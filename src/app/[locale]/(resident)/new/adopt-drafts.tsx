"use client";

import { useEffect } from "react";
import { api } from "@/app/shell/api-client";

/** Whoever signs in by another way than the form brings along what they began as a visitor. */
export function AdoptDrafts() {
  useEffect(() => {
    void api.draft.adopt.mutate().then(({ ids }) => ids.length > 0 && window.location.reload(), () => undefined);
  }, []);
  return null;
}
