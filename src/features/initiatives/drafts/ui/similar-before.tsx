"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { buttonClass } from "@/ui/page/button-class";
import { Notice } from "@/ui/page/notice";
import type { Similar } from "../../catalogue/schema";
import { StatusTag } from "../../ui/status-tag";
import type { DraftApi } from "./draft-api";

interface Props {
  readonly title: string;
  readonly municipalityId: string | null;
  readonly api: DraftApi;
  readonly isSignedIn: boolean;
}

type Done = "supported" | "followed" | "failed";

/** Before submitting: what is alike and what became of it, to support or follow instead. Going on is always possible. */
export function SimilarBefore({ title, municipalityId, api, isSignedIn }: Props) {
  const t = useTranslations("initiatives");
  const [found, setFound] = useState<readonly Similar[]>([]);
  const [done, setDone] = useState<Readonly<Record<number, Done>>>({});
  useEffect(() => {
    let isOld = false;
    // a hint only: without a connection there is none
    if (title.trim().length >= 8) api.similar({ municipalityId, title: title.slice(0, 300) }).then((similar) => isOld || setFound(similar), () => undefined);
    return () => {
      isOld = true;
    };
  }, [title, municipalityId, api]);
  if (found.length === 0) return null;
  const act = (number: number, wish: "support" | "follow") =>
    void api[wish]({ number, on: true }).then(() => setDone((before) => ({ ...before, [number]: wish === "support" ? "supported" : "followed" })), () => setDone((before) => ({ ...before, [number]: "failed" })));
  return (
    <div className="mt-6 max-w-160">
      <Notice level={3} title={t("new.similarTitle")}>
        <p>{t("new.similarBefore")}</p>
        <ul className="record-list mt-2">
          {found.map(({ number, title: name, municipality, status, supportCount }) => (
            <li key={number} className="stack">
              <p><a href={`/initiatives/${number}`} target="_blank" rel="noopener">{name}</a> <StatusTag status={status} /></p>
              <p className="small muted num">{[municipality, ...(supportCount > 0 ? [t("supported", { count: supportCount })] : [])].join(" · ")}</p>
              {done[number] === "supported" || done[number] === "followed" ? <p role="status">{t(`new.similarDone.${done[number]}`)}</p> : null}
              {isSignedIn && (done[number] === undefined || done[number] === "failed") ? (
                <div className="acts">
                  <button type="button" className={buttonClass({ variant: "quiet" })} onClick={() => act(number, "support")}>{t("support.support")}</button>
                  <button type="button" className={buttonClass({ variant: "plain" })} onClick={() => act(number, "follow")}>{t("support.follow")}</button>
                </div>
              ) : null}
              {done[number] === "failed" ? <p className="error" role="alert">{t("support.failed")}</p> : null}
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
