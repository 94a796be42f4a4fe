"use client";

import { usePathname } from "next/navigation";
import type { NavItem } from "@/ui/page/link";
import { NavLinks } from "@/ui/page/nav-links";
import { pathWithoutLocale } from "./path-without-locale";

/** The same links with the one where we are marked: the longest address that the path begins with. */
export function CurrentLinks({ items }: { readonly items: NavItem[] }) {
  const path = pathWithoutLocale(usePathname());
  const here = items.filter(({ href }) => path === href || path.startsWith(`${href}/`)).toSorted((a, b) => b.href.length - a.href.length)[0]?.href;
  return <NavLinks items={items.map((item) => ({ ...item, current: item.href === here }))} />;
}
