"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "@/ui/feedback/toast-queue";
import { OneFileForm } from "@/ui/form/one-file-form";
import { TextField } from "@/ui/form/text-field";
import { Button } from "@/ui/form/button";
import type { InitiativeRecord } from "../../record/schema";
import type { ConsideringCalls } from "../../ui/calls";
import { altField, evidenceLimits } from "../schema";

const images = ["image/jpeg", "image/png", "image/webp"] as const;

interface Props {
  readonly record: InitiativeRecord;
  readonly calls: Pick<ConsideringCalls, "beginEvidence" | "removeEvidence">;
  readonly level: 2 | 3;
  readonly onChanged: () => void;
}

/** Photos of what was done and the signed answer: seen by who reads the record, put there by the group. */
export function EvidencePanel({ record, calls, level, onChanged }: Props) {
  const t = useTranslations("considering.evidence");
  const errors = useTranslations("errors");
  const format = useFormatter();
  const [alt, setAlt] = useState("");
  const [isAltMissing, setAltMissing] = useState(false);
  const { photos, scan } = record.evidence;
  const mayRecord = record.actions.includes("sign");
  if (!mayRecord && photos.length === 0 && !scan) return null;
  const Sub = `h${level}` as const;
  const kilobytes = (count: number) => t("size", { kilobytes: format.number(count) });
  const words = { drop: t("drop"), choose: t("choose"), lost: t("lost"), remove: (name: string) => t("remove", { name }), kilobytes, progress: (percent: number) => t("progress", { percent }) };
  const say = (code: string, params: Readonly<Record<string, string | number>> | undefined) => errors(code as "request.failed", params);
  const common = { limitBytes: evidenceLimits.bytes, say };
  const saved = (said: string) => () => { toast({ tone: "done", title: said }); onChanged(); };
  const isAltSaid = () => {
    const isSaid = altField.safeParse(alt).success;
    setAltMissing(!isSaid);
    return isSaid;
  };
  const remove = async (id: string) => {
    await calls.removeEvidence({ fileId: id }).then(saved(t("removed")), () => toast({ tone: "late", title: t("lost") }));
  };
  return (
    <section className="mt-6" aria-label={t("title")}>
      <Sub className="text-work font-semibold">{t("title")}</Sub>
      {scan ? <p className="mt-2"><a className="link" href={`/files/${scan.id}`} target="_blank" rel="noopener">{t("openScan")}</a> <span className="small muted num">{scan.name}, {kilobytes(Math.max(1, Math.round(scan.bytes / 1000)))}</span></p> : null}
      {photos.length > 0 ? (
        <ul className="mt-3 grid gap-3" aria-label={t("photos")}>
          {photos.map((photo) => (
            <li key={photo.id} className="flex flex-wrap items-center gap-3">
              <a href={`/files/${photo.id}`} target="_blank" rel="noopener"><img src={`/files/${photo.id}`} alt={photo.alt} loading="lazy" className="h-32 w-48 object-cover" /></a>
              <span className="min-w-0 grow break-words" aria-hidden="true">{photo.alt}</span>
              {mayRecord ? <Button variant="plain" aria-label={t("remove", { name: photo.alt })} onPress={async () => await remove(photo.id)}>{t("removeShort")}</Button> : null}
            </li>
          ))}
        </ul>
      ) : null}
      {mayRecord ? (
        <>
          <details className="mt-3">
            <summary className="link">{t("addPhoto")}</summary>
            <div className="stack mt-3">
              <TextField
                id={`alt-${record.id}`} label={t("alt")} hint={t("altHint")} value={alt} onChange={(text) => { setAlt(text); setAltMissing(false); }} maxLength={evidenceLimits.alt}
                error={isAltMissing ? errors("field.tooShort", { min: evidenceLimits.altMin }) : undefined}
              />
              <OneFileForm {...common} id={`photo-${record.id}`} label={t("photo")} hint={t("photoHint", { count: evidenceLimits.photos, megabytes: evidenceLimits.bytes / 1_000_000 })} accept={images} isReady={isAltSaid} begin={async (file) => await calls.beginEvidence({ kind: "donePhoto", initiativeId: record.id, alt, ...file })} onSent={() => { setAlt(""); saved(t("photoSaved"))(); }} words={{ ...words, send: t("sendPhoto") }} />
            </div>
          </details>
          <details className="mt-3">
            <summary className="link">{scan ? t("replaceScan") : t("addScan")}</summary>
            <div className="mt-3">
              <OneFileForm {...common} id={`scan-${record.id}`} label={t("scan")} hint={t("scanHint", { megabytes: evidenceLimits.bytes / 1_000_000 })} accept={["application/pdf", ...images]} begin={async (file) => await calls.beginEvidence({ kind: "answerScan", initiativeId: record.id, ...file })} onSent={saved(t("scanSaved"))} words={{ ...words, send: t("sendScan") }} />
            </div>
          </details>
        </>
      ) : null}
    </section>
  );
}
