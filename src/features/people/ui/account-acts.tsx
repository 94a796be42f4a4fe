"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Notice } from "@/ui/page/notice";
import type { PeopleApi } from "./people-api";
import { refusalOf, useIsReady, waitingLook } from "./use-form";

type State = "ready" | "busy" | "done" | { readonly problem: string };

function useAct() {
  const t = useTranslations("people.common");
  const errors = useTranslations("errors");
  const isReady = useIsReady();
  const [state, setState] = useState<State>("ready");
  const run = async (work: () => Promise<unknown>) => {
    if (state === "busy") return;
    setState("busy");
    try {
      await work();
      setState("done");
    } catch (error) {
      const refusal = refusalOf(error);
      setState({ problem: refusal ? errors(refusal.code as "request.failed", refusal.params) : t("connection") });
    }
  };
  return { state, run, isReady, problem: typeof state === "object" ? <div className="mt-3"><Notice tone="late" live><p>{state.problem}</p></Notice></div> : null };
}

interface NameConsentProps {
  readonly api: Pick<PeopleApi, "setPublishName">;
  readonly publishesName: boolean;
  readonly documentId: string | null;
}

/** Given or withdrawn by one press; what is shown in public follows at once. */
export function NameConsent({ api, publishesName, documentId }: NameConsentProps) {
  const t = useTranslations("people.account");
  const [isOn, setOn] = useState(publishesName);
  const { state, run, isReady, problem } = useAct();
  const change = () =>
    run(async () => {
      await api.setPublishName({ agreed: !isOn, documentId: isOn ? null : documentId });
      setOn(!isOn);
    });
  return (
    <>
      <p>{isOn ? t("publishNameOn") : t("publishNameOff")}</p>
      {isOn || documentId !== null ? (
        <div className="acts mt-3">
          <button type="button" className="button button-quiet" disabled={!isReady} style={isReady ? undefined : waitingLook.quiet} aria-disabled={state === "busy"} onClick={() => void change()}>{isOn ? t("withdraw") : t("agree")}</button>
          <a href="/consents/publishName">{t("readConsent")}</a>
        </div>
      ) : null}
      {state === "done" ? <p className="mt-3" role="status">{isOn ? t("agreedDone") : t("withdrawnDone")}</p> : null}
      {problem}
    </>
  );
}

/** The language of pages and letters: kept with the person and in this browser. */
export function LanguageChoice({ api }: { readonly api: Pick<PeopleApi, "setLocale"> }) {
  const t = useTranslations("people.account");
  const locale = useLocale();
  const { run, isReady, problem } = useAct();
  const choose = (to: "ru" | "en") =>
    run(async () => {
      await api.setLocale({ locale: to });
      // sets the cookie that public pages go by, and comes back here
      window.location.assign(`/api/language?to=${to}`);
      await new Promise(() => undefined);
    });
  return (
    <>
      <div className="acts" role="group" aria-label={t("language")}>
        {(["ru", "en"] as const).map((one) => (
          <button key={one} type="button" lang={one} className={one === locale ? "button" : "button button-quiet"} aria-pressed={one === locale} disabled={!isReady} style={isReady ? undefined : one === locale ? waitingLook.primary : waitingLook.quiet} onClick={() => void (one === locale ? null : choose(one))}>{t(`languages.${one}`)}</button>
        ))}
      </div>
      {problem}
    </>
  );
}
