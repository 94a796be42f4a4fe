"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import type { PeopleApi } from "./people-api";
import { useAct } from "./use-act";
import { waitingLook } from "./use-form";

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

/** «Не показывать моей организации»: hiding takes the past along, showing does not. */
export function HidingChoice({ api, isHidden }: { readonly api: Pick<PeopleApi, "setHidden">; readonly isHidden: boolean }) {
  const t = useTranslations("people.account");
  const [isOn, setOn] = useState(isHidden);
  const { state, run, isReady, problem } = useAct();
  const change = () =>
    run(async () => {
      await api.setHidden({ isHidden: !isOn });
      setOn(!isOn);
    });
  return (
    <>
      <p>{isOn ? t("hidingOn") : t("hidingOff")}</p>
      <div className="acts mt-3">
        <button type="button" className="button button-quiet" disabled={!isReady} style={isReady ? undefined : waitingLook.quiet} aria-disabled={state === "busy"} onClick={() => void change()}>{isOn ? t("unhide") : t("hide")}</button>
      </div>
      {state === "done" ? <p className="mt-3" role="status">{isOn ? t("hideDone") : t("unhideDone")}</p> : null}
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
