import { getLocale, getTranslations } from "next-intl/server";
import { callApi } from "@/api/call";
import type { Chart } from "@/features/structure/chart/schema";
import { contextFromNext } from "@/platform/trpc/context-next";
import { formatDay, formatPeriod } from "@/shared/dates/format";
import { plainDate } from "@/shared/dates/plain-date";
import { Facts } from "@/ui/page/facts";
import { Panel } from "@/ui/page/panel";
import { OwnDates } from "./own-dates";

interface Props {
  readonly municipalityId: string;
  readonly round: NonNullable<Chart["round"]>;
  readonly timeZone: string;
}

/** «Когда что происходит?»: the marathon's days, and those on which figures are taken; the head adds some of the municipality's own. */
export async function DatesStep({ municipalityId, round, timeZone }: Props) {
  const checkpoints = await (await callApi()).checkpoint.list({ municipalityId, marathonId: round.id });
  const [t, locale, { now }] = [await getTranslations("structure.setup.check"), await getLocale(), await contextFromNext()];
  const context = { now, zone: timeZone, locale };
  return (
    <>
      <Panel title={round.name}>
        <Facts items={[
          { term: t("collecting"), value: formatPeriod(plainDate(round.startsOn), plainDate(round.endsOn), context) },
          { term: t("closing"), value: formatDay(plainDate(round.closingEndsOn), context) },
        ]} />
      </Panel>
      <OwnDates checkpoints={checkpoints} now={now} />
    </>
  );
}
