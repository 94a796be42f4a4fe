import { useLocale, useTranslations } from "next-intl";
import { formatTime } from "@/shared/dates/format";
import { addDays } from "@/shared/dates/plain-date";
import { CourseLine } from "@/ui/chart/course-line";
import { courseLines } from "../../course/rules";
import { dayOfMonth } from "../../ui/names";
import { useNumbers } from "../../ui/use-numbers";
import type { Progress } from "../schema";

const zone = "Europe/Moscow";

/** The course drawn on the server: read before any script comes. Targets are the municipalities' own and stay with them. */
export function PublicCourse({ progress: { round, days: byDay, earlier, at } }: { readonly progress: Progress }) {
  const t = useTranslations("indicators.front");
  const words = useTranslations("indicators.morning.course2");
  const locale = useLocale();
  const { whole } = useNumbers();
  const { days, total, projection } = courseLines(byDay, null, earlier, round);
  const line = (key: "actual" | "forecast" | "earlier") => days.flatMap((day) => (day[key] === null ? [] : [{ x: day.day, y: day[key] }]));
  const values = { day: round.day, actual: whole(total), date: dayOfMonth(round.endsOn, locale), forecast: whole(projection?.forecast ?? total) };
  return (
    <CourseLine
      sentence={t(projection ? "chartSentence" : "chartSentenceOver", values)}
      caption={t("chartNote", { time: formatTime(at, zone, locale) })}
      actual={{ label: words(projection ? "today" : "total", { value: whole(total) }), points: line("actual") }}
      forecast={projection && round.daysLeft > 0 ? { label: words("forecastAt", { value: whole(projection.forecast) }), points: line("forecast"), band: days.flatMap(({ day, band }) => (band ? [{ x: day, low: band[0], high: band[1] }] : [])) } : undefined}
      earlier={earlier ? { label: words("earlierAt", { value: whole(earlier.at(-1) ?? 0) }), points: line("earlier") } : undefined}
      formatX={(day) => dayOfMonth(addDays(round.startsOn, day), locale)}
      formatY={whole}
    />
  );
}
