"use client";

import type { ComponentProps } from "react";
import { api } from "@/app/shell/api-client";
import { MessageList } from "@/features/messages/ui/message-list";

const calls = { markRead: async (input: { id: string | null }) => await api.messages.markRead.mutate(input) };

export function Messages(props: Omit<ComponentProps<typeof MessageList>, "api">) {
  return <MessageList {...props} api={calls} />;
}
