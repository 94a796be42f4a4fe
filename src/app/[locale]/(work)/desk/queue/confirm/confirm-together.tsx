"use client";

import { useApiClient } from "@/app/shell/api-provider";
import type { QueueRow } from "@/features/initiatives/considering/queue/schema";
import { BatchForm } from "@/features/initiatives/considering/ui/batch-form";

export function ConfirmTogether({ rows }: { readonly rows: readonly QueueRow[] }) {
  const api = useApiClient();
  return <BatchForm rows={rows} confirm={async (input) => await api.considering.confirmBatch.mutate(input)} />;
}
