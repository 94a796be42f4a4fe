import { useTranslations } from "next-intl";
import { Panel } from "@/ui/page/panel";
import type { CellProblem, ReadTable } from "../schema";

/** Each problem at its cell. */
export function CellProblems({ rows }: { readonly rows: ReadTable["rows"] }) {
  const t = useTranslations("initiatives.paper.table");
  const [own, errors] = [useTranslations("initiatives.paper.table.problems") as unknown as Say, useTranslations("errors") as unknown as Say];
  const bad = rows.filter(({ problems }) => problems.length > 0);
  if (bad.length === 0) return null;
  const headingOf = ({ heading, field }: CellProblem) => heading || t(`columns.${field}`);
  return (
    <Panel title={t("problemsTitle", { count: bad.length })} level={3}>
      <p className="mb-4">{t("problemsText")}</p>
      <ul className="gap-rows">
        {bad.flatMap(({ row, problems }) => problems.map((problem) => (
          <li key={`${row}:${problem.field}`} className="gap-row">
            <span>
              <strong>{t("row", { row })}</strong>{" · "}{problem.value === "" ? t("cellEmpty", { heading: headingOf(problem) }) : t("cell", { heading: headingOf(problem), value: problem.value })}
              <br />{problem.key.includes(".") ? errors(problem.key, problem.params) : own(problem.key, problem.params)}
            </span>
          </li>
        )))}
      </ul>
    </Panel>
  );
}

type Say = (key: string, params: CellProblem["params"]) => string;
