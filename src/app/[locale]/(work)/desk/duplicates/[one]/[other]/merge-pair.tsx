"use client";

import type { ComponentProps } from "react";
import { MergeForm } from "@/features/people/ui/merge-form";
import { peopleCalls } from "../../../../../(resident)/people-calls";

export function MergePair(props: Omit<ComponentProps<typeof MergeForm>, "api">) {
  return <MergeForm {...props} api={peopleCalls} />;
}
