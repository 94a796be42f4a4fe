"use client";

import type { ComponentProps } from "react";
import { ResetForm } from "@/features/people/ui/reset-form";
import { peopleCalls } from "../../people-calls";

export function Reset(props: Omit<ComponentProps<typeof ResetForm>, "api">) {
  return <ResetForm {...props} api={peopleCalls} />;
}
