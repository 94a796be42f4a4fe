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
  /** the control and the name of each field that may be wrong */
  readonly fields: Readonly<Record<string, { readonly id: string; readonly label: string }>>;
}

/** Above a form: what is wrong with its fields, or why it wasn't taken; always that the text is kept. */
export function ProblemNotice({ problem, attempt, level, fields }: Props) {
  const t = useTranslations("considering");
  const words = useErrorWords();
  // of a change by somebody else the record itself speaks: the form may be gone with it
  if (!problem || isConflict(problem)) return null;
  const known = problem.fields.flatMap((issue) => { const field = fields[issue.path]; return field ? [{ id: field.id, message: `${field.label}. ${words.field(issue)}` }] : []; });
  if (known.length > 0) {
    return (
      <FormErrorSummary attempt={attempt} title={t("form.errors")} errors={known}>
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
