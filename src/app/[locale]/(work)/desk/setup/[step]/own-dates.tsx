"use client";

import type { Checkpoints } from "@/features/indicators/checkpoints/schema";
import { CheckpointDesk } from "@/features/indicators/checkpoints/ui/checkpoint-desk";
import { useCalls } from "../../targets/use-calls";

/** Days on which figures are taken, with the platform's calls. */
export function OwnDates({ checkpoints, now }: { readonly checkpoints: Checkpoints; readonly now: Date }) {
  return <CheckpointDesk of={checkpoints} now={now} calls={useCalls()} />;
}
