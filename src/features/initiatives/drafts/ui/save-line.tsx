"use client";

import { useLocale, useTranslations } from "next-intl";
import { Notice } from "@/ui/page/notice";
import { buttonClass } from "@/ui/page/button-class";
import { formatTime } from "@/shared/dates/format";
import type { Draft } from "../schema";
import type { SaveState } from "./use-draft";

interface Props {
  readonly save: SaveState;
  readonly here: string;
  readonly onSettle: (take: "mine" | "theirs", theirs: Draft) => void;
}

/** Where the text is now; never silent when it is on this device alone. */
export function SaveLine({ save, here, onSettle }: Props) {
  const t = useTranslations("initiatives.new");
  const errors = useTranslations("errors");
  const locale = useLocale();
  switch (save.kind) {
    case "idle":
      return <p className="small muted">{t("lead")}</p>;
    case "saving":
      return <p className="small muted" role="status">{t("saving")}</p>;
    case "saved":
      return <p className="small muted num" role="status">{t("saved", { time: formatTime(save.at, Intl.DateTimeFormat().resolvedOptions().timeZone, locale) })}</p>;
    case "offline":
      return <Notice tone="soon" live title={t("offline")}><p>{t("offlineText")}</p></Notice>;
    case "signedOut":
      return <Notice tone="soon" live title={t("signedOut")} actions={<a className={buttonClass({})} href={`/sign-in?next=${encodeURIComponent(here)}`}>{t("enter")}</a>}><p>{t("signedOutText")}</p></Notice>;
    case "refused":
      return <Notice tone="late" live title={t("refused")}><p>{errors(save.code as "request.failed", save.params)}</p></Notice>;
    case "conflict":
      return (
        <Notice tone="soon" live title={t("conflictTitle")} actions={<>
          <button type="button" className={buttonClass({})} onClick={() => onSettle("mine", save.theirs)}>{t("keepMine")}</button>
          <button type="button" className={buttonClass({ variant: "quiet" })} onClick={() => onSettle("theirs", save.theirs)}>{t("takeTheirs")}</button>
        </>}>
          <p>{t("conflictText")}</p>
          {save.theirs.content.title ? <p className="mt-2">«{save.theirs.content.title}»</p> : null}
        </Notice>
      );
  }
}
