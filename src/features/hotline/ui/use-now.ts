"use client";

import { useEffect, useState } from "react";

/** The server's time, going on: pages drawn there and here say the same. In: the time at which the page was drawn. */
export function useNow(drawnAt: Date): Date {
  const [now, setNow] = useState(drawnAt);
  useEffect(() => {
    const start = performance.now();
    const timer = setInterval(() => setNow(new Date(drawnAt.getTime() + performance.now() - start)), 30_000);
    return () => clearInterval(timer);
  }, [drawnAt]);
  return now;
}
