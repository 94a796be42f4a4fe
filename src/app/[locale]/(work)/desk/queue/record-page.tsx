"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useApi } from "@/app/shell/api-provider";
import type { InitiativeRecord } from "@/features/initiatives/considering/record/schema";
import { GoneNotice, isGone } from "@/features/initiatives/considering/ui/gone-notice";
import { RecordPanel } from "@/features/initiatives/considering/ui/record-panel";
import { RecordSide } from "@/features/initiatives/considering/ui/record-side";
import { LinkButton } from "@/ui/page/link-button";
import { useConsidering } from "./use-considering";

interface Props {
  readonly record: InitiativeRecord;
  readonly now: Date;
  readonly back: { readonly href: string; readonly label: string };
}

/** The record by itself: words and steps left, course right; one column on a phone. */
export function RecordPage({ record, now, back }: Props) {
  const calls = useConsidering();
  const t = useTranslations("considering.queue");
  const api = useApi();
  const shown = useQuery(api.considering.record.queryOptions({ initiativeId: record.id }, { initialData: record }));
  return (
    <>
      <p className="mb-4"><LinkButton variant="plain" href={back.href} className="-ml-2">← {back.label}</LinkButton></p>
      <div className="split">
        <div>{isGone(shown.error) ? <><h1 className="mb-4 text-title font-semibold">{record.title}</h1><GoneNotice level={2} /></> : <RecordPanel record={shown.data} now={now} calls={calls} level={1} onChanged={() => void shown.refetch()} />}</div>
        <aside aria-label={t("side")}><RecordSide record={shown.data} now={now} level={2} hasKeys={false} /></aside>
      </div>
    </>
  );
}
