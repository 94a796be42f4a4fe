"use client";

import type { ComponentProps } from "react";
import { ForgotForm } from "@/features/people/ui/forgot-form";
import { peopleCalls } from "../../people-calls";

export function Forgot(props: Omit<ComponentProps<typeof ForgotForm>, "api">) {
  return <ForgotForm {...props} api={peopleCalls} />;
}
