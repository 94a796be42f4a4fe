"use client";

import type { ComponentProps } from "react";
import { api } from "@/app/shell/api-client";
import { AskForm } from "@/features/hotline/ui/ask-form";

export function AskIsland(props: Omit<ComponentProps<typeof AskForm>, "send">) {
  return <AskForm {...props} send={async (input) => await api.hotline.ask.mutate(input)} />;
}
