"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useIsReady } from "@/ui/form/use-is-ready";
import { Notice } from "@/ui/page/notice";
import { signOut } from "./enter";
import type { PeopleApi } from "./people-api";
import { waitingLook } from "./use-form";

/** Here, or on every device at once; `onLeft`: what else has to go from this device. */
export function SignOutForm({ api, onLeft }: { readonly api: Pick<PeopleApi, "endSessions">; readonly onLeft?: () => void }) {
  const t = useTranslations("people");
  const isReady = useIsReady();
  const [state, setState] = useState<"ready" | "busy" | "failed">("ready");
  const leave = async (everywhere: boolean) => {
    if (state === "busy") return;
    setState("busy");
    try {
      if (everywhere) await api.endSessions();
      await signOut();
      onLeft?.();
      window.location.assign("/sign-out?done=1");
    } catch {
      setState("failed");
    }
  };
  return (
    <>
      {state === "failed" ? <div className="mb-5"><Notice tone="late" live><p>{t("common.connection")}</p></Notice></div> : null}
      <div className="acts">
        <button type="button" className="button" disabled={!isReady} style={isReady ? undefined : waitingLook.primary} onClick={() => void leave(false)}>{t("signOut.submit")}</button>
        <button type="button" className="button button-quiet" disabled={!isReady} style={isReady ? undefined : waitingLook.quiet} onClick={() => void leave(true)}>{t("signOut.everywhere")}</button>
      </div>
      <p className="small muted mt-3">{t("signOut.everywhereNote")}</p>
    </>
  );
}
