import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Say } from "@/ui/page/say";
import { dayOfMonth } from "../../ui/names";
import { useNumbers } from "../../ui/use-numbers";
import type { Progress } from "../schema";

/** How it goes, in one sentence; who has not released figures is said beneath. */
export function ProgressSay({ progress: { round, total, municipalities, released } }: { readonly progress: Progress }) {
  const t = useTranslations("indicators.front");
  const locale = useLocale();
  const { whole } = useNumbers();
  const i = (words: ReactNode) => <i>{words}</i>;
  const figures = { net: whole(total.net), netCount: total.net, answered: whole(total.answered), included: whole(total.included), includedCount: total.included, day: round.day, days: round.days, i };
  return (
    <Say>
      {round.phase === "upcoming" ? t("sayUpcoming", { date: dayOfMonth(round.startsOn, locale), count: municipalities }) : t.rich(round.phase === "collecting" ? "say" : "sayOver", figures)}
      {released < municipalities ? <small>{t("released", { released: whole(released), count: whole(municipalities) })}</small> : null}
    </Say>
  );
}
