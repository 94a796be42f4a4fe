import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { callApi } from "@/api/call";
import { DatesChecked } from "@/features/structure/setup/ui/dates-checked";
import { setupSteps } from "@/features/structure/setup/schema";
import { nextStep, stepStates } from "@/features/structure/setup/rules";
import { EmptyState } from "@/ui/page/empty-state";
import { LinkButton } from "@/ui/page/link-button";
import { Notice } from "@/ui/page/notice";
import { PageTitle } from "@/ui/page/page-title";
import { Panel } from "@/ui/page/panel";
import { Stepper } from "@/ui/page/stepper";
import { placeOfPage } from "../../structure/place";
import { targetsOf } from "../targets";
import { StepBody } from "./step-body";

interface Props {
  readonly params: Promise<{ readonly step: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("structure.setup"))("title") };
}

/** One question a page; each saves, any may be left and continued. */
export default async function SetupStepPage({ params, searchParams }: Props) {
  const wanted = (await params).step;
  const step = setupSteps.find((one) => one === wanted);
  if (!step) notFound();
  const { chart } = await placeOfPage(await searchParams, `/desk/setup/${step}`);
  if (!chart.may.setUp) notFound();
  const t = await getTranslations("structure.setup");
  const { place, round } = chart;
  const href = (one: string) => `/desk/setup/${one}?m=${place.id}`;
  const at = setupSteps.indexOf(step);
  const [before, after] = [setupSteps[at - 1], setupSteps[at + 1]];
  const targets = await targetsOf(chart);
  const states = stepStates(chart, targets?.hasWhole ?? false);
  const isLast = step === "check";
  return (
    <>
      <PageTitle title={t(`${step}.title`)} note={t("note", { name: place.shortName, step: at + 1, count: setupSteps.length })} crumbs={{ label: t("crumbs"), items: [{ label: t("structure"), href: `/desk/structure?m=${place.id}` }, { label: t("title") }] }} actions={<LinkButton variant="quiet" href={`/desk/structure/passport?m=${place.id}`}>{t("passport")}</LinkButton>} />
      {round ? (
        <>
          <div className="mb-6">
            <Stepper
              label={t("steps")} stateLabels={{ done: t("state.done"), current: t("state.current"), ahead: t("state.ahead") }}
              steps={setupSteps.map((one) => ({ label: t(`${one}.short`), state: one === step ? "current" : states[one] === "done" ? "done" : "ahead", href: one === step ? undefined : href(one) }))}
            />
          </div>
          {step === "hotline" && !chart.bodies.some(({ kind }) => kind === "workingGroup") ? <CloneOffer municipalityId={place.id} /> : null}
          <div className="split">
            <div>
              <StepBody step={step} chart={chart} targets={targets?.targets ?? null} next={href(after ?? nextStep(states))} />
              <div className="acts mt-6">
                {before ? <LinkButton variant="plain" href={href(before)}>{t("back")}</LinkButton> : null}
                {after && step === "dates" && states.dates === "open" ? <DatesChecked municipalityId={place.id} next={href(after)} /> : after && step !== "hotline" ? <LinkButton variant={states[step] === "done" ? "primary" : "quiet"} href={href(after)}>{t("next")}</LinkButton> : null}
              </div>
            </div>
            {isLast ? null : <Panel title={t("why")}><p>{t(`${step}.help`)}</p></Panel>}
          </div>
        </>
      ) : (
        <EmptyState title={t("noRound")}><p>{t("noRoundText")}</p></EmptyState>
      )}
    </>
  );
}

/** Where the municipality took part before, it need not begin from nothing. */
async function CloneOffer({ municipalityId }: { readonly municipalityId: string }) {
  const clone = await (await callApi()).structure.setup.clone({ municipalityId });
  if (!clone) return null;
  const t = await getTranslations("structure.clone");
  return <div className="mb-6"><Notice title={t("offerTitle")} actions={<LinkButton href={`/desk/setup/clone?m=${municipalityId}`}>{t("offer")}</LinkButton>}><p>{t("offerText", { from: clone.from })}</p></Notice></div>;
}
