"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { FormErrorSummary } from "@/ui/form/form-error-summary";
import { Submit } from "@/ui/form/submit";
import { useIsReady } from "@/ui/form/use-is-ready";
import { Notice } from "@/ui/page/notice";
import { waitingLook, type useForm } from "./use-form";

interface Props {
  readonly form: ReturnType<typeof useForm>;
  /** name of each field, in the order of the page, for the summary of errors */
  readonly labels: Readonly<Record<string, string>>;
  readonly submit: string;
  readonly acts?: ReactNode;
  readonly children: ReactNode;
}

/** What every form of these pages has: summary of errors on top, fields, what went wrong as a whole, the button. */
export function FormFrame({ form: { onSubmit, problems, attempt, isBusy }, labels, submit, acts, children }: Props) {
  const t = useTranslations("people.common");
  const isReady = useIsReady();
  const order = Object.keys(labels);
  const errors = Object.entries(problems.fields)
    .map(([id, message]) => ({ id, message: labels[id] ? `${labels[id]}: ${lowered(message)}` : message }))
    .toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
  return (
    <form method="post" noValidate onSubmit={(event) => void onSubmit(event)}>
      <FormErrorSummary attempt={attempt} title={t("errorsTitle")} errors={errors}>
        <p className="small muted">{t("kept")}</p>
      </FormErrorSummary>
      {children}
      {problems.whole ? <div className="mt-5"><Notice tone="late" live><p>{problems.whole}</p></Notice></div> : null}
      <div className="acts mt-6">
        <Submit disabled={!isReady} style={isReady ? undefined : waitingLook.primary} aria-disabled={isBusy} data-pending={isBusy ? "" : undefined}>{isBusy ? t("sending") : submit}</Submit>
        {acts}
      </div>
      <noscript><div className="mt-5"><Notice tone="soon"><p>{t("noScript")}</p></Notice></div></noscript>
    </form>
  );
}

function lowered(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
