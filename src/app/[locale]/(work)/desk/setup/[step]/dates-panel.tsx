import { getLocale, getTranslations } from "next-intl/server";
import { callApi } from "@/api/call";
import type { Chart } from "@/features/structure/chart/schema";
import { contextFromNext } from "@/platform/trpc/context-next";
import { formatDay, formatDeadline, formatPeriod } from "@/shared/dates/format";
import { plainDate } from "@/shared/dates/plain-date";
import { Facts } from "@/ui/page/facts";
import { LinkButton } from "@/ui/page/link-button";
import { Panel } from "@/ui/page/panel";

interface Props {
  readonly municipalityId: string;
  readonly round: NonNullable<Chart["round"]>;
  readonly timeZone: string;
}

/** Dates are the marathon's, targets the head's: before the start both are seen here once. */
export async function DatesPanel({ municipalityId, round, timeZone }: Props) {
  const api = await callApi();
  const of = { municipalityId, marathonId: round.id };
  const [{ checkpoints }, { targets, canSet }] = await Promise.all([api.checkpoint.list(of), api.target.list(of)]);
  const [t, locale, { now }] = [await getTranslations("structure.setup.check"), await getLocale(), await contextFromNext()];
  const context = { now, zone: timeZone, locale };
  const whole = (metric: "users" | "initiatives") => targets.find((one) => one.metric === metric && one.directionId === null && one.organisationId === null)?.value ?? null;
  const [users, initiatives] = [whole("users"), whole("initiatives")];
  const isSet = users !== null && initiatives !== null;
  return (
    <div className="mt-6">
      <Panel title={t("datesTitle")} id="dates">
        <Facts items={[
          { term: t("collecting"), value: formatPeriod(plainDate(round.startsOn), plainDate(round.endsOn), context) },
          { term: t("closing"), value: formatDay(plainDate(round.closingEndsOn), context) },
          ...checkpoints.map((one) => ({ term: one.name, value: formatDeadline(one.deadline, context) })),
          { term: t("targets"), value: isSet ? t("targetsAre", { users, initiatives }) : t("noTargets") },
        ]} />
        {canSet ? <div className="acts mt-4"><LinkButton variant={isSet ? "plain" : "quiet"} href={`/desk/setup/targets?m=${municipalityId}`}>{t(isSet ? "changeTargets" : "setTargets")}</LinkButton></div> : <p className="small muted mt-3">{t("headSets")}</p>}
      </Panel>
    </div>
  );
}
