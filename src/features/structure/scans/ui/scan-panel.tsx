"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { newId } from "@/shared/ids/id";
import { toast } from "@/ui/feedback/toast-queue";
import { Button } from "@/ui/form/button";
import { FileDrop } from "@/ui/form/file-drop";
import { sendFile } from "@/ui/form/send-file";
import { Panel } from "@/ui/page/panel";
import type { AppointmentRecord } from "../../appointments/schema";
import { useCalls } from "../../ui/calls";
import { scanLimits } from "../schema";

const accept = ["application/pdf", "image/jpeg", "image/png", "image/webp"] as const;

type Refusal = { readonly code: string; readonly params?: Readonly<Record<string, string | number>> };

/** The paper itself: seen by who sees the appointment, attached and replaced by who may appoint. */
export function ScanPanel({ record: { id, scan, may } }: { readonly record: AppointmentRecord }) {
  const t = useTranslations("structure.scan");
  const errors = useTranslations("errors");
  const format = useFormatter();
  const { beginScan, refresh } = useCalls();
  const [files, setFiles] = useState<readonly File[]>([]);
  const [share, setShare] = useState<number | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  // the same id as long as it is the same file: a second try makes no second scan
  const fileId = useRef(newId());
  const [file] = files;
  if (!may.act) return scan ? <Panel title={t("title")}><ScanLink scan={scan} /></Panel> : null;

  const say = ({ code, params }: Refusal) => errors(code as "request.failed", params);
  const send = async () => {
    if (!file || share !== null) return;
    setRefused(file.size > scanLimits.bytes ? say({ code: "file.tooLarge", params: { megabytes: scanLimits.bytes / 1_000_000 } }) : null);
    if (file.size > scanLimits.bytes) return;
    setShare(0);
    const said = await bring(file);
    setShare(null);
    if (said !== true) {
      // what was refused is forgotten by the server: another try is another file
      if (said) fileId.current = newId();
      return setRefused(said ? say(said) : t("lost"));
    }
    setFiles([]);
    fileId.current = newId();
    toast({ tone: "done", title: t("saved") });
    refresh();
  };
  const bring = async (given: File): Promise<true | Refusal | null> => {
    try {
      await beginScan({ appointmentId: id, fileId: fileId.current, name: given.name.slice(-scanLimits.name), bytes: given.size });
    } catch (error) {
      return refusalIn((error as { readonly data?: unknown } | null)?.data);
    }
    const sent = await sendFile(`/files/${fileId.current}`, given, setShare);
    return sent.ok || refusalIn(sent.said);
  };
  return (
    <Panel title={t("title")} id="scan">
      {scan ? <ScanLink scan={scan} /> : null}
      <form noValidate onSubmit={(event) => { event.preventDefault(); void send(); }}>
        <FileDrop
          id={`scan-${id}`} label={scan ? t("replace") : t("send")} hint={`${t("hint", { megabytes: scanLimits.bytes / 1_000_000 })}${scan ? ` ${t("replaceNote")}` : ""}`} error={refused ?? undefined}
          files={files} onChange={(next) => { setFiles(next); setRefused(null); fileId.current = newId(); }} multiple={false} accept={accept} takesAny
          labels={{ drop: t("drop"), choose: t("choose"), remove: (name) => t("remove", { name }), size: (bytes) => t("size", { kilobytes: format.number(Math.max(1, Math.round(bytes / 1000))) }) }}
        />
        {share === null ? null : <p className="small muted num mt-2" role="status">{t("progress", { percent: Math.round(share * 100) })}</p>}
        {file ? <div className="acts mt-4"><Button type="submit" isPending={share !== null}>{scan ? t("replace") : t("send")}</Button></div> : null}
      </form>
    </Panel>
  );
}

function ScanLink({ scan }: { readonly scan: NonNullable<AppointmentRecord["scan"]> }) {
  const t = useTranslations("structure.scan");
  const format = useFormatter();
  return <p className="mb-4"><a className="link" href={`/files/${scan.id}`} target="_blank" rel="noopener">{t("open")}</a> <span className="small muted num">{scan.name}, {t("size", { kilobytes: format.number(Math.max(1, Math.round(scan.bytes / 1000))) })}</span></p>;
}

function refusalIn(said: unknown): Refusal | null {
  return typeof said === "object" && said !== null && "code" in said ? (said as Refusal) : null;
}
