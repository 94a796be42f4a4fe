"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { buttonClass } from "@/ui/page/button-class";
import { Notice } from "@/ui/page/notice";
import type { DraftContent } from "../../schema";
import { StatusTag } from "../../ui/status-tag";
import { AnswerBegins } from "./answer-begins";
import type { DraftApi } from "./draft-api";
import { useSimilar } from "./use-similar";

interface Props {
  readonly content: DraftContent;
  readonly api: DraftApi;
  readonly isSignedIn: boolean;
  /** not to submit one's own after all */
  readonly onDiscard: () => Promise<void>;
}

type Done = "supported" | "followed" | "failed";

/** Before submitting: what is alike and what became of it, to support or follow instead. Going on is always possible, and so is giving up one's own. */
export function SimilarBefore({ content, api, isSignedIn, onDiscard }: Props) {
  const t = useTranslations("initiatives");
  const found = useSimilar(api, content, 0);
  const [done, setDone] = useState<Readonly<Record<number, Done>>>({});
  if (found.length === 0) return null;
  const act = (number: number, wish: "support" | "follow") =>
    void api[wish]({ number, on: true }).then(() => setDone((before) => ({ ...before, [number]: wish === "support" ? "supported" : "followed" })), () => setDone((before) => ({ ...before, [number]: "failed" })));
  return (
    <div className="mt-6 max-w-160">
      <Notice level={3} title={t("new.similarTitle")}>
        <p>{t("new.similarBefore")}</p>
        <ul className="record-list mt-2">
          {found.map(({ number, title: name, municipality, status, supportCount, answer }) => (
            <li key={number} className="stack">
              <p><a href={`/initiatives/${number}`} target="_blank" rel="noopener">{name}</a> <StatusTag status={status} /></p>
              <AnswerBegins answer={answer} />
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
        {Object.values(done).some((one) => one !== "failed") ? <Instead onDiscard={onDiscard} /> : null}
      </Notice>
    </div>
  );
}

/** One was supported: the draft of one's own needn't stay. It goes after a second press, as it can't be brought back. */
function Instead({ onDiscard }: Pick<Props, "onDiscard">) {
  const t = useTranslations("initiatives.new");
  const [state, setState] = useState<"idle" | "asked" | "busy" | "failed">("idle");
  const discard = () => {
    setState("busy");
    onDiscard().catch(() => setState("failed"));
  };
  return (
    <div className="stack mt-4">
      <p>{t(state === "idle" ? "similarInstead" : "discardConfirm")}</p>
      {state === "failed" ? <p className="error" role="alert">{t("discardFailed")}</p> : null}
      <div className="acts">
        {state === "idle" ? <button type="button" className={buttonClass({ variant: "quiet" })} onClick={() => setState("asked")}>{t("similarDiscard")}</button> : null}
        {state === "idle" ? null : <button type="button" className={buttonClass({ variant: "danger" })} aria-disabled={state === "busy"} onClick={() => { if (state !== "busy") discard(); }}>{t("discard")}</button>}
        {state === "idle" ? null : <button type="button" className={buttonClass({ variant: "plain" })} onClick={() => setState("idle")}>{t("similarKeep")}</button>}
      </div>
    </div>
  );
}
