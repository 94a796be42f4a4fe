import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Say } from "@/ui/page/say";
import { dayOfMonth, inSentence, listOf } from "../../ui/names";
import { useNumbers } from "../../ui/use-numbers";
import { belowCourse, openingOf } from "../rules";
import type { Morning } from "../schema";

const mostNames = 3;
const rich = { i: (words: ReactNode) => <i>{words}</i> };

/** The sentence that the page begins with: will it be reached, and who is below. */
export function Opening({ morning }: { readonly morning: Morning }) {
  const t = useTranslations("indicators.morning.say");
  const locale = useLocale();
  const { whole, one } = useNumbers();
  const { round, total, initiatives } = morning;
  const day = (date: Morning["round"]["endsOn"]) => dayOfMonth(date, locale);
  const opening = openingOf(morning);
  const actual = { actual: whole(total.net), actualCount: total.net };
  const words = () => {
    switch (opening.kind) {
      case "upcoming": return t("upcoming", { date: day(round.startsOn) });
      case "noTarget": return t.rich("noTarget", { actual: total.net, current: one(initiatives.pace?.currentPerDay ?? perDay(morning)), ...rich });
      case "over": return opening.target === null ? t.rich("overNoTarget", { date: day(round.endsOn), ...actual, ...rich }) : t.rich("over", { date: day(round.endsOn), ...actual, wanted: whole(opening.target), ...rich });
      case "checkpoint": {
        const values = { ...actual, wanted: whole(opening.wanted), needed: one(opening.neededPerDay), current: one(opening.currentPerDay), ...rich };
        return <>{t("checkpointAhead", { date: day(opening.next.date), days: opening.next.workingDaysLeft })} {opening.isReached ? t.rich("checkpointReached", values) : t.rich("toCheckpoint", values)}</>;
      }
      case "finish": {
        const values = { ...actual, wanted: whole(opening.target), needed: one(opening.neededPerDay), current: one(opening.currentPerDay), ...rich };
        return <>{t("finishAhead", { date: day(round.endsOn), days: round.daysLeft })} {opening.isReached ? t.rich("finishReached", values) : t.rich("toFinish", values)}</>;
      }
    }
  };
  return <Say>{words()} <Below morning={morning} /></Say>;
}

function perDay({ days }: Morning): number {
  return days.length === 0 ? 0 : days.reduce((sum, { net }) => sum + net, 0) / days.length;
}

function Below({ morning: { directions, round } }: { readonly morning: Morning }) {
  const t = useTranslations("indicators.morning.say");
  const locale = useLocale();
  if (round.phase === "upcoming" || directions.every(({ initiatives }) => initiatives.target === null)) return null;
  const names = belowCourse(directions).map(({ name, nameEn }) => inSentence(locale === "en" ? nameEn : name));
  if (names.length === 0) return t("noneBelow");
  const shown = names.slice(0, mostNames);
  const rest = names.length - shown.length;
  return <em>{rest > 0 ? t("belowMany", { names: shown.join(", "), count: rest }) : t("below", { names: listOf(shown, locale) })}</em>;
}
