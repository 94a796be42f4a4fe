"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/ui/form/button";
import { TextField } from "@/ui/form/text-field";
import { Chips } from "@/ui/page/chips";
import { filterLimits, saveFilterInput, type SavedFilter, type SaveFilterInput } from "../filters/schema";
import { queueAddress } from "../queue/rules";
import { assignments, type QueueNarrowing } from "../queue/schema";
import { useStep } from "./use-step";
import { useErrorWords } from "./use-words";

export interface FilterCalls {
  readonly saveFilter: (input: SaveFilterInput) => Promise<SavedFilter>;
  readonly removeFilter: (input: { readonly id: string }) => Promise<unknown>;
}

interface Props {
  readonly narrowing: QueueNarrowing;
  readonly saved: readonly SavedFilter[];
  readonly calls: FilterCalls;
  readonly onChanged: () => void;
}

const isSame = (a: QueueNarrowing, b: QueueNarrowing) => queueAddress(a) === queueAddress(b);

/** In whose hands, the filters that the reader has named, and naming the one that is shown. */
export function SavedFilters({ narrowing, saved, calls, onChanged }: Props) {
  const t = useTranslations("considering.filters");
  const errors = useErrorWords();
  const [name, setName] = useState("");
  const current = saved.find((one) => isSame(one.filter, narrowing));
  const { problem, run } = useStep<Omit<SaveFilterInput, "key">>(saveFilterInput, calls.saveFilter, () => { setName(""); onChanged(); }, () => undefined);
  const isPlain = narrowing.assigned === "any" && narrowing.directionId === null && narrowing.filter === "all";
  return (
    <>
      <Chips label={t("assigned")} items={assignments.map((assigned) => ({ href: queueAddress({ ...narrowing, assigned }), label: t(`assignment.${assigned}`), current: assigned === narrowing.assigned }))} />
      {saved.length > 0 ? <Chips label={t("own")} items={saved.map((one) => ({ href: queueAddress(one.filter), label: one.name, current: one === current }))} /> : null}
      {current ? <Button variant="plain" onPress={async () => { await calls.removeFilter({ id: current.id }); onChanged(); }}>{t("remove", { name: current.name })}</Button> : null}
      {!current && !isPlain ? (
        <details>
          <summary className="link small">{t("keep")}</summary>
          <div className="mt-2">
            <TextField id="filter-name" label={t("name")} value={name} onChange={setName} maxLength={filterLimits.name} error={errors.field(problem?.fields.find(({ path }) => path === "name"))} />
            <div className="acts mt-2"><Button variant="quiet" onPress={async () => await run({ name, filter: narrowing })}>{t("save")}</Button></div>
          </div>
        </details>
      ) : null}
    </>
  );
}
