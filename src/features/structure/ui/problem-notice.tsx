"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/ui/form/button";
import { FormErrorSummary } from "@/ui/form/form-error-summary";
import { Notice } from "@/ui/page/notice";
import type { Problem } from "@/ui/form/use-send";
import { useCalls } from "./calls";
import { useErrorWords } from "./use-error-words";

interface Props {
  readonly problem: Problem | null;
  readonly attempt: number;
  /** id of the control on the page and its label, by the path of the field */
  readonly ids: Readonly<Record<string, { readonly id: string; readonly label: string }>>;
}

/** Above a form: what is wrong with its fields, or why it was not taken; always that what was typed is kept. */
export function ProblemNotice({ problem, attempt, ids }: Props) {
  const t = useTranslations("structure.form");
  const words = useErrorWords();
  const { refresh } = useCalls();
  if (!problem) return null;
  const known = problem.fields.filter(({ path }) => ids[path] !== undefined);
  if (known.length > 0) {
    return (
      <FormErrorSummary attempt={attempt} title={t("errors")} errors={known.map(({ path, key, params }) => ({ id: ids[path]?.id ?? "", message: `${ids[path]?.label ?? ""}: ${lowered(words.say(key, params))}` }))}>
        <p className="small muted">{t("kept")}</p>
      </FormErrorSummary>
    );
  }
  return (
    <div className="mb-4">
      <Notice key={attempt} tone="late" live title={t("notTaken")} actions={problem.code === "request.changedMeanwhile" ? <Button variant="quiet" onPress={refresh}>{t("refresh")}</Button> : undefined}>
        <p>{words.problem(problem)}</p>
        <p>{t("kept")}</p>
      </Notice>
    </div>
  );
}

function lowered(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
