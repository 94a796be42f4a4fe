"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

const everyMs = 5 * 60_000;

/** What hangs on a wall nobody reloads. */
export function Renewed() {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), everyMs);
    return () => clearInterval(timer);
  }, [router]);
  return null;
}
