"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { OneFileForm } from "@/ui/form/one-file-form";
import { Notice } from "@/ui/page/notice";
import { Panel } from "@/ui/page/panel";
import type { PeopleApi } from "../../ui/people-api";
import { paperLimits, type Paper } from "../schema";

const accept = ["application/pdf", "image/jpeg", "image/png", "image/webp"] as const;

interface Props {
  readonly api: Pick<PeopleApi, "beginPaper">;
  readonly personId: string;
  readonly paper: Paper | null;
  readonly mayAttach: boolean;
  readonly onSent: () => void;
}

/** The form with the signature, scanned; where it lies on paper was said at the registration. */
export function PaperPanel({ api, personId, paper, mayAttach, onSent }: Props) {
  const t = useTranslations("people.paper");
  const errors = useTranslations("errors");
  const format = useFormatter();
  const [isSaved, setSaved] = useState(false);
  if (!paper && !mayAttach) return null;
  const kilobytes = (count: number) => t("size", { kilobytes: format.number(count) });
  const action = paper ? t("replace") : t("send");
  return (
    <Panel title={t("title")} id="paper">
      {isSaved ? <div className="mb-4"><Notice tone="done" live><p>{t("saved")}</p></Notice></div> : null}
      {paper ? <p className="mb-4"><a className="link" href={`/files/${paper.id}`} target="_blank" rel="noopener">{t("open")}</a> <span className="small muted num">{paper.name}, {kilobytes(Math.max(1, Math.round(paper.bytes / 1000)))}</span></p> : null}
      {mayAttach ? (
        <OneFileForm
          id={`paper-${personId}`} label={action} hint={`${t("hint", { megabytes: paperLimits.bytes / 1_000_000 })}${paper ? ` ${t("replaceNote")}` : ""}`} limitBytes={paperLimits.bytes} accept={accept}
          begin={async (file) => await api.beginPaper({ personId, ...file })} say={(code, params) => errors(code as "request.failed", params)}
          onSent={() => { setSaved(true); onSent(); }}
          words={{ drop: t("drop"), choose: t("choose"), send: action, lost: t("lost"), remove: (name) => t("remove", { name }), kilobytes, progress: (percent) => t("progress", { percent }) }}
        />
      ) : null}
    </Panel>
  );
}
