"use client";

import type { MarathonRegulation } from "@/features/regulation/schema";
import { MarathonForm } from "@/features/regulation/ui/marathon-form";
import { useCalls } from "../../desk/regulation/use-calls";

/** The form with the platform's calls; a saved edition begins it anew. */
export function MarathonRegulationForm({ regulation }: { readonly regulation: MarathonRegulation }) {
  return <MarathonForm key={regulation.number} regulation={regulation} calls={useCalls()} />;
}
