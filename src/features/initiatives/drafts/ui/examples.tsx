"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import type { Direction } from "@/features/marathon/schema";
import { SelectField } from "@/ui/form/select-field";

/** Directions for which an example is written: messages, «initiatives.examples». */
const written = [
  "transport", "landscaping", "housing", "education", "health", "culture", "sport", "youth", "socialSupport", "ecology", "safety", "business", "digital", "selfGovernment",
] as const;
/** Shown while no direction is chosen: three that nearly everybody can picture. */
const usual = ["landscaping", "safety", "health"] as const;

interface Props {
  readonly directions: readonly Direction[];
  /** of the draft; null: the direction is asked one step later */
  readonly directionId: string | null;
}

/** How it is written well, by direction: beside the field, closed until somebody wants it. Looking at another direction chooses nothing. */
export function Examples({ directions, directionId }: Props) {
  const t = useTranslations("initiatives.examples");
  const locale = useLocale();
  const [looked, setLooked] = useState<string | null>(null);
  const options = directions.filter(({ key }) => (written as readonly string[]).includes(key)).map(({ key, name, nameEn }) => ({ value: key, label: locale === "en" ? nameEn : name }));
  const own = written.find((key) => key === (looked ?? directions.find(({ id }) => id === directionId)?.key));
  return (
    <details className="facet max-w-160">
      <summary>{t("title")}</summary>
      <div className="stack pb-4">
        {options.length > 0 ? <SelectField name="exampleOf" label={t("about")} value={own ?? ""} options={[{ value: "", label: t("various") }, ...options]} onChange={({ target }) => setLooked(target.value)} /> : null}
        {(own ? [own] : usual).map((key) => (
          <div key={key} className="said">
            <p><b>{t(`${key}.title`)}</b></p>
            <p>{t(`${key}.essence`)}</p>
            <p className="muted">{t(`${key}.expected`)}</p>
          </div>
        ))}
      </div>
    </details>
  );
}
