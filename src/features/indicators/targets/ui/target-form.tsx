"use client";

import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/ui/form/button";
import { FormErrorSummary } from "@/ui/form/form-error-summary";
import { Notice } from "@/ui/page/notice";
import { Panel } from "@/ui/page/panel";
import type { IndicatorCalls } from "../../ui/calls";
import { dayOfMonth } from "../../ui/names";
import { useErrorSentence } from "../../ui/use-error-sentence";
import { useNumbers } from "../../ui/use-numbers";
import { checkSum } from "../rules";
import { type Target, type Targets } from "../schema";
import { fieldId, TargetField } from "./target-field";
import { useTargetForm } from "./use-target-form";

type Part = Pick<Target, "metric" | "directionId" | "organisationId">;
const whole = (metric: Part["metric"]): Part => ({ metric, directionId: null, organisationId: null });
const ofDirection = (directionId: string): Part => ({ metric: "initiatives", directionId, organisationId: null });
const ofOrganisation = (metric: Part["metric"], organisationId: string): Part => ({ metric, directionId: null, organisationId });

/** The head's targets: the whole, by direction with the sum told, by organisation where he wants one. */
export function TargetForm({ targets, calls }: { readonly targets: Targets; readonly calls: IndicatorCalls }) {
  const t = useTranslations("indicators.targets");
  const locale = useLocale();
  const numbers = useNumbers();
  const sentence = useErrorSentence();
  const form = useTargetForm(targets, calls);
  const { directions, organisations, round, canSet } = targets;
  const disabled = !canSet || round.phase === "closing" || round.phase === "finished";
  const fields: { readonly part: Part; readonly label: string }[] = [
    { part: whole("users"), label: t("users") },
    { part: whole("initiatives"), label: t("initiatives") },
    ...directions.map(({ id, name, nameEn }) => ({ part: ofDirection(id), label: locale === "en" ? nameEn : name })),
    ...organisations.flatMap(({ id, name }) => [{ part: ofOrganisation("users", id), label: t("usersOf", { name }) }, { part: ofOrganisation("initiatives", id), label: t("initiativesOf", { name }) }]),
  ];
  const errors = fields.flatMap(({ part, label }) => {
    const error = form.errorOf(part);
    return error ? [{ id: fieldId(part), message: t("errorAt", { field: label, error: t(`error.${error}`) }) }] : [];
  });
  const sum = checkSum(directions.map(({ id }) => form.valueOf(ofDirection(id))), form.valueOf(whole("initiatives")));
  const sumWords = sum && { sum: numbers.whole(sum.sum), whole: numbers.whole(sum.whole), difference: numbers.whole(Math.abs(sum.difference)) };
  const hasOrganisationTargets = organisations.some(({ id }) => form.textOf(ofOrganisation("users", id)) || form.textOf(ofOrganisation("initiatives", id)));
  const { outcome } = form;
  return (
    <form noValidate onSubmit={(event) => event.preventDefault()}>
      <FormErrorSummary attempt={form.attempt} title={t("errors")} errors={outcome?.kind === "wrong" ? errors : []}><p className="small muted">{t("kept")}</p></FormErrorSummary>
      {outcome?.kind === "refused" && outcome.code === "target.changedMeanwhile" ? (
        <Notice tone="late" live level={2} title={t("changedMeanwhile")}>{t("changedMeanwhileText")}</Notice>
      ) : outcome?.kind === "refused" ? (
        <Notice key={form.attempt} tone="late" live level={2} title={t("errors")}><p>{sentence(outcome.code)}</p><p>{t("kept")}</p></Notice>
      ) : null}
      <Panel title={t("whole")}>
        <p className="muted mb-4">{t("wholeNote", { date: dayOfMonth(round.endsOn, locale) })}</p>
        <div className="grid items-end gap-4 sm:grid-cols-2">
          <TargetField form={form} part={whole("users")} label={t("users")} disabled={disabled} />
          <TargetField form={form} part={whole("initiatives")} label={t("initiatives")} hint={t("initiativesHint")} disabled={disabled} />
        </div>
      </Panel>
      <Panel title={t("directions")}>
        <div className="grid items-end gap-4 grid-cols-2 lg:grid-cols-3">
          {directions.map(({ id, name, nameEn }) => <TargetField key={id} form={form} part={ofDirection(id)} label={locale === "en" ? nameEn : name} disabled={disabled} />)}
        </div>
        <p className="mt-4 font-semibold num" role="status">{sum && sumWords ? t(sum.difference === 0 ? "sumEqual" : sum.difference > 0 ? "sumLess" : "sumMore", sumWords) : null}</p>
      </Panel>
      <Panel title={t("organisations")}>
        <p className="muted mb-4">{t("organisationsNote")}</p>
        <details open={hasOrganisationTargets || undefined}>
          <summary className="link">{t("openOrganisations", { count: organisations.length })}</summary>
          {organisations.map(({ id, name }) => (
            <fieldset key={id} className="mt-5">
              <legend className="font-semibold">{name}</legend>
              <div className="grid items-end gap-4 grid-cols-2 mt-2">
                <TargetField form={form} part={ofOrganisation("users", id)} label={t("usersShort")} disabled={disabled} />
                <TargetField form={form} part={ofOrganisation("initiatives", id)} label={t("initiatives")} disabled={disabled} />
              </div>
            </fieldset>
          ))}
        </details>
      </Panel>
      {disabled ? null : (
        <div className="acts mt-5">
          <Button size="large" type="submit" onPress={async () => await form.save(fields.map(({ part }) => part))} pendingLabel={t("saving")}>{t("save")}</Button>
          <span role="status">{outcome?.kind === "saved" ? t("saved") : outcome?.kind === "unchanged" ? t("nothingChanged") : null}</span>
        </div>
      )}
    </form>
  );
}
