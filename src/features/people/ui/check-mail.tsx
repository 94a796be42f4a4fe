"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Notice } from "@/ui/page/notice";
import type { PeopleApi } from "./people-api";
import { refusalOf } from "./use-form";

interface Props {
  readonly api: Pick<PeopleApi, "resend">;
  readonly email: string;
  readonly next: string | null;
  readonly isDemonstration: boolean;
  readonly onWrongAddress: () => void;
}

type State = "sent" | "again" | "sending" | { readonly problem: string };

/** «Проверьте почту»: the same words whether the address was known or not. */
export function CheckMail({ api, email, next, isDemonstration, onWrongAddress }: Props) {
  const t = useTranslations("people");
  const errors = useTranslations("errors");
  const [state, setState] = useState<State>("sent");
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);

  const again = async () => {
    if (state === "sending") return;
    setState("sending");
    try {
      await api.resend({ email, ...(next ? { next } : {}) });
      setState("again");
    } catch (error) {
      const refusal = refusalOf(error);
      setState({ problem: refusal ? errors(refusal.code as "request.failed", refusal.params) : t("common.connection") });
    }
  };

  return (
    <div ref={box} tabIndex={-1}>
      <Notice tone="done" live title={t("register.sentTitle")}>
        <p>{t("register.sentText", { email })}</p>
        <p className="mt-2">{t("register.sentAfter")}</p>
        {isDemonstration ? <p className="mt-2"><a href={`/mailbox?to=${encodeURIComponent(email)}`}>{t("register.mailbox")}</a></p> : null}
      </Notice>
      {state === "again" ? <div className="mt-4"><Notice live><p>{t("register.sentAgain")}</p></Notice></div> : null}
      {typeof state === "object" ? <div className="mt-4"><Notice tone="late" live><p>{state.problem}</p></Notice></div> : null}
      <div className="acts mt-5">
        <button type="button" className="button button-quiet" aria-disabled={state === "sending"} onClick={() => void again()}>{state === "sending" ? t("common.sending") : t("register.again")}</button>
        <button type="button" className="button button-plain" onClick={onWrongAddress}>{t("register.wrongAddress")}</button>
      </div>
    </div>
  );
}
