"use client";

import type { Checkpoints } from "@/features/indicators/checkpoints/schema";
import { CheckpointDesk } from "@/features/indicators/checkpoints/ui/checkpoint-desk";
import type { Targets } from "@/features/indicators/targets/schema";
import { TargetForm } from "@/features/indicators/targets/ui/target-form";
import { useCalls } from "./use-calls";

/** Both forms of the page, with the platform's calls. */
export function TargetsDesk({ targets, checkpoints, now }: { readonly targets: Targets; readonly checkpoints: Checkpoints; readonly now: Date }) {
  const calls = useCalls();
  return (
    <div className="split mt-6">
      <div>
        <TargetForm targets={targets} calls={calls} />
      </div>
      <div>
        <CheckpointDesk of={checkpoints} now={now} calls={calls} />
      </div>
    </div>
  );
}
