"use client";

import { useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useCallback, useState } from "react";
import { useApi, useApiClient } from "@/app/shell/api-provider";
import type { DeskOutput, QueueCounts, QueueFilter, QueueOutput } from "@/features/hotline/queue/schema";
import { answerId } from "@/features/hotline/ui/answer-form";
import { CallForm, callQuestionId, type CallFields } from "@/features/hotline/ui/call-form";
import { hrefOf, QueueHead } from "@/features/hotline/ui/queue-head";
import { TicketItem } from "@/features/hotline/ui/ticket-item";
import { useMedia } from "@/features/hotline/ui/use-media";
import { useNow } from "@/features/hotline/ui/use-now";
import type { Phone } from "@/shared/codes/phone";
import { toast } from "@/ui/feedback/toast-queue";
import { Button } from "@/ui/form/button";
import { EmptyState } from "@/ui/page/empty-state";
import { QueueLayout } from "@/ui/queue/queue-layout";
import { RecordPanel } from "./record-panel";
import { useSteps } from "./use-steps";

interface Props {
  readonly initial: { readonly filter: QueueFilter; readonly queue: QueueOutput; readonly counts: QueueCounts };
  /** whose calls are taken here; none for a working group */
  readonly lines: DeskOutput["lines"];
  readonly owner: string;
  readonly drawnAt: Date;
}

const operatorFilters = ["new", "mine", "overdue", "waiting", "handed", "all", "closed"] as const;
const groupFilters = ["all", "overdue", "waiting", "closed"] as const;
/** Colleagues claim too: the queue is looked at again. */
const freshMs = 20_000;

export function Workplace({ initial, lines, owner, drawnAt }: Props) {
  const t = useTranslations("hotline");
  const api = useApi();
  const client = useApiClient().hotline;
  const queries = useQueryClient();
  const router = useRouter();
  const now = useNow(drawnAt);
  const [filter, setFilter] = useState(initial.filter);
  const [selected, setSelected] = useState(initial.queue.rows[0]?.id ?? null);
  const [isCalling, setCalling] = useState(false);
  const isNarrow = useMedia("(width < 48rem)");
  const isBeside = useMedia("(width >= 80rem)");

  const queue = useInfiniteQuery({
    ...api.hotline.queue.infiniteQueryOptions({ filter }, { getNextPageParam: (page) => page.next }),
    initialData: filter === initial.filter ? { pages: [initial.queue], pageParams: [null] } : undefined,
    refetchInterval: freshMs,
  });
  const { data: counts } = useQuery({ ...api.hotline.counts.queryOptions(), initialData: initial.counts, refetchInterval: freshMs });
  const rows = queue.data?.pages.flatMap((page) => page.rows) ?? [];
  const row = rows.find((one) => one.id === selected);
  const steps = useSteps(row);

  const choose = (next: QueueFilter) => {
    setFilter(next);
    setSelected(null);
    window.history.replaceState(null, "", hrefOf(next));
  };
  const call = () => {
    // beside the queue where there is room, else instead of it
    setCalling(!isBeside);
    requestAnimationFrame(() => document.getElementById(callQuestionId)?.focus());
  };
  const claim = () => {
    if (row?.status === "open") steps.claim().then(() => toast({ title: t("act.claimed") }), () => {});
  };
  const send = async ({ channel, ...fields }: CallFields, toQueue: boolean) => await client.takeCall.mutate({ ...fields, channel: channel === "desk" ? "desk" : "phone", toQueue });
  const findEarlier = useCallback(async (phone: Phone) => (await client.earlier.query({ phone })).rows, [client]);
  const open = (ticketId: string) => {
    // one column holds the list: there the question has its own page
    if (isNarrow) return router.push(`/desk/hotline/${ticketId}`);
    setSelected(ticketId);
    setCalling(false);
  };

  const isOperator = lines.length > 0;
  const filters = isOperator ? operatorFilters : groupFilters;
  const hidden = isCalling ? "max-xl:hidden" : undefined;
  return (
    <div className={isOperator ? "xl:grid xl:grid-cols-[minmax(0,1fr)_400px]" : undefined}>
      <div className={hidden}>
        <QueueLayout
          items={rows}
          itemKey={(one) => one.id}
          itemHref={(one) => `/desk/hotline/${one.id}`}
          renderItem={(one) => <TicketItem row={one} now={now} />}
          selected={selected}
          onSelect={setSelected}
          shortcuts={{ ...(isOperator ? { N: call, C: claim } : {}), A: () => document.getElementById(answerId)?.focus() }}
          labels={{ list: t("desk.list"), preview: t("desk.record"), side: t("desk.side"), back: t("desk.back") }}
          header={
            <QueueHead filter={filter} filters={filters} counts={counts} onFilter={choose}>
              {isOperator ? <div className="xl:hidden"><Button onPress={call}>{t("call.open")}</Button></div> : null}
            </QueueHead>
          }
          below={
            rows.length === 0 ? (queue.isPending ? null : <EmptyState title={t("desk.emptyTitle")}>{t(isOperator ? `desk.empty.${filter}` : "desk.emptyGroup")}</EmptyState>)
            : queue.hasNextPage ? <Button variant="quiet" onPress={async () => await queue.fetchNextPage()} pendingLabel={t("desk.showing")}>{t("desk.show")}</Button>
            : isOperator ? <p className="small muted leading-8 max-md:hidden">{t.rich("desk.keys", { kbd: (key) => <kbd>{key}</kbd> })}</p> : null
          }
          preview={selected ? <RecordPanel key={selected} ticketId={selected} now={now} level={isNarrow ? 1 : 2} /> : rows.length > 0 ? <EmptyState title={t("desk.choose")}>{t("desk.chooseText")}</EmptyState> : null}
        />
      </div>
      {isOperator ? (
        <aside aria-label={t("desk.side")} className={`bg-surface p-5 xl:border-l ${isCalling ? "" : "max-xl:hidden"}`}>
          <div className="xl:hidden mb-3"><Button variant="plain" onPress={() => setCalling(false)}>{t("call.back")}</Button></div>
          <CallForm
            level={isCalling ? 1 : 2}
            lines={lines}
            owner={owner}
            now={now}
            send={send}
            findEarlier={findEarlier}
            onOpen={open}
            onSaved={({ ticketId, number, status }) => {
              toast({ title: t("call.done", { number: String(number) }), text: t(`call.doneText.${status === "claimed" || status === "answered" ? status : "open"}`) });
              void queries.invalidateQueries({ queryKey: api.hotline.pathKey() });
              open(ticketId);
            }}
          />
        </aside>
      ) : null}
    </div>
  );
}
