"use client";

import type { ComponentProps } from "react";
import { ConfirmForm } from "@/features/people/ui/confirm-form";
import { peopleCalls } from "../people-calls";

export function Confirm(props: Omit<ComponentProps<typeof ConfirmForm>, "api">) {
  return <ConfirmForm {...props} api={peopleCalls} />;
}
