import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { formatNumber } from "@/shared/numbers/format";
import { Chips } from "@/ui/page/chips";
import { LinkButton } from "@/ui/page/link-button";
import { countLimit, queueFilters, type QueueCounts, type QueueFilter } from "../queue/schema";

interface Props {
  readonly filter: QueueFilter;
  readonly counts: QueueCounts;
  /** the asker is a lead somewhere: prepared decisions wait for him */
  readonly mayConfirm: boolean;
  /** filters that the reader has named */
  readonly saved?: ReactNode;
}

/** How much waits, by what, and what can be confirmed at once. */
export function QueueHead({ filter, counts, mayConfirm, saved }: Props) {
  const t = useTranslations("considering");
  const locale = useLocale();
  const say = (count: number) => (count >= countLimit ? t("queue.orMore", { count: formatNumber(count, locale) }) : formatNumber(count, locale));
  const items = queueFilters.map((one) => ({
    href: one === "all" ? "/desk/queue" : `/desk/queue?filter=${one}`,
    label: t(`queue.filter.${one}`),
    current: one === filter,
    ...(counts[one] > 0 ? { count: say(counts[one]) } : {}),
  }));
  return (
    <>
      <h2 className="num">{counts.all > 0 ? t("queue.waiting", { count: say(counts.all) }) : t("queue.waitingNone")}</h2>
      <Chips items={items} label={t("queue.filters")} />
      {saved}
      {mayConfirm && counts.proposal > 0 ? (
        <div className="bulk" role="region" aria-label={t("queue.filter.proposal")}>
          <span>{t("batch.bar", { count: counts.proposal })}</span>
          <LinkButton variant="quiet" href="/desk/queue/confirm">{t("batch.open")}</LinkButton>
        </div>
      ) : null}
    </>
  );
}
