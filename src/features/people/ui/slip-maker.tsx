"use client";

import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { formatNumericDate } from "@/shared/dates/format";
import { plainDateIn } from "@/shared/dates/zone";
import { useIsReady } from "@/ui/form/use-is-ready";
import { Notice } from "@/ui/page/notice";
import type { Slip } from "../desk/schema";
import type { PeopleApi } from "./people-api";
import { SlipSheet } from "./slip-sheet";
import { refusalOf, waitingLook } from "./use-form";

interface Props {
  readonly api: Pick<PeopleApi, "issueSlip">;
  readonly personId: string;
  readonly zone: string;
  readonly label: string;
  /** right after a registration: nobody has to press anything */
  readonly atOnce?: boolean;
}

type State = { readonly kind: "none" | "busy" } | { readonly kind: "problem"; readonly text: string } | { readonly kind: "made"; readonly slip: Slip };

/** The code is here while the page is open, and nowhere afterwards: each slip is a new code. */
export function SlipMaker({ api, personId, zone, label, atOnce = false }: Props) {
  const t = useTranslations("people");
  const errors = useTranslations("errors");
  const locale = useLocale();
  const isReady = useIsReady();
  const [state, setState] = useState<State>({ kind: "none" });
  const begun = useRef(false);

  const make = async () => {
    setState({ kind: "busy" });
    try {
      setState({ kind: "made", slip: await api.issueSlip({ personId }) });
    } catch (error) {
      const refusal = refusalOf(error);
      setState({ kind: "problem", text: refusal ? errors(refusal.code as "request.failed", refusal.params) : t("common.connection") });
    }
  };
  useEffect(() => {
    if (!atOnce || begun.current) return;
    begun.current = true;
    void make();
  });

  if (state.kind === "made") {
    return (
      <>
        <div className="no-print mb-4"><Notice tone="soon" live><p>{t("sheet.once")}</p></Notice></div>
        <SlipSheet slip={state.slip} until={formatNumericDate(plainDateIn(zone, state.slip.until), locale)} />
        <div className="acts mt-4"><button type="button" className="button" onClick={() => window.print()}>{t("sheet.print")}</button></div>
      </>
    );
  }
  return (
    <>
      {state.kind === "problem" ? <div className="mb-4"><Notice tone="late" live><p>{state.text}</p></Notice></div> : null}
      <button type="button" className="button button-quiet" disabled={!isReady} style={isReady ? undefined : waitingLook.quiet} aria-disabled={state.kind === "busy"} onClick={() => void (state.kind === "busy" ? null : make())}>{state.kind === "busy" ? t("common.sending") : label}</button>
    </>
  );
}
