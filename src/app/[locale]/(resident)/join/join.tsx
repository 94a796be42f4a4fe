"use client";

import type { ComponentProps } from "react";
import { JoinForm } from "@/features/people/ui/join-form";
import { peopleCalls } from "../people-calls";

export function Join(props: Omit<ComponentProps<typeof JoinForm>, "api">) {
  return <JoinForm {...props} api={peopleCalls} />;
}
