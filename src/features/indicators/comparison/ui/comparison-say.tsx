import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Say } from "@/ui/page/say";
import { isBelow } from "../../rules";
import { listOf } from "../../ui/names";
import { useNumbers } from "../../ui/use-numbers";
import { courseShare, type Sum } from "../rules";
import type { Comparison, ComparisonRow } from "../schema";

const mostNames = 3;

interface Props {
  readonly comparison: Comparison;
  readonly rows: readonly ComparisonRow[];
  readonly sum: Sum;
}

/** How many in all, what was aimed at, and who is below: the furthest behind are named. */
export function ComparisonSay({ comparison: { level }, rows, sum }: Props) {
  const t = useTranslations("indicators.council");
  const locale = useLocale();
  const { whole } = useNumbers();
  const below = rows.filter(({ initiatives }) => isBelow(initiatives)).toSorted((a, b) => (courseShare(a.initiatives) ?? 0) - (courseShare(b.initiatives) ?? 0));
  const names = below.slice(0, mostNames).map(({ name }) => name);
  const { pace, target } = sum.initiatives;
  const belowKey = level === "regions" ? "say.belowRegions" : below.length > mostNames ? "say.belowMore" : "say.below";
  return (
    <Say>
      {t.rich("say.counts", { actual: whole(sum.figures.net), actualCount: sum.figures.net, count: sum.municipalities, i: (words: ReactNode) => <i>{words}</i> })}
      {pace && target !== null ? ` ${t("say.target", { with: whole(sum.withTarget), count: whole(sum.municipalities), target: whole(target), state: t(`state.${pace.state}`) })}` : null}{" "}
      {sum.withTarget === 0 ? null : below.length === 0 ? t("say.noneBelow") : <em>{t(belowKey, { count: below.length, names: below.length > mostNames ? names.join(", ") : listOf(names, locale) })}</em>}
    </Say>
  );
}
