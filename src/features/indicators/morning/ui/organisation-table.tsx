import { useTranslations } from "next-intl";
import { Panel } from "@/ui/page/panel";
import { Table } from "@/ui/table/table";
import { PaceTag } from "../../ui/pace-tag";
import { useNumbers } from "../../ui/use-numbers";
import type { Morning, OrganisationLine } from "../schema";

/** So many stand in sight: those with a target, those with the most, and «без организации». */
const shown = 12;

/** Figures by organisation, «без организации» among them, so that the rows add up to the whole. */
export function OrganisationTable({ morning: { organisations, total } }: { readonly morning: Morning }) {
  const t = useTranslations("indicators");
  const named = organisations.filter(({ id }) => id !== null);
  const nameless = organisations.filter(({ id }) => id === null);
  const rest = named.slice(shown);
  return (
    <Panel title={t("morning.organisations")}>
      <p className="small muted mb-3">{t("morning.organisationsNote")}</p>
      <Lines lines={rest.length > 0 ? [...named.slice(0, shown), ...nameless] : organisations} caption={t("morning.organisations")} total={rest.length > 0 ? undefined : total} />
      {rest.length > 0 ? (
        <details className="mt-3">
          <summary className="link">{t("morning.allOrganisations", { count: named.length })}</summary>
          <Lines lines={organisations} caption={t("morning.allOrganisations", { count: named.length })} total={total} />
        </details>
      ) : null}
    </Panel>
  );
}

interface LinesProps {
  readonly lines: readonly OrganisationLine[];
  readonly caption: string;
  readonly total?: Morning["total"];
}

function Lines({ lines, caption, total }: LinesProps) {
  const t = useTranslations("indicators");
  const { whole } = useNumbers();
  const of = (actual: number, target: number | null) => (target === null ? whole(actual) : t("morning.actualOf", { actual: whole(actual), target: whole(target) }));
  const hasTargets = lines.some(({ initiatives }) => initiatives.target !== null);
  return (
    <Table
      caption={caption}
      captionHidden
      rows={lines}
      rowKey={(line) => line.id ?? "none"}
      columns={[
        { id: "name", header: t("morning.column.organisation"), rowHeader: true, cell: (line) => line.name ?? t("noOrganisation") },
        { id: "users", header: t("morning.column.users"), align: "end", cell: (line) => of(line.users.actual, line.users.target) },
        { id: "net", header: t("morning.column.actual"), align: "end", cell: (line) => of(line.initiatives.actual, line.initiatives.target) },
        { id: "answered", header: t("morning.column.answered"), align: "end", cell: (line) => whole(line.figures.answered) },
        ...(hasTargets ? [{ id: "state", header: t("morning.column.state"), cell: (line: OrganisationLine) => (line.initiatives.target === null ? null : <PaceTag measure={line.initiatives} />) }] : []),
      ]}
      totals={total && { name: t("export.total"), users: whole(total.users), net: whole(total.net), answered: whole(total.answered) }}
    />
  );
}
