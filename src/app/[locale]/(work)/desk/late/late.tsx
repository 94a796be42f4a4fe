"use client";

import type { ComponentProps } from "react";
import { api } from "@/app/shell/api-client";
import { LateList } from "@/features/initiatives/late/ui/late-list";

/** The list with the call that this site makes. */
export function Late(props: Omit<ComponentProps<typeof LateList>, "decide">) {
  return <LateList {...props} decide={async (input) => await api.lateSheet.decide.mutate(input)} />;
}
