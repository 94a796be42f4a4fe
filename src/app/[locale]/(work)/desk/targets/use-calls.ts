"use client";

import { useRouter } from "next/navigation";
import { useMemo } from "react";
import { useApiClient } from "@/app/shell/api-provider";
import type { IndicatorCalls } from "@/features/indicators/ui/calls";

/** The forms of indicators, as calls of the platform. */
export function useCalls(): IndicatorCalls {
  const api = useApiClient();
  const router = useRouter();
  return useMemo(
    () => ({
      setTargets: async (input) => await api.target.set.mutate(input),
      createCheckpoint: async (input) => await api.checkpoint.create.mutate(input),
      removeCheckpoint: async (input) => await api.checkpoint.remove.mutate(input),
      approve: async (input) => await api.checkpoint.approve.mutate(input),
      recordPaperApproval: async (input) => await api.checkpoint.recordPaperApproval.mutate(input),
      takeNote: async (input) => await api.checkpoint.takeNote.mutate(input),
      refresh: () => router.refresh(),
    }),
    [api, router],
  );
}
