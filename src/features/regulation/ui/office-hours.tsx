import { useLocale, useTranslations } from "next-intl";
import { formatNumericDate, formatZone } from "@/shared/dates/format";
import { plainDate } from "@/shared/dates/plain-date";
import { toLocale } from "@/platform/i18n/locale";
import { Facts } from "@/ui/page/facts";
import type { RegulationHere } from "../schema";

const weekdays = ["1", "2", "3", "4", "5", "6", "7"] as const;

/** When the offices are open; whoever counts a term in hours can check it here. */
export function OfficeHours({ schedule, timeZone, now }: { readonly schedule: RegulationHere["schedule"]; readonly timeZone: string; readonly now: Date }) {
  const t = useTranslations("regulation.hours");
  const locale = useLocale();
  const days = (some: readonly string[]) => some.map((day) => formatNumericDate(plainDate(day), locale)).join(", ");
  const { week, lunch, shorterBy, daysOff, workingDays, reason } = schedule;
  const shorter = shorterBy > 0 ? t("shorter", { minutes: shorterBy }) : null;
  return (
    <>
      <Facts
        items={[
          ...weekdays.map((day, index) => ({ term: t(`day.${day}`), value: week[index] ? `${week[index].from} – ${week[index].to}` : t("closed") })),
          ...(lunch ? [{ term: t("lunch"), value: `${lunch.from} – ${lunch.to}` }] : []),
          ...(daysOff.length > 0 ? [{ term: t("daysOff"), value: days(daysOff) }] : []),
          ...(workingDays.length > 0 ? [{ term: t("workingDays"), value: days(workingDays) }] : []),
          { term: t("zone"), value: formatZone({ zone: timeZone, now, locale: toLocale(locale) }) },
          { term: t("reason"), value: reason || t("usual") },
        ]}
      />
      <p className="small muted mt-4">{shorter ? `${shorter}. ` : null}{t("text")}</p>
    </>
  );
}
