import type { useTranslations } from "next-intl";
import { formatFullDate, formatTime } from "@/shared/dates/format";
import { formatNumber } from "@/shared/numbers/format";
import type { Locale } from "@/shared/text/locale";
import { dayOfMonth, inSentence, listOf } from "../../ui/names";
import { belowCourse, openingOf } from "../rules";
import type { Morning } from "../schema";

export type IndicatorWords = ReturnType<typeof useTranslations<"indicators">>;

/** Five lines with the hour, for a messenger: where and when, initiatives, pace, users, who is below. */
export function summaryText(morning: Morning, t: IndicatorWords, locale: Locale): string {
  const { place, at, total, users, initiatives, directions } = morning;
  const whole = (value: number) => formatNumber(value, locale);
  const moment = `${formatFullDate(morning.round.today, locale)}, ${formatTime(at, place.timeZone, locale)}`;
  const below = belowCourse(directions).map(({ name, nameEn }) => inSentence(locale === "en" ? nameEn : name));
  return [
    t("summary.head", { place: place.shortName, moment }),
    initiatives.target === null || !initiatives.pace
      ? t("summary.initiativesNoTarget", { actual: whole(total.net) })
      : t("summary.initiatives", { actual: whole(total.net), target: whole(initiatives.target), state: t(`state.${initiatives.pace.state}`) }),
    paceLine(morning, t, locale),
    users.target === null
      ? t("summary.usersNoTarget", { actual: whole(total.users), unconfirmed: whole(total.unconfirmed) })
      : t("summary.users", { actual: whole(total.users), target: whole(users.target), unconfirmed: whole(total.unconfirmed) }),
    below.length > 0
      ? t("summary.below", { names: listOf(below, locale) })
      : t("summary.noneBelow", { answered: whole(total.answered), actual: whole(total.net), included: whole(total.included) }),
  ].join("\n");
}

function paceLine(morning: Morning, t: IndicatorWords, locale: Locale): string {
  const { round, days } = morning;
  const one = (value: number) => formatNumber(value, locale, 1);
  const day = (date: Morning["round"]["endsOn"]) => dayOfMonth(date, locale);
  const opening = openingOf(morning);
  switch (opening.kind) {
    case "checkpoint":
      return t(opening.isReached ? "summary.toCheckpointReached" : "summary.toCheckpoint", { date: day(opening.next.date), wanted: formatNumber(opening.wanted, locale), needed: one(opening.neededPerDay), current: one(opening.currentPerDay) });
    case "finish":
      return t("summary.toFinish", { date: day(round.endsOn), needed: one(opening.neededPerDay), current: one(opening.currentPerDay) });
    case "over":
      return t("summary.over", { date: day(round.endsOn) });
    default:
      return t("summary.pace", { current: one(days.length === 0 ? 0 : days.reduce((sum, { net }) => sum + net, 0) / days.length) });
  }
}
