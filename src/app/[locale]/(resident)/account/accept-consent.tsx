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

/** Whoever does not agree to be named is named nowhere from now on: that is the refusal. */
export function RefuseName() {
  const t = useTranslations("people.asked");
  const router = useRouter();
  return <ConsentAct isQuiet label={t("refuseName")} done={t("refused")} act={async () => await api.people.setPublishName.mutate({ agreed: false, documentId: null })} onDone={() => router.refresh()} />;
}
