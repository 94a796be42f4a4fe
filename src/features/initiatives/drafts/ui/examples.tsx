import { useTranslations } from "next-intl";

/** Directions for which an example is written: messages, «initiatives.examples». */
const written = [
  "transport", "landscaping", "housing", "education", "health", "culture", "sport", "youth", "socialSupport", "ecology", "safety", "business", "digital", "selfGovernment",
] as const;
/** Shown while no direction is chosen: three that nearly everybody can picture. */
const usual = ["landscaping", "safety", "health"] as const;

/** How it is written well, by direction: beside the field, closed until somebody wants it. */
export function Examples({ directionKey }: { readonly directionKey: string | null }) {
  const t = useTranslations("initiatives.examples");
  const own = written.find((key) => key === directionKey);
  return (
    <details className="facet max-w-160">
      <summary>{t("title")}</summary>
      <div className="stack pb-4">
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
