"use client";

import { useApiClient } from "@/app/shell/api-provider";
import type { AlikeRow } from "@/features/initiatives/considering/together/schema";
import { TogetherForm } from "@/features/initiatives/considering/ui/together-form";

export function AnswerTogether({ rows }: { readonly rows: readonly AlikeRow[] }) {
  const api = useApiClient();
  return <TogetherForm rows={rows} prepare={async (input) => await api.considering.prepareTogether.mutate(input)} />;
}
