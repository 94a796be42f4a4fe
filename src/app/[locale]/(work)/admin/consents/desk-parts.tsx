"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import type { ComponentProps } from "react";
import { api } from "@/app/shell/api-client";
import { ConsentAct, DocumentForm } from "@/features/people/consents/ui/document-form";
import type { ConsentPurpose } from "@/features/people/schema";

/** The form keeps what was typed until it is saved; then the page is read anew. */
export function OwnDocumentForm(props: Omit<ComponentProps<typeof DocumentForm>, "save" | "onSaved">) {
  const router = useRouter();
  return <DocumentForm {...props} save={async (input) => await api.people.consents.saveDraft.mutate(input)} onSaved={() => router.refresh()} />;
}

export function Publish({ purpose, seen }: { readonly purpose: ConsentPurpose; readonly seen: number }) {
  const t = useTranslations("people.consentDesk");
  const router = useRouter();
  return <ConsentAct label={t("publish")} done={t("published")} act={async (key) => await api.people.consents.publish.mutate({ purpose, seen, key })} onDone={() => router.refresh()} />;
}
