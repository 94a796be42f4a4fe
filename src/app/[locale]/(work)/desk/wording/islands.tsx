"use client";

import { api } from "@/app/shell/api-client";
import type { TakenDraft } from "@/features/initiatives/wording/schema";
import { SuggestForm } from "@/features/initiatives/wording/ui/suggest-form";
import { TakeForm } from "@/features/initiatives/wording/ui/take-form";

export function Take() {
  return <TakeForm take={async (code) => await api.wording.take.mutate({ code })} />;
}

export function Suggest({ draft }: { readonly draft: TakenDraft }) {
  return <SuggestForm draft={draft} suggest={async (input) => await api.wording.suggest.mutate(input)} />;
}
