"use client";

import { useRouter } from "next/navigation";
import { useMemo } from "react";
import { useApiClient } from "@/app/shell/api-provider";
import type { CouncilCheckpoint as Checkpoint } from "@/features/indicators/checkpoints/schema";
import { CouncilCheckpointPanel } from "@/features/indicators/checkpoints/ui/council-checkpoint";

/** The panel with the platform's calls. */
export function CouncilCheckpoint({ checkpoint, now }: { readonly checkpoint: Checkpoint; readonly now: Date }) {
  const api = useApiClient();
  const router = useRouter();
  const calls = useMemo(() => ({ takeNote: async (input: { checkpointId: string; municipalityIds: string[] }) => await api.checkpoint.takeNote.mutate(input), refresh: () => router.refresh() }), [api, router]);
  return <CouncilCheckpointPanel checkpoint={checkpoint} now={now} calls={calls} />;
}
