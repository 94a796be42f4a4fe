import { useTranslations } from "next-intl";
import { SmallMultiples } from "@/ui/chart/small-multiples";
import { isBelow, runningSum } from "../../rules";
import type { Round } from "../../schema";
import { useNumbers } from "../../ui/use-numbers";
import type { ComparisonRow } from "../schema";

/** Courses of those that were chosen, side by side on one scale, each with its straight course. */
export function ChosenCourses({ rows, round }: { readonly rows: readonly ComparisonRow[]; readonly round: Round }) {
  const t = useTranslations("indicators.morning");
  const { whole } = useNumbers();
  if (rows.length === 0) return null;
  return (
    <SmallMultiples
      scale="shared"
      itemLevel={3}
      items={rows.map(({ id, name, days, initiatives }) => {
        const { actual, target } = initiatives;
        const words = target === null ? whole(actual) : t("actualOf", { actual: whole(actual), target: whole(target) });
        return {
          id, title: name, sentence: `${name}: ${words}`, note: words, tone: isBelow(initiatives) ? ("late" as const) : ("actual" as const), href: `/desk/indicators?municipality=${id}`,
          actual: runningSum(days).map((y, x) => ({ x, y })),
          needed: target === null ? undefined : days.map((_, x) => ({ x, y: (target * (x + 1)) / round.days })),
        };
      })}
    />
  );
}
