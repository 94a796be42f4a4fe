import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Paper } from "../../schema";

/** What is said of an initiative that came on paper, as facts beside it. In: how a day is written, when it was submitted. */
export function usePaperFacts(paper: Paper | null | undefined, submittedAt: Date, day: (at: Date) => string): { readonly term: string; readonly value: ReactNode }[] {
  const t = useTranslations("initiatives.paper");
  if (!paper) return [];
  const { takenAt, paperCase, isOnScan, scanId } = paper;
  const scan = scanId ? <a className="link" href={`/files/${scanId}`} target="_blank" rel="noopener">{t("scanOpen")}</a> : t("scanNote");
  return [
    { term: t("takenAt"), value: day(takenAt) },
    { term: t("received"), value: day(submittedAt) },
    ...(paperCase ? [{ term: t("paperCase"), value: paperCase }] : []),
    ...(isOnScan ? [{ term: t("scanFact"), value: scan }] : []),
  ];
}
