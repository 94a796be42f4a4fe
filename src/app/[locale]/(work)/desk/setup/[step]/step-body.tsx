import { getTranslations } from "next-intl/server";
import { isBlocking } from "@/features/structure/chart/rules";
import type { Targets } from "@/features/indicators/targets/schema";
import type { Chart } from "@/features/structure/chart/schema";
import { GapList } from "@/features/structure/chart/ui/gap-list";
import { isComplete } from "@/features/structure/setup/rules";
import type { SetupStep } from "@/features/structure/setup/schema";
import { FinishButton } from "@/features/structure/setup/ui/finish-step";
import { GroupsStep } from "@/features/structure/setup/ui/groups-step";
import { HotlineForm } from "@/features/structure/setup/ui/hotline-form";
import { CoordinatorsStep, OrganisationsStep } from "@/features/structure/setup/ui/organisations-step";
import { PeopleStep } from "@/features/structure/setup/ui/people-step";
import { formatPhone, type Phone } from "@/shared/codes/phone";
import { LinkButton } from "@/ui/page/link-button";
import { Notice } from "@/ui/page/notice";
import { Panel } from "@/ui/page/panel";
import { Say } from "@/ui/page/say";
import { DatesPanel } from "./dates-panel";
import { DatesStep } from "./dates-step";
import { TargetsStep } from "./targets-step";

interface Props {
  readonly step: SetupStep;
  readonly chart: Chart;
  /** null where no marathon is held */
  readonly targets: Targets | null;
  readonly next: string;
}

export async function StepBody({ step, chart, targets, next }: Props) {
  switch (step) {
    case "hotline":
      return <HotlineForm municipalityId={chart.place.id} hotline={chart.hotline} shownPhone={chart.hotline.phone ? formatPhone(chart.hotline.phone as Phone) : ""} next={next} />;
    case "groups":
      return <GroupsStep chart={chart} />;
    case "people":
      return <PeopleStep chart={chart} />;
    case "organisations":
      return <OrganisationsStep chart={chart} />;
    case "coordinators":
      return <CoordinatorsStep chart={chart} />;
    case "dates":
      return chart.round ? <DatesStep municipalityId={chart.place.id} round={chart.round} timeZone={chart.place.timeZone} /> : null;
    case "targets":
      return targets ? <TargetsStep targets={targets} /> : null;
    case "check":
      return <CheckStep chart={chart} />;
  }
}

/** What is there, what must come first, what may follow. */
async function CheckStep({ chart }: Pick<Props, "chart">) {
  const t = await getTranslations("structure.setup.check");
  const groups = chart.bodies.filter(({ kind }) => kind === "workingGroup").length;
  const isReady = isComplete(chart.gaps, groups);
  const blocking = chart.gaps.filter(isBlocking);
  const others = chart.gaps.filter((gap) => !isBlocking(gap));
  return (
    <>
      <div className="mb-6">
        <Say>{chart.isSetUp ? t("isSetUp") : isReady ? t("ready") : t("notReady")}<small>{t("counts", { groups, organisations: chart.organisations.length })}</small></Say>
      </div>
      {blocking.length > 0 ? <Panel title={t("first")}><GapList gaps={blocking} municipalityId={chart.place.id} /></Panel> : null}
      {others.length > 0 ? <Panel title={t("later")}><GapList gaps={others} municipalityId={chart.place.id} shown={2} /></Panel> : null}
      {chart.round ? <DatesPanel municipalityId={chart.place.id} round={chart.round} timeZone={chart.place.timeZone} /> : null}
      <div className="mt-6">
        {chart.isSetUp ? (
          <Notice tone="done" title={t("doneTitle")} actions={<LinkButton href={`/desk/structure?m=${chart.place.id}`}>{t("open")}</LinkButton>}><p>{t("doneText")}</p></Notice>
        ) : (
          <FinishButton municipalityId={chart.place.id} isBlocked={!isReady} />
        )}
      </div>
    </>
  );
}
