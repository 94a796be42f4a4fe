import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { callApi } from "@/api/call";
import { pageCall } from "@/app/shell/page-call";
import { HoursDialog } from "@/features/structure/roster/ui/hours-dialog";
import { PlanDialog } from "@/features/structure/roster/ui/plan-dialog";
import { RosterView } from "@/features/structure/roster/ui/roster-view";
import { clockOf, coveredUntil } from "@/features/structure/roster/rules";
import type { Roster } from "@/features/structure/roster/schema";
import { contextFromNext } from "@/platform/trpc/context-next";
import { formatDeadline, formatMoment, formatPeriod } from "@/shared/dates/format";
import { addDays, isPlainDate, plainDate } from "@/shared/dates/plain-date";
import { plainDateIn } from "@/shared/dates/zone";
import { Chips } from "@/ui/page/chips";
import { EmptyState } from "@/ui/page/empty-state";
import { LinkButton } from "@/ui/page/link-button";
import { PageTitle } from "@/ui/page/page-title";
import { Panel } from "@/ui/page/panel";
import { Say } from "@/ui/page/say";
import { queryOf } from "../structure/place";

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

const here = "/desk/duty";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("structure.roster"))("title") };
}

/** Who is at the hotline, today and in the two weeks ahead; what nobody covers. */
export default async function DutyPage({ searchParams }: Props) {
  const query = await searchParams;
  const api = await callApi();
  const lines = await pageCall(async () => await api.structure.roster.lines(), here);
  const wanted = queryOf(query, "line");
  const line = lines.find(({ id }) => id === wanted) ?? lines[0];
  if (!line) notFound();
  const from = queryOf(query, "from");
  const roster = await pageCall(async () => await api.structure.roster.read({ hotlineId: line.id, from: isPlainDate(from) ? from : null }), here);
  const [t, locale, { now }] = [await getTranslations("structure.roster"), await getLocale(), await contextFromNext()];
  const zone = line.timeZone;
  const first = plainDate(roster.days[0]?.day ?? plainDateIn(zone, now));
  const href = (days: number) => `${here}?line=${line.id}&from=${addDays(first, days)}`;
  const isKept = roster.days.some(({ shifts }) => shifts.length > 0) || roster.onDuty.length > 0 || roster.next !== null;
  const period = formatPeriod(first, addDays(first, roster.days.length - 1), { now, zone, locale });
  return (
    <>
      <PageTitle
        title={`${t("title")}: ${line.municipality}`} note={period}
        actions={
          <>
            {roster.may.plan && roster.operators.length > 0 ? <PlanDialog roster={roster} today={plainDateIn(zone, now)} /> : null}
            {roster.may.plan ? <HoursDialog roster={roster} /> : null}
            {roster.may.take ? <LinkButton variant="quiet" href="/api/export/duty.ics" download>{t("calendar")}</LinkButton> : null}
          </>
        }
      />
      {lines.length > 1 ? <div className="mb-6"><Chips label={t("lines")} items={lines.map(({ id, municipality }) => ({ href: `${here}?line=${id}`, label: municipality, current: id === line.id }))} /></div> : null}
      <div className="mb-6"><NowSay roster={roster} now={now} locale={locale} /></div>
      {isKept || roster.hours ? (
        <Panel title={t("weeks")} id="weeks">
          <div className="acts mb-4">
            <LinkButton variant="plain" href={href(-14)}>{t("earlier")}</LinkButton>
            <LinkButton variant="plain" href={href(14)}>{t("later")}</LinkButton>
          </div>
          <RosterView roster={roster} now={now} />
        </Panel>
      ) : (
        <EmptyState title={t("emptyTitle")}><p>{roster.operators.length === 0 ? t("emptyNoOperator") : roster.may.plan ? t("emptyPlan") : t("emptyText")}</p></EmptyState>
      )}
    </>
  );
}

async function NowSay({ roster, now, locale }: { readonly roster: Roster; readonly now: Date; readonly locale: Awaited<ReturnType<typeof getLocale>> }) {
  const t = await getTranslations("structure.roster");
  const context = { now, zone: roster.line.timeZone, locale };
  const { onDuty, next, hours } = roster;
  return (
    <Say>
      {onDuty.length > 0 ? t("onDuty", { names: onDuty.map(({ name }) => name).join(", "), until: formatDeadline(coveredUntil(onDuty, now), context) }) : t("nobodyNow")}
      {roster.gapsAhead > 0 ? <> <em>{t("gapsAhead", { count: roster.gapsAhead })}</em></> : null}
      <small>
        {next ? t("next", { name: next.name, at: formatMoment(next.startsAt, context) }) : t("noNext")}{" "}
        {hours ? t("required", { days: hours.daily ? "daily" : "working", from: clockOf(hours.from), to: clockOf(hours.to) }) : t("hoursUnknown")}
      </small>
    </Say>
  );
}
