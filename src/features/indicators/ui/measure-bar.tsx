import { useTranslations } from "next-intl";
import { BulletBar } from "@/ui/chart/bullet-bar";
import type { Measure } from "../schema";
import { useNumbers } from "./use-numbers";

interface Props {
  readonly measure: Measure;
  /** end of the axis, the same for bars that are compared */
  readonly max: number;
}

/** Target against actual, with the tick that should be reached by today. */
export function MeasureBar({ measure: { actual, target, pace }, max }: Props) {
  const t = useTranslations("indicators.morning");
  const { whole } = useNumbers();
  if (target === null) return <span className="visually-hidden">{t("barNoTarget", { actual: whole(actual) })}</span>;
  const sentence = t("bar", { actual: whole(actual), target: whole(target), expected: whole(pace?.expectedToday ?? target) });
  return <BulletBar actual={actual} target={target} needed={pace?.expectedToday} max={max} sentence={sentence} />;
}

/** The largest of what is shown, so that bars of different targets compare. */
export function axisOf(measures: readonly Measure[]): number {
  return Math.max(1, ...measures.map(({ actual, target }) => Math.max(actual, target ?? 0))) * 1.03;
}
