"use client";

import { useTranslations } from "next-intl";
import { LinkButton } from "@/ui/page/link-button";
import { Notice } from "@/ui/page/notice";
import type { SubmitState } from "./use-submit";

/** Why it isn't submitted yet, and what to do; the draft is kept in every case. */
export function SubmitNotice({ outcome, here }: { readonly outcome: SubmitState; readonly here: string }) {
  const t = useTranslations("initiatives.new");
  const errors = useTranslations("errors");
  const next = encodeURIComponent(here);
  switch (outcome.kind) {
    case "none":
      return null;
    case "offline":
      return <Notice tone="soon" live title={t("offline")}><p>{t("offlineText")}</p></Notice>;
    case "needsAccount":
      return (
        <Notice live title={t("registerTitle")} actions={<><LinkButton href={`/register?next=${next}`}>{t("register")}</LinkButton><LinkButton variant="quiet" href={`/sign-in?next=${next}`}>{t("signIn")}</LinkButton></>}>
          <p>{t("registerText")}</p>
        </Notice>
      );
    case "notJoined":
      return <Notice live title={t("notJoinedTitle")} actions={<LinkButton href={`/join?next=${next}`}>{t("join")}</LinkButton>}><p>{t("notJoinedText")}</p></Notice>;
    case "refused":
      return <Notice tone="late" live><p>{errors(outcome.refusal.code as "request.failed", outcome.refusal.params)}</p></Notice>;
  }
}
