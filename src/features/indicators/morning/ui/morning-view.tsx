import { useLocale, useTranslations } from "next-intl";
import { Link } from "@/ui/page/link";
import { LinkButton } from "@/ui/page/link-button";
import { Notice } from "@/ui/page/notice";
import { Panel } from "@/ui/page/panel";
import { PageTitle } from "@/ui/page/page-title";
import { CheckpointLines } from "../../checkpoints/ui/checkpoint-lines";
import { CourseChart } from "../../ui/course-chart";
import { PlaceChooser } from "../../ui/place-chooser";
import { useRoundWords } from "../../ui/use-round-words";
import type { Morning, PlaceChoice } from "../schema";
import { CopySummary } from "./copy-summary";
import { DirectionTable } from "./direction-table";
import { MorningFigures } from "./morning-figures";
import { Opening } from "./opening";
import { OrganisationTable } from "./organisation-table";
import { summaryText } from "./summary-text";

/** Sentence, what can be done, charts that show it, tables that prove it. */
export function MorningView({ morning, places }: { readonly morning: Morning; readonly places: readonly PlaceChoice[] }) {
  const all = useTranslations("indicators");
  const t = useTranslations("indicators.morning");
  const locale = useLocale();
  const { place, round, at, abilities, days, initiatives, earlier, directions } = morning;
  const course = useRoundWords(round);
  const summary = summaryText(morning, all, locale);
  const hasTargets = initiatives.target !== null || directions.some((line) => line.initiatives.target !== null);
  const query = `?municipality=${place.id}`;
  return (
    <>
      <PlaceChooser action="/desk/indicators" places={places} chosen={place.id} />
      <PageTitle title={place.shortName} note={t("where", { place: place.regionName, marathon: round.name, course })} />
      <Opening morning={morning} />
      <div className="acts mt-5">
        <CopySummary text={summary} />
        {abilities.setTargets ? <LinkButton variant={hasTargets ? "quiet" : undefined} href={`/desk/targets${query}`}>{t(hasTargets ? "changeTargets" : "setTargets")}</LinkButton> : null}
        {abilities.export ? <LinkButton variant="plain" href={`/api/export/municipality.xlsx${query}`} download>{t("export")}</LinkButton> : null}
        {abilities.export ? <LinkButton variant="plain" href={`/api/export/municipality.csv${query}`} download>{t("exportCsv")}</LinkButton> : null}
      </div>
      <details className="mt-3">
        <summary className="link small">{all("summary.preview")}</summary>
        <p className="panel mt-2 whitespace-pre-line">{summary}</p>
      </details>
      <div className="split mt-6">
        <div>
          {hasTargets ? null : <Notice title={t("noTargets")} actions={abilities.setTargets ? <LinkButton href={`/desk/targets${query}`}>{t("setTargets")}</LinkButton> : null}>{t("noTargetsText")}</Notice>}
          <DirectionTable morning={morning} />
          <Panel>
            <CourseChart byDay={days.map(({ net }) => net)} target={initiatives.target} earlier={earlier} round={round} at={at} zone={place.timeZone} />
          </Panel>
        </div>
        <div>
          <MorningFigures morning={morning} />
          <Panel title={t("checkpoints")}>
            <CheckpointLines checkpoints={morning.checkpoints} zone={place.timeZone} now={at} />
            <p className="mt-3"><Link className="link" href={`/desk/targets${query}#checkpoints`}>{t("checkpointsLink")}</Link></p>
          </Panel>
        </div>
      </div>
      <div className="mt-4">
        <OrganisationTable morning={morning} />
      </div>
    </>
  );
}
