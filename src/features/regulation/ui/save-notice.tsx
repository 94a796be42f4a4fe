"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/ui/form/button";
import { FormErrorSummary } from "@/ui/form/form-error-summary";
import { Notice } from "@/ui/page/notice";
import type { Problem } from "@/ui/form/use-send";
import { useErrorWords } from "./use-error-words";

interface Props {
  readonly problem: Problem | null;
  readonly attempt: number;
  /** id of the control and its label, by the path of the field */
  readonly labels: Readonly<Record<string, { readonly id: string; readonly label: string }>>;
  readonly refresh: () => void;
}

/** Above a form: what is wrong with its fields, or why it was not taken; always that what was typed is kept. */
export function SaveNotice({ problem, attempt, labels, refresh }: Props) {
  const t = useTranslations("regulation.form");
  const say = useErrorWords();
  if (!problem) return null;
  const known = problem.fields.flatMap(({ path, key, params }) => (labels[path] ? [{ id: labels[path].id, message: `${labels[path].label}: ${say(key, params)}` }] : []));
  if (known.length > 0) return <FormErrorSummary attempt={attempt} title={t("errors")} errors={known}><p className="small muted">{t("kept")}</p></FormErrorSummary>;
  const isStale = problem.code === "regulation.changedMeanwhile";
  return (
    <div className="mb-4">
      <Notice key={attempt} tone="late" live title={t("notTaken")} actions={isStale ? <Button variant="quiet" onPress={refresh}>{t("refresh")}</Button> : undefined}>
        <p>{say(problem.code)}</p>
        <p>{t("kept")}</p>
      </Notice>
    </div>
  );
}
