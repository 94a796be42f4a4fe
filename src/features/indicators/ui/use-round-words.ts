import { useLocale, useTranslations } from "next-intl";
import type { Round } from "../schema";
import { dayOfMonth } from "./names";

/** «6 марта, 21-й день из 46» */
export function useRoundWords({ phase, today, startsOn, endsOn, day, days }: Round): string {
  const t = useTranslations("indicators.morning.course");
  const locale = useLocale();
  return t(phase, { today: dayOfMonth(today, locale), starts: dayOfMonth(startsOn, locale), ends: dayOfMonth(endsOn, locale), day, days });
}
