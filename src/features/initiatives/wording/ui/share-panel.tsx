"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { buttonClass } from "@/ui/page/button-class";
import type { Shared } from "../schema";
import { useAct } from "./use-act";

interface Props {
  readonly isShared: boolean;
  readonly share: () => Promise<Shared>;
  readonly unshare: () => Promise<unknown>;
}

/** The author's code for whoever shall help: shown once, replaced by the next one. */
export function SharePanel({ isShared, share, unshare }: Props) {
  const t = useTranslations("initiatives.wording");
  const { isBusy, refused, run } = useAct();
  const [is, setShared] = useState(isShared);
  const [code, setCode] = useState<string | null>(null);
  const give = async () => {
    const shared = await run(share);
    if (shared === null) return;
    setCode(shared.code);
    setShared(true);
  };
  const take = async () => {
    if ((await run(unshare)) === null) return;
    setCode(null);
    setShared(false);
  };
  return (
    <div className="stack">
      <p>{t(is ? "isShared" : "shareText")}</p>
      {code ? <p className="num" role="status">{t("code")} <b>{code}</b></p> : null}
      {refused ? <p className="error" role="alert">{refused}</p> : null}
      <div className="acts">
        <button type="button" className={buttonClass({ variant: is ? "quiet" : "primary" })} aria-disabled={isBusy} onClick={() => void give()}>{t(is ? "newCode" : "share")}</button>
        {is ? <button type="button" className={buttonClass({ variant: "plain" })} aria-disabled={isBusy} onClick={() => void take()}>{t("unshare")}</button> : null}
      </div>
    </div>
  );
}
