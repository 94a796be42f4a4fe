"use client";

import { useTranslations } from "next-intl";
import { signOut } from "./enter";
import { useAct } from "./use-act";
import { waitingLook } from "./use-form";

/** For whoever can't go anywhere else yet. */
export function SignOutHere() {
  const t = useTranslations("people.signOut");
  const { state, run, isReady, problem } = useAct();
  const leave = () =>
    run(async () => {
      await signOut();
      window.location.assign("/");
      await new Promise(() => undefined);
    });
  return (
    <>
      <button type="button" className="button button-quiet" disabled={!isReady} style={isReady ? undefined : waitingLook.quiet} aria-disabled={state === "busy"} onClick={() => void leave()}>{t("submit")}</button>
      {problem}
    </>
  );
}
