import { getLocale, getTranslations } from "next-intl/server";
import { callApi } from "@/api/call";
import { coveredUntil } from "@/features/structure/roster/rules";
import { contextFromNext } from "@/platform/trpc/context-next";
import { formatDeadline, formatMoment } from "@/shared/dates/format";
import { Link } from "@/ui/page/link";

/** Over the queue: who is at the line now, who comes next. */
export async function DutyStrip({ hotlineId }: { readonly hotlineId: string }) {
  const { line, onDuty, next } = await (await callApi()).structure.roster.read({ hotlineId, from: null });
  const [t, locale, { now }] = [await getTranslations("structure.roster"), await getLocale(), await contextFromNext()];
  const context = { now, zone: line.timeZone, locale };
  return (
    <p className="small px-5 py-3">
      {onDuty.length > 0 ? t("onDuty", { names: onDuty.map(({ name }) => name).join(", "), until: formatDeadline(coveredUntil(onDuty, now), context) }) : next ? `${t("nobodyNow")} ${t("next", { name: next.name, at: formatMoment(next.startsAt, context) })}` : null}{" "}
      <Link className="link" href={`/desk/duty?line=${hotlineId}`}>{t("open")}</Link>
    </p>
  );
}
