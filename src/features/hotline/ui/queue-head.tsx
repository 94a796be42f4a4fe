"use client";

import { useTranslations } from "next-intl";
import type { MouseEvent, ReactNode } from "react";
import { Chips } from "@/ui/page/chips";
import { countLimit, queueFilters, type QueueCounts, type QueueFilter } from "../queue/schema";

interface Props {
  readonly filter: QueueFilter;
  /** those that mean something to the reader */
  readonly filters: readonly QueueFilter[];
  readonly counts: QueueCounts;
  readonly onFilter: (filter: QueueFilter) => void;
  readonly children?: ReactNode;
}

/** Where one is and how many wait; ready filters are links that a click follows without leaving the page. */
export function QueueHead({ filter, filters, counts, onFilter, children }: Props) {
  const t = useTranslations("hotline.desk");
  const countOf = (one: QueueFilter) => (one === "closed" ? 0 : counts[one]);
  const shown = (count: number) => (count === 0 ? undefined : count >= countLimit ? t("more", { count: String(countLimit) }) : String(count));
  const follow = (event: MouseEvent<HTMLDivElement>) => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    const wanted = queueFilters.find((one) => link?.getAttribute("href") === hrefOf(one));
    if (!wanted || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    onFilter(wanted);
  };
  return (
    <>
      <h1>{t(`heading.${filter}`, { count: countOf(filter) })}</h1>
      {children}
      <div onClick={follow}>
        <Chips label={t("filters.label")} items={filters.map((one) => ({ href: hrefOf(one), label: t(`filters.${one}`), current: one === filter, count: shown(countOf(one)) }))} />
      </div>
    </>
  );
}

export function hrefOf(filter: QueueFilter): string {
  return `/desk/hotline?filter=${filter}`;
}
