"use client";

import type { ComponentProps } from "react";
import { ResendForm } from "@/features/people/ui/resend-form";
import { peopleCalls } from "../people-calls";

export function Resend(props: Omit<ComponentProps<typeof ResendForm>, "api">) {
  return <ResendForm {...props} api={peopleCalls} />;
}
