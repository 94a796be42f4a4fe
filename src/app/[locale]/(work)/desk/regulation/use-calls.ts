"use client";

import { useRouter } from "next/navigation";
import { useMemo } from "react";
import { useApiClient } from "@/app/shell/api-provider";
import type { RegulationCalls } from "@/features/regulation/ui/calls";

/** The forms of the regulation, as calls of the platform. */
export function useCalls(): RegulationCalls {
  const { regulation } = useApiClient();
  const router = useRouter();
  return useMemo(
    () => ({
      set: async (input) => await regulation.set.mutate(input),
      tighten: async (input) => await regulation.tighten.mutate(input),
      setHours: async (input) => await regulation.setHours.mutate(input),
      refresh: () => router.refresh(),
    }),
    [regulation, router],
  );
}
