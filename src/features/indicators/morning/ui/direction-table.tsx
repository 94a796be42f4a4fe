import { useLocale, useTranslations } from "next-intl";
import { Link } from "@/ui/page/link";
import { Panel } from "@/ui/page/panel";
import { Table } from "@/ui/table/table";
import { axisOf, MeasureBar } from "../../ui/measure-bar";
import { dayOfMonth } from "../../ui/names";
import { PaceTag } from "../../ui/pace-tag";
import { useNumbers } from "../../ui/use-numbers";
import type { DirectionLine, Morning } from "../schema";

/** Target against actual by direction; each name opens the list behind its number. */
export function DirectionTable({ morning: { directions, place, round } }: { readonly morning: Morning }) {
  const t = useTranslations("indicators.morning");
  const locale = useLocale();
  const { whole } = useNumbers();
  const max = axisOf(directions.map(({ initiatives }) => initiatives));
  const hasTargets = directions.some(({ initiatives }) => initiatives.target !== null);
  const name = (line: DirectionLine) => <Link className="link" href={`/initiatives?municipality=${place.id}&direction=${line.id}`}>{locale === "en" ? line.nameEn : line.name}</Link>;
  return (
    <Panel title={t("directions")}>
      <Table
        caption={t("directions")}
        captionHidden
        rows={directions}
        rowKey={(line) => line.id}
        columns={[
          { id: "name", header: t("column.direction"), rowHeader: true, cell: name },
          { id: "actual", header: t("column.actual"), align: "end", cell: (line) => whole(line.figures.net) },
          ...(hasTargets
            ? [
                { id: "bar", header: t("column.bar"), cell: (line: DirectionLine) => <div className="w-36 max-w-full"><MeasureBar measure={line.initiatives} max={max} /></div> },
                { id: "target", header: t("column.target"), align: "end" as const, cell: (line: DirectionLine) => (line.initiatives.target === null ? "" : whole(line.initiatives.target)) },
                { id: "state", header: t("column.state"), cell: (line: DirectionLine) => <PaceTag measure={line.initiatives} /> },
              ]
            : [{ id: "answered", header: t("column.answered"), align: "end" as const, cell: (line: DirectionLine) => whole(line.figures.answered) }]),
        ]}
      />
      {hasTargets ? <p className="small muted mt-3">{t("directionsNote", { date: dayOfMonth(round.endsOn, locale) })}</p> : null}
    </Panel>
  );
}
