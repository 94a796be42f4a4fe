"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { pathWithoutLocale } from "./path-without-locale";

/** What stands on every page but one. */
export function ButOn({ path, children }: { readonly path: string; readonly children: ReactNode }) {
  return pathWithoutLocale(usePathname()) === path ? null : children;
}
