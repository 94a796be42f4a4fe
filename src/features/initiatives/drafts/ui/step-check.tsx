"use client";

import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CheckboxField } from "@/ui/form/checkbox-field";
import { Facts } from "@/ui/page/facts";
import type { AttachedItem } from "../../attachments/ui/use-attachments";
import type { DraftContent } from "../../schema";
import { SaidText } from "../../ui/said-text";
import type { DraftStep } from "../rules";
import type { DraftApi } from "./draft-api";
import { SimilarBefore } from "./similar-before";
import type { Choices } from "./wizard-parts";

interface Props {
  readonly attachments: readonly AttachedItem[];
  readonly content: DraftContent;
  readonly choices: Choices;
  readonly onChange: (step: DraftStep, field: string) => void;
  readonly change: (patch: Partial<DraftContent>) => void;
  readonly api: DraftApi;
  readonly isSignedIn: boolean;
  readonly onDiscard: () => Promise<void>;
}

/** «Проверьте»: what will be submitted, each with the way back to its field. */
export function StepCheck({ attachments, content, choices, onChange, change, api, isSignedIn, onDiscard }: Props) {
  const t = useTranslations("initiatives.new");
  const kinds = useTranslations("initiatives.kind");
  const answers = useTranslations("initiatives.keyQuestions");
  const locale = useLocale();
  const direction = choices.directions.find(({ id }) => id === content.directionId);
  const row = (step: DraftStep, field: keyof DraftContent | "attachments", term: string, value: ReactNode) => ({
    term,
    value: (
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <div className="min-w-0 flex-1 basis-60">{value || <span className="muted">{t("notFilled")}</span>}</div>
        <button type="button" className="link -my-2.5 min-h-11 cursor-pointer" onClick={() => onChange(step, field)}>{t("change")}<span className="visually-hidden">: {term}</span></button>
      </div>
    ),
  });
  return (
    <>
      <Facts
        items={[
          row("what", "title", t("titleLabel"), content.title),
          row("what", "essence", t("essenceLabel"), content.essence && <div className="grid gap-2"><SaidText text={content.essence} /></div>),
          row("what", "expectedResult", t("expectedLabel"), content.expectedResult),
          row("what", "attachments", t("attach.label"), attachments.length > 0 && <ul>{attachments.map(({ id, name }) => <li key={id}>{name}</li>)}</ul>),
          row("where", "municipalityId", t("municipality"), choices.municipalities.find(({ id }) => id === content.municipalityId)?.shortName),
          row("where", "placeText", t("placeLabel"), content.placeText),
          ...(content.point.trim() ? [row("where", "point", t("pointLabel"), content.point)] : []),
          ...(content.keyQuestionId ? [row("what", "keyQuestionId", answers("answers"), choices.question?.id === content.keyQuestionId ? choices.question.text : answers("answerClosed"))] : []),
          row("where", "directionId", t("direction"), direction && (locale === "en" ? direction.nameEn : direction.name)),
          row("where", "initiatorKind", t("kindLabel"), content.initiatorKind && [kinds(content.initiatorKind), ...(content.collective ? [t("collective").toLocaleLowerCase()] : [])].join(", ")),
          row("where", "organisationId", t("organisation"), [choices.organisations.find(({ id }) => id === content.organisationId)?.shortName ?? t("noOrganisation"), ...(content.hiddenFromOrganisation ? [t("hidden").toLocaleLowerCase()] : []), ...(content.fromOrganisation ? [t("fromOrganisation").toLocaleLowerCase()] : [])].join(", ")),
        ]}
      />
      <SimilarBefore content={content} api={api} isSignedIn={isSignedIn} onDiscard={onDiscard} />
      <p className="muted mt-4 max-w-measure">{t(content.isAppeal && choices.appealsOffered ? "checkAppeal" : "checkNote")}</p>
      {choices.appealsOffered ? <CheckboxField name="isAppeal" label={t("isAppeal")} note={t("isAppealNote")} checked={content.isAppeal} onChange={({ target }) => change({ isAppeal: target.checked })} /> : null}
    </>
  );
}
