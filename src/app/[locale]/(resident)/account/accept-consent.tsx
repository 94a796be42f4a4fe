"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { api } from "@/app/shell/api-client";
import { ConsentAct } from "@/features/people/consents/ui/document-form";

export function AcceptConsent({ documentId }: { readonly documentId: string }) {
  const t = useTranslations("people.asked");
  const router = useRouter();
  return <ConsentAct label={t("accept")} done={t("done")} act={async (key) => await api.people.consents.accept.mutate({ documentId, key })} onDone={() => router.refresh()} />;
}
