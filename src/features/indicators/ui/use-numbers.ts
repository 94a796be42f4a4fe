import { useLocale } from "next-intl";
import { formatNumber, formatPercent } from "@/shared/numbers/format";

/** Figures as the reader's language writes them: «1 834», «3,9», «45 %». */
export function useNumbers() {
  const locale = useLocale();
  return {
    whole: (value: number) => formatNumber(Math.round(value), locale),
    /** one decimal, none where it is nought */
    one: (value: number) => formatNumber(value, locale, 1),
    percent: (share: number) => formatPercent(share, locale),
  };
}
