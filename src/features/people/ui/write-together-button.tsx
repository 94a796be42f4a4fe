"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { newId } from "@/shared/ids/id";
import { useIsReady } from "@/ui/form/use-is-ready";
import { Notice } from "@/ui/page/notice";
import type { PeopleApi } from "./people-api";
import { refusalOf, waitingLook } from "./use-form";

interface Props {
  readonly api: Pick<PeopleApi, "beginAssisting" | "startDraftWith">;
  readonly personId: string;
  readonly organisationId: string;
  /** for screen readers, in a list */
  readonly name?: string;
  readonly isPrimary?: boolean;
}

/** Begins to work with the person at this computer, and a draft whose author they are and whose helper the asker; one press, one draft. */
export function WriteTogetherButton({ api, personId, organisationId, name, isPrimary = false }: Props) {
  const t = useTranslations("people");
  const errors = useTranslations("errors");
  const isReady = useIsReady();
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const draftId = useRef("");

  const begin = async () => {
    if (isBusy) return;
    setBusy(true);
    setProblem(null);
    draftId.current ||= newId();
    try {
      await api.beginAssisting({ personId });
      const { id } = await api.startDraftWith({ personId, organisationId, id: draftId.current });
      window.location.assign(`/new?draft=${id}`);
    } catch (error) {
      const refusal = refusalOf(error);
      setProblem(refusal ? errors(refusal.code as "request.failed", refusal.params) : t("common.connection"));
      setBusy(false);
    }
  };
  return (
    <div>
      <button type="button" className={isPrimary ? "button" : "button button-quiet"} disabled={!isReady} style={isReady ? undefined : isPrimary ? waitingLook.primary : waitingLook.quiet} aria-disabled={isBusy} aria-label={name ? `${t("desk.writeShort")}: ${name}` : undefined} onClick={() => void begin()}>
        {name ? t("desk.writeShort") : t("desk.write")}
      </button>
      {problem ? <div className="mt-3"><Notice tone="late" live><p>{problem}</p></Notice></div> : null}
    </div>
  );
}
