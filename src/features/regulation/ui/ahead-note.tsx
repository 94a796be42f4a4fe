import { useLocale, useTranslations } from "next-intl";
import { formatMoment } from "@/shared/dates/format";
import { Notice } from "@/ui/page/notice";
import type { RegulationHere } from "../schema";

/** What is set and has not begun. */
export function AheadNote({ ahead, now, zone }: { readonly ahead: RegulationHere["ahead"]; readonly now: Date; readonly zone: string }) {
  const t = useTranslations("regulation");
  const locale = useLocale();
  if (ahead.length === 0) return null;
  return (
    <div className="mb-6">
      <Notice tone="soon">
        {ahead.map(({ of, number, startsAt }) => <p key={`${of}:${number}`}>{t("ahead", { date: formatMoment(startsAt, { now, zone, locale }) })} ({t(`aheadOf.${of}`)})</p>)}
      </Notice>
    </div>
  );
}
