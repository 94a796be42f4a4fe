"use client";

import { useFormatter, useTranslations } from "next-intl";
import { toast } from "@/ui/feedback/toast-queue";
import { OneFileForm } from "@/ui/form/one-file-form";
import { Panel } from "@/ui/page/panel";
import type { AppointmentRecord } from "../../appointments/schema";
import { useCalls } from "../../ui/calls";
import { scanLimits } from "../schema";

const accept = ["application/pdf", "image/jpeg", "image/png", "image/webp"] as const;

/** The paper itself: seen by who sees the appointment, attached and replaced by who may appoint. */
export function ScanPanel({ record: { id, scan, may } }: { readonly record: AppointmentRecord }) {
  const t = useTranslations("structure.scan");
  const errors = useTranslations("errors");
  const format = useFormatter();
  const { beginScan, refresh } = useCalls();
  if (!scan && !may.act) return null;
  const kilobytes = (count: number) => t("size", { kilobytes: format.number(count) });
  const action = scan ? t("replace") : t("send");
  return (
    <Panel title={t("title")} id="scan">
      {scan ? <p className="mb-4"><a className="link" href={`/files/${scan.id}`} target="_blank" rel="noopener">{t("open")}</a> <span className="small muted num">{scan.name}, {kilobytes(Math.max(1, Math.round(scan.bytes / 1000)))}</span></p> : null}
      {may.act ? (
        <OneFileForm
          id={`scan-${id}`} label={action} hint={`${t("hint", { megabytes: scanLimits.bytes / 1_000_000 })}${scan ? ` ${t("replaceNote")}` : ""}`} limitBytes={scanLimits.bytes} accept={accept}
          begin={async (file) => await beginScan({ appointmentId: id, ...file })} say={(code, params) => errors(code as "request.failed", params)}
          onSent={() => { toast({ tone: "done", title: t("saved") }); refresh(); }}
          words={{ drop: t("drop"), choose: t("choose"), send: action, lost: t("lost"), remove: (name) => t("remove", { name }), kilobytes, progress: (percent) => t("progress", { percent }) }}
        />
      ) : null}
    </Panel>
  );
}
