"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useIsReady } from "@/ui/form/use-is-ready";
import { Notice } from "@/ui/page/notice";
import { refusalOf } from "./use-form";

type State = "ready" | "busy" | "done" | { readonly problem: string };

/** One press that does one thing: a second one while it runs does nothing, what went wrong is said beside it. */
export function useAct() {
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
