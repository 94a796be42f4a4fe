import { useLocale, useTranslations } from "next-intl";
import { StatusTag } from "@/features/initiatives/ui/status-tag";
import type { Answered } from "@/features/indicators/progress/schema";

const shown = 5;

/** What was answered last: the question, whose it is, the answer. */
export function AnsweredList({ answered }: { readonly answered: readonly Answered[] }) {
  const t = useTranslations("indicators.front");
  const initiatives = useTranslations("initiatives");
  const locale = useLocale();
  if (answered.length === 0) return <p className="muted">{t("answeredEmpty")}</p>;
  return (
    <ul className="record-list">
      {answered.slice(0, shown).map((one) => (
        <li key={one.number}>
          <h3><a href={`/initiatives/${one.number}`}>{one.title}</a></h3>
          <p className="muted">{[one.municipality, locale === "en" ? one.directionEn : one.direction, ...(one.supportCount > 0 ? [initiatives("supported", { count: one.supportCount })] : [])].join(" · ")}</p>
          <p><StatusTag status={one.status} /> {beginning(one.answer)}</p>
        </li>
      ))}
    </ul>
  );
}

/** Up to the end of a sentence or a word. */
export function beginning(text: string, length = 150): string {
  const line = text.replaceAll(/\s+/g, " ").trim();
  if (line.length <= length) return line;
  const sentence = line.slice(0, length).match(/^.*[.!?](?= )/)?.[0];
  return sentence && sentence.length > length / 3 ? sentence : `${line.slice(0, length).replace(/\s\S*$/, "")}…`;
}
