"use client";

import type { ComponentProps } from "react";
import { api } from "@/app/shell/api-client";
import { ReplyForm } from "@/features/hotline/ui/reply-form";

type Props = Omit<ComponentProps<typeof ReplyForm>, "send" | "place"> & { readonly ticketId: string };

export function ReplyIsland({ ticketId, ...form }: Props) {
  return <ReplyForm {...form} place={`hotline.reply.${ticketId}`} send={async (text, key) => await api.hotline.reply.mutate({ ticketId, text, key })} />;
}

export function ReopenIsland({ ticketId, version, ...form }: Props & { readonly version: number }) {
  return <ReplyForm {...form} place={`hotline.reopen.${ticketId}`} send={async (text, key) => await api.hotline.reopen.mutate({ ticketId, version, text, key })} />;
}
