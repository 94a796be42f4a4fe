import { useLocale, useTranslations } from "next-intl";
import { formatTime } from "@/shared/dates/format";
import { plainDateIn, startOfDayIn } from "@/shared/dates/zone";
import { Tag, type Tone } from "@/ui/page/tag";
import type { Term } from "../rules";

interface Props {
  readonly term: Term;
  readonly dueAt: Date | null;
  readonly timeZone: string;
}

/** «просрочено на 2 рабочих дня», «сегодня, до 18:00», «осталось 3 рабочих дня», «срок остановлен». */
export function TermTag({ term, dueAt, timeZone }: Props) {
  const t = useTranslations("considering.term");
  const locale = useLocale();
  if (term.kind === "none") return null;
  if (term.kind === "paused") return <Tag tone="asks">{t("paused")}</Tag>;
  if (term.kind === "overdue") return <Tag tone="late">{t("overdue", { days: term.workingDays })}</Tag>;
  if (term.kind === "today") {
    const isMidnight = dueAt !== null && startOfDayIn(timeZone, plainDateIn(timeZone, dueAt)).getTime() === dueAt.getTime();
    return <Tag tone="soon">{t("today", { time: dueAt === null || isMidnight ? "24:00" : formatTime(dueAt, timeZone, locale) })}</Tag>;
  }
  const tone: Tone = term.workingDays <= 1 ? "soon" : "neutral";
  return <Tag tone={tone}>{t("left", { days: term.workingDays })}</Tag>;
}
