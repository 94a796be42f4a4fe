"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useApi, useApiClient } from "@/app/shell/api-provider";
import type { TicketRecord } from "@/features/hotline/record/schema";
import { RecordActions } from "@/features/hotline/ui/record-actions";
import { RecordView } from "@/features/hotline/ui/record-view";
import { refusalOf, useRefusalWords } from "@/features/hotline/ui/refusal";
import { Skeleton } from "@/ui/feedback/skeleton";
import { EmptyState } from "@/ui/page/empty-state";
import { useSteps } from "./use-steps";

interface Props {
  readonly ticketId: string;
  readonly now: Date;
  readonly level: 1 | 2;
  /** as the page was drawn */
  readonly initial?: TicketRecord;
}

/** The question that was chosen, fresh from the server, and what can be done with it. */
export function RecordPanel({ ticketId, now, level, initial }: Props) {
  const api = useApi();
  const client = useApiClient();
  const t = useTranslations("hotline.desk");
  const words = useRefusalWords();
  const { data: record, error } = useQuery({ ...api.hotline.record.queryOptions({ ticketId }), initialData: initial });
  const steps = useSteps(record);
  if (!record) return error ? <EmptyState title={t("gone")}>{words.say(refusalOf(error))}</EmptyState> : <Skeleton label={t("loading")} lines={6} />;
  return (
    <RecordView record={record} now={now} level={level} readAsker={async () => await client.hotline.asker.mutate({ ticketId })}>
      <RecordActions key={record.id} record={record} steps={steps} now={now} />
    </RecordView>
  );
}
