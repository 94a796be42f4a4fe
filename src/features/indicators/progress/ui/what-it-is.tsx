import { useLocale, useTranslations } from "next-intl";
import { dayOfMonth } from "../../ui/names";
import type { Progress } from "../schema";

const steps = ["say", "follow", "answer"] as const;

/** What the marathon is: who speaks, who considers, what comes back. */
export function WhatItIs({ progress: { round } }: { readonly progress: Progress }) {
  const t = useTranslations("indicators.front");
  const locale = useLocale();
  return (
    <>
      <h2>{t("what")}</h2>
      <p className="read mt-3">{t("whatText", { name: round.name, from: dayOfMonth(round.startsOn, locale), to: dayOfMonth(round.endsOn, locale) })}</p>
      <ol className="mt-6 grid gap-6 md:grid-cols-3">
        {steps.map((step, index) => (
          <li key={step}>
            <h3><span className="text-accent num">{index + 1}.</span> {t(`steps2.${step}`)}</h3>
            <p className="mt-1">{t(`steps.${step}`)}</p>
          </li>
        ))}
      </ol>
    </>
  );
}
