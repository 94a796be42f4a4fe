"use client";

import type { TicketRecord } from "@/features/hotline/record/schema";
import { useNow } from "@/features/hotline/ui/use-now";
import { RecordPanel } from "../record-panel";

export function RecordPage({ record, drawnAt }: { readonly record: TicketRecord; readonly drawnAt: Date }) {
  return <RecordPanel ticketId={record.id} now={useNow(drawnAt)} level={1} initial={record} />;
}
