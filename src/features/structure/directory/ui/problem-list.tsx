"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/ui/form/button";
import { Panel } from "@/ui/page/panel";
import { useErrorWords } from "../../ui/use-error-words";
import { repairKey, type DirectoryPreview, type DirectoryProblem } from "../schema";

interface Props {
  readonly preview: DirectoryPreview;
  readonly rows: number;
  readonly isBusy: boolean;
  readonly onRepair: (keys: readonly string[] | "all") => Promise<unknown>;
}

/** Each problem at its cell, by kind; what can be completed is offered one by one and all at once. */
export function ProblemList({ preview, rows, isBusy, onRepair }: Props) {
  const t = useTranslations("structure.directory");
  const say = useProblemWords();
  const [key, setKey] = useState("");
  const shown = preview.problems.filter((problem) => key === "" || problem.key === key);
  const all = preview.problemCounts.filter((one) => key === "" || one.key === key).reduce((sum, { count }) => sum + count, 0);
  const repairable = preview.problemCounts.reduce((sum, one) => sum + one.repairable, 0);
  return (
    <Panel title={t("problemsTitle", { count: rows })} level={3}>
      <p className="mb-4">{t("problemsText")}</p>
      {repairable > 0 ? <div className="acts mb-4"><Button variant="quiet" isPending={isBusy} onPress={async () => await onRepair("all")}>{t("acceptAll", { count: repairable })}</Button></div> : null}
      {preview.problemCounts.length > 1 ? (
        <p className="mb-4">
          <label htmlFor="problem-filter">{t("filter")}</label>{" "}
          <select id="problem-filter" className="input input-narrow" value={key} onChange={({ target }) => setKey(target.value)}>
            <option value="">{t("all")}</option>
            {preview.problemCounts.map((one) => <option key={one.key} value={one.key}>{t("filterItem", { what: say(preview.problems.find((problem) => problem.key === one.key)), count: one.count })}</option>)}
          </select>
        </p>
      ) : null}
      <ul className="gap-rows">
        {shown.map((problem) => (
          <li key={`${problem.sheet}:${problem.row}:${problem.field}`} className="gap-row">
            <span>
              <strong>{problem.sheet === "" ? t("placePlain", { row: problem.row }) : t("place", { sheet: t("sheet", { name: problem.sheet }), row: problem.row })}</strong>{" · "}
              {problem.value === "" ? t("cellEmpty", { heading: headingOf(problem, t) }) : t("cell", { heading: headingOf(problem, t), value: problem.value })}
              <br />{say(problem)}
            </span>
            {problem.repair === null ? null : <Button variant="quiet" isDisabled={isBusy} onPress={async () => await onRepair([repairKey(problem.value, problem.repair ?? "")])}>{t("accept", { code: problem.repair })}</Button>}
          </li>
        ))}
      </ul>
      {shown.length < all ? <p className="muted mt-3">{t("shown", { shown: shown.length, all })}</p> : null}
    </Panel>
  );
}

/** As the file writes it; what it has no column for, as we call it. */
function headingOf({ heading, kind, field }: DirectoryProblem, t: ReturnType<typeof useTranslations<"structure.directory">>): string {
  return heading === "" ? t(`columns.${kind}.${field}` as "columns.people.role") : heading.replace(/\s+/g, " ");
}

/** A sentence of our own, of a form's field, or of a refusal. */
function useProblemWords(): (problem: Pick<DirectoryProblem, "key" | "params"> | undefined) => string {
  const t = useTranslations("structure.directory.problems");
  const errors = useErrorWords();
  return (problem) => {
    if (!problem) return "";
    return problem.key.includes(".") ? errors.say(problem.key, problem.params) : (t as unknown as (key: string, params: DirectoryProblem["params"]) => string)(problem.key, problem.params);
  };
}
