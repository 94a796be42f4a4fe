"use client";

import { useLocale, useTranslations } from "next-intl";
import { lazy, Suspense } from "react";
import { formatNumber } from "@/shared/numbers/format";
import type { FileDropProps } from "@/ui/form/file-drop";
import { buttonClass } from "@/ui/page/button-class";
import { attachmentLimits } from "../schema";
import type { AttachedItem, useAttachments } from "./use-attachments";

/** Comes after the fields: who only writes doesn't wait for it. Where it doesn't come, for want of a connection, the browser's own field stands. */
const FileDrop = lazy(async () => ({ default: await import("@/ui/form/file-drop").then((found) => found.FileDrop, () => FileChoice) }));

function FileChoice({ label, hint, onChange, accept }: FileDropProps) {
  return (
    <label className="field">
      <span className="label">{label}</span>
      <span className="hint">{hint}</span>
      <input type="file" multiple accept={accept?.join(",")} onChange={({ target }) => { onChange([...(target.files ?? [])]); target.value = ""; }} />
    </label>
  );
}

const accept = ["image/jpeg", "image/png", "image/webp", "application/pdf", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"] as const;

/** Photos and documents, with how far each has gone. */
export function AttachField({ attachments: { items, add, again, remove } }: { readonly attachments: ReturnType<typeof useAttachments> }) {
  const t = useTranslations("initiatives.new.attach");
  const locale = useLocale();
  const labels = { drop: t("drop"), choose: t("choose"), remove: (name: string) => t("remove", { name }), size: (bytes: number) => sizeOf(bytes, locale) };
  return (
    <div id="attachments" tabIndex={-1} className="outline-none">
      <Suspense fallback={<p className="label">{t("label")}</p>}>
        <FileDrop label={t("label")} hint={t("hint", { count: attachmentLimits.count, megabytes: attachmentLimits.bytes / 1_000_000 })} files={[]} onChange={add} accept={accept} takesAny labels={labels} />
      </Suspense>
      {items.length > 0 ? (
        <ul className="drop-files max-w-160" aria-label={t("list")}>
          {items.map((item) => (
            <li key={item.id}>
              <div className="min-w-0 grow py-2">
                <span className="break-words">{item.name} <span className="small muted num">{sizeOf(item.bytes, locale)}</span></span>
                <ItemState item={item} />
              </div>
              {item.state.kind === "lost" ? <button type="button" className={buttonClass({ variant: "quiet" })} aria-label={t("againFor", { name: item.name })} onClick={() => again(item.id)}>{t("again")}</button> : null}
              <button type="button" className={buttonClass({ variant: "plain" })} aria-label={t("remove", { name: item.name })} onClick={() => void remove(item.id)}><span aria-hidden="true">×</span></button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );

  function sizeOf(bytes: number, language: typeof locale): string {
    return t("size", { kilobytes: formatNumber(Math.max(1, Math.round(bytes / 1000)), language) });
  }
}

function ItemState({ item: { name, state } }: { readonly item: AttachedItem }) {
  const t = useTranslations("initiatives.new.attach");
  const errors = useTranslations("errors");
  if (state.kind === "done") return null;
  if (state.kind === "refused") return <p className="error" role="alert">{errors(state.refusal.code as "request.failed", state.refusal.params)}</p>;
  if (state.kind === "lost") return <p className="error" role="alert">{t("lost")}</p>;
  const percent = Math.round(state.share * 100);
  if (percent >= 100) return <p className="small muted" role="status">{t("checking")}</p>;
  return <progress className="block w-full" max={100} value={percent} aria-label={t("sending", { name, percent })} />;
}
