"use client";

import type { ComponentProps } from "react";
import { api } from "@/app/shell/api-client";
import { SettleForm } from "@/features/initiatives/wording/ui/settle-form";
import { SharePanel } from "@/features/initiatives/wording/ui/share-panel";

export function Settle(props: Omit<ComponentProps<typeof SettleForm>, "settle">) {
  return <SettleForm {...props} settle={async (input) => await api.wording.settle.mutate(input)} />;
}

export function Share({ draftId, isShared }: { readonly draftId: string; readonly isShared: boolean }) {
  return <SharePanel isShared={isShared} share={async () => await api.wording.share.mutate({ draftId })} unshare={async () => await api.wording.unshare.mutate({ draftId })} />;
}
