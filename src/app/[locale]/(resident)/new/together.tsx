"use client";

import type { ComponentProps } from "react";
import { GoOnTogether } from "@/features/people/ui/go-on-together";
import { peopleCalls } from "../people-calls";

export function Together(props: Omit<ComponentProps<typeof GoOnTogether>, "api">) {
  return <GoOnTogether {...props} api={peopleCalls} />;
}
