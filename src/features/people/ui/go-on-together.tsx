"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useIsReady } from "@/ui/form/use-is-ready";
import { Notice } from "@/ui/page/notice";
import type { PeopleApi } from "./people-api";
import { refusalOf, waitingLook } from "./use-form";

interface Props {
  readonly api: Pick<PeopleApi, "beginAssisting">;
  readonly personId: string;
}

/** The draft is the person's: it opens while they are beside. */
export function GoOnTogether({ api, personId }: Props) {
  const t = useTranslations("people");
  const errors = useTranslations("errors");
  const isReady = useIsReady();
  const [problem, setProblem] = useState<string | null>(null);
  const go = async () => {
    setProblem(null);
    try {
      await api.beginAssisting({ personId });
      window.location.reload();
    } catch (error) {
      const refusal = refusalOf(error);
      setProblem(refusal ? errors(refusal.code as "request.failed", refusal.params) : t("common.connection"));
    }
  };
  return (
    <>
      {problem ? <div className="mb-4"><Notice tone="late" live><p>{problem}</p></Notice></div> : null}
      <div className="acts">
        <button type="button" className="button" disabled={!isReady} style={isReady ? undefined : waitingLook.primary} onClick={() => void go()}>{t("assisted.go")}</button>
        <a className="button button-plain" href="/desk/people">{t("assisted.back")}</a>
      </div>
    </>
  );
}
