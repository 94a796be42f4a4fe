"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "@/ui/feedback/toast-queue";
import { Button } from "@/ui/form/button";
import { CheckboxGroup } from "@/ui/form/checkbox-group";
import { TextField } from "@/ui/form/text-field";
import { useSend } from "@/ui/form/use-send";
import type { Chart } from "../../chart/schema";
import { useCalls } from "../../ui/calls";
import { ProblemNotice } from "../../ui/problem-notice";
import { useErrorWords } from "../../ui/use-error-words";
import { saveGroupInput } from "../schema";

interface Props {
  readonly chart: Pick<Chart, "directions" | "bodies" | "place">;
  /** null: a new one */
  readonly groupId: string | null;
  readonly onDone: () => void;
}

/** A group's name and its directions; those of other groups are shown with whose they are. */
export function GroupForm({ chart, groupId, onDone }: Props) {
  const t = useTranslations("structure.setup.groups");
  const locale = useLocale();
  const errors = useErrorWords();
  const { saveGroup } = useCalls();
  const group = chart.bodies.find(({ id }) => id === groupId);
  const own = chart.directions.filter((one) => groupId !== null && one.groupId === groupId).map(({ id }) => id);
  // what stood on the screen when the form was opened, whatever has been drawn since
  const [seen] = useState(group ? { name: group.name, directionIds: own } : null);
  const [name, setName] = useState(group?.name ?? "");
  const [directionIds, setDirections] = useState<string[]>(own);
  const send = useSend(saveGroupInput, saveGroup, () => { toast({ tone: "done", title: t("saved") }); onDone(); });
  const prefix = `group-${groupId ?? "new"}`;
  const options = chart.directions.map((one) => {
    const other = one.groupId !== null && one.groupId !== groupId ? chart.bodies.find(({ id }) => id === one.groupId) : undefined;
    return { value: one.id, label: locale === "en" ? one.nameEn : one.name, note: other ? t("ownedBy", { group: other.name }) : undefined, disabled: other !== undefined };
  });
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); void send.run({ municipalityId: chart.place.id, groupId, name, directionIds, seen }); }}>
      <ProblemNotice problem={send.problem} attempt={send.attempt} ids={{ name: { id: `${prefix}-name`, label: t("name") }, directionIds: { id: `${prefix}-directions`, label: t("directions") } }} />
      <TextField id={`${prefix}-name`} label={t("name")} hint={t("nameHint")} value={name} onChange={setName} error={errors.field(send.problem, "name")} />
      <div className="mt-5">
        <CheckboxGroup id={`${prefix}-directions`} label={t("directions")} hint={t("directionsHint")} options={options} value={directionIds} onChange={setDirections} error={errors.field(send.problem, "directionIds")} />
      </div>
      <div className="acts mt-5"><Button type="submit" isPending={send.isBusy}>{t("save")}</Button></div>
    </form>
  );
}
