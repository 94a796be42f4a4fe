"use client";

import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useApi, useApiClient } from "@/app/shell/api-provider";
import type { QueueCounts, QueueNarrowing, QueueOutput } from "@/features/initiatives/considering/queue/schema";
import type { InitiativeRecord } from "@/features/initiatives/considering/record/schema";
import { GoneNotice, isGone } from "@/features/initiatives/considering/ui/gone-notice";
import { QueueHead } from "@/features/initiatives/considering/ui/queue-head";
import { QueueItem } from "@/features/initiatives/considering/ui/queue-item";
import { RecordPanel } from "@/features/initiatives/considering/ui/record-panel";
import { RecordSide } from "@/features/initiatives/considering/ui/record-side";
import { SavedFilters } from "@/features/initiatives/considering/ui/saved-filters";
import type { SavedFilter } from "@/features/initiatives/considering/filters/schema";
import { problemFrom } from "@/features/initiatives/considering/ui/use-step";
import { useErrorWords } from "@/features/initiatives/considering/ui/use-words";
import { Skeleton } from "@/ui/feedback/skeleton";
import { Button } from "@/ui/form/button";
import { EmptyState } from "@/ui/page/empty-state";
import { Notice } from "@/ui/page/notice";
import { QueueLayout } from "@/ui/queue/queue-layout";
import { useConsidering } from "./use-considering";

interface Props {
  readonly narrowing: QueueNarrowing;
  readonly saved: readonly SavedFilter[];
  readonly list: QueueOutput;
  readonly counts: QueueCounts;
  /** of the first row, or of the one that the address names */
  readonly record: InitiativeRecord | null;
  readonly now: Date;
  readonly mayConfirm: boolean;
}

export function QueueWorkplace({ narrowing, saved, list, counts, record, now, mayConfirm }: Props) {
  const { filter } = narrowing;
  const t = useTranslations("considering.queue");
  const words = useErrorWords();
  const api = useApi();
  const calls = useConsidering();
  const [selected, setSelected] = useState<string | null>(record?.id ?? null);
  const rows = useInfiniteQuery(api.considering.queue.infiniteQueryOptions(narrowing, { getNextPageParam: (page) => page.next ?? undefined, initialCursor: null, initialData: { pages: [list], pageParams: [null] } }));
  const figures = useQuery(api.considering.counts.queryOptions(undefined, { initialData: counts }));
  const shown = useQuery(api.considering.record.queryOptions({ initiativeId: selected ?? "" }, { enabled: selected !== null, ...(selected === record?.id && record ? { initialData: record } : {}) }));
  const named = useQuery(api.considering.filters.queryOptions(undefined, { initialData: [...saved] }));
  const client = useApiClient();
  const filters = { saveFilter: client.considering.saveFilter.mutate, removeFilter: client.considering.removeFilter.mutate };
  const items = rows.data.pages.flatMap((page) => page.rows);
  const refresh = () => void Promise.all([shown.refetch(), rows.refetch(), figures.refetch()]);

  return (
    <>
      {/* the list's heading goes with the list, which a phone hides behind the record */}
      <h1 className="visually-hidden">{t("title")}</h1>
      <QueueLayout
        items={items} itemKey={(row) => row.id} itemHref={(row) => `/desk/queue/${row.id}`} renderItem={(row) => <QueueItem row={row} now={now} />}
        selected={selected} onSelect={setSelected}
        labels={{ list: t("list"), preview: t("record"), side: t("side"), back: t("back") }}
        header={<QueueHead filter={filter} counts={figures.data} mayConfirm={mayConfirm} saved={<SavedFilters narrowing={narrowing} saved={named.data} calls={filters} onChanged={() => void named.refetch()} />} />}
        below={
          <>
            {items.length === 0 ? <EmptyState level={2} title={t(`empty.${filter}.title`)}>{t(`empty.${filter}.text`)}</EmptyState> : null}
            {rows.isError ? <Notice tone="late" live level={2} actions={<Button variant="quiet" onPress={() => rows.refetch()}>{t("again")}</Button>}>{t("failed")}</Notice> : null}
            {rows.hasNextPage ? <Button variant="quiet" isPending={rows.isFetchingNextPage} onPress={() => rows.fetchNextPage()}>{t("more")}</Button> : null}
          </>
        }
        preview={
          isGone(shown.error) ? <GoneNotice level={2} />
          : shown.data ? <RecordPanel record={shown.data} now={now} calls={calls} level={2} onChanged={refresh} />
          : shown.isError ? <Notice tone="late" live level={2} actions={<Button variant="quiet" onPress={() => shown.refetch()}>{t("again")}</Button>}>{words.problem(problemFrom(shown.error))}</Notice>
          : selected === null ? <p className="muted">{t("choose")}</p>
          : <Skeleton label={t("loading")} lines={6} />
        }
        side={shown.data && !isGone(shown.error) ? <RecordSide record={shown.data} now={now} level={3} hasKeys /> : undefined}
      />
    </>
  );
}
