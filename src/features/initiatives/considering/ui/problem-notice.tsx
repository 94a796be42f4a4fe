"use client";

import { useTranslations } from "next-intl";
import { FormErrorSummary } from "@/ui/form/form-error-summary";
import { Notice } from "@/ui/page/notice";
import { isConflict, type Problem } from "./use-step";
import { useErrorWords } from "./use-words";

interface Props {
  readonly problem: Problem | null;
  readonly attempt: number;
  readonly level: 2 | 3;
  /** the control of each field that may be wrong */
  readonly ids: Readonly<Record<string, string>>;
}

/** Above a form: what is wrong with its fields, or why it wasn't taken; always that the text is kept. */
export function ProblemNotice({ problem, attempt, level, ids }: Props) {
  const t = useTranslations("considering");
  const words = useErrorWords();
  // of a change by somebody else the record itself speaks: the form may be gone with it
  if (!problem || isConflict(problem)) return null;
  const known = problem.fields.filter((issue) => ids[issue.path] !== undefined);
  if (known.length > 0) {
    return (
      <FormErrorSummary attempt={attempt} title={t("form.errors")} errors={known.map((issue) => ({ id: ids[issue.path] ?? "", message: words.field(issue) }))}>
        <p className="small muted">{t("form.kept")}</p>
      </FormErrorSummary>
    );
  }
  return (
    <div className="mb-4">
      <Notice key={attempt} tone="late" level={level} live title={t("problem.title")}>
        <p>{words.problem(problem)}</p>
        <p>{t("form.kept")}</p>
      </Notice>
    </div>
  );
}
