"use client";

import { useTranslations } from "next-intl";
import { Notice } from "@/ui/page/notice";
import { problemFrom } from "./use-step";

/** In: why a record wasn't read anew. Out: was it in the asker's sight, and is no more? */
export function isGone(error: unknown): boolean {
  return error !== null && problemFrom(error).code === "request.notFound";
}

/** In place of a record that has gone to others: by the reader's own step, or by somebody else's. */
export function GoneNotice({ level }: { readonly level: 2 | 3 }) {
  const t = useTranslations("considering.record");
  return <Notice level={level} live title={t("gone")}><p>{t("goneText")}</p></Notice>;
}
