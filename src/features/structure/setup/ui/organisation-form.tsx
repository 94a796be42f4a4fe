"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "@/ui/feedback/toast-queue";
import { Button } from "@/ui/form/button";
import { CheckboxGroup } from "@/ui/form/checkbox-group";
import { Select } from "@/ui/form/select";
import { TextField } from "@/ui/form/text-field";
import { useSend } from "@/ui/form/use-send";
import type { Chart, ChartOrganisation } from "../../chart/schema";
import { useCalls } from "../../ui/calls";
import { ProblemNotice } from "../../ui/problem-notice";
import { useErrorWords } from "../../ui/use-error-words";
import { addOrganisationInput, linkOrganisationInput, organisationKinds, type AddOrganisationInput } from "../schema";

interface Props {
  readonly chart: Pick<Chart, "bodies" | "place">;
  readonly onDone: () => void;
}

const groupOptions = (chart: Props["chart"]) => chart.bodies.filter(({ kind }) => kind === "workingGroup").map(({ id, name }) => ({ value: id, label: name }));

/** A new organisation of the municipality, linked to groups at once. */
export function OrganisationForm({ chart, onDone }: Props) {
  const t = useTranslations("structure.setup.organisations");
  const errors = useErrorWords();
  const { addOrganisation } = useCalls();
  const [typed, setTyped] = useState<{ name: string; shortName: string; address: string; kind: AddOrganisationInput["kind"] | null; groupIds: string[] }>({ name: "", shortName: "", address: "", kind: null, groupIds: [] });
  const send = useSend(addOrganisationInput, addOrganisation, () => { toast({ tone: "done", title: t("added") }); onDone(); });
  const names = ["name", "shortName", "address"] as const;
  const ids = Object.fromEntries([...names, "kind", "groupIds"].map((name) => [name, { id: `organisation-${name}`, label: t(name as "name") }]));
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); void send.run({ municipalityId: chart.place.id, ...typed, kind: typed.kind as AddOrganisationInput["kind"] }); }}>
      <ProblemNotice problem={send.problem} attempt={send.attempt} ids={ids} />
      {names.map((name) => (
        <TextField key={name} id={`organisation-${name}`} label={t(name)} hint={name === "address" ? undefined : t(`${name}Hint`)} mark={name === "name" ? undefined : t("optional")} value={typed[name]} onChange={(text) => setTyped({ ...typed, [name]: text })} error={errors.field(send.problem, name)} />
      ))}
      <Select
        id="organisation-kind" label={t("kind")} placeholder={t("chooseKind")} value={typed.kind} onChange={(kind) => setTyped({ ...typed, kind: kind as AddOrganisationInput["kind"] | null })} error={errors.field(send.problem, "kind")}
        options={organisationKinds.map((kind) => ({ id: kind, label: t(`kinds.${kind}`) }))}
      />
      <CheckboxGroup id="organisation-groupIds" label={t("groupIds")} hint={t("groupIdsHint")} options={groupOptions(chart)} value={typed.groupIds} onChange={(groupIds) => setTyped({ ...typed, groupIds })} error={errors.field(send.problem, "groupIds")} />
      <div className="acts mt-5"><Button type="submit" isPending={send.isBusy}>{t("add")}</Button></div>
    </form>
  );
}

/** Which groups an organisation works with. */
export function LinkForm({ chart, organisation, onDone }: Props & { readonly organisation: ChartOrganisation }) {
  const t = useTranslations("structure.setup.organisations");
  const { linkOrganisation } = useCalls();
  const [seen] = useState(organisation.groupIds);
  const [groupIds, setGroups] = useState<string[]>(organisation.groupIds);
  const send = useSend(linkOrganisationInput, linkOrganisation, () => { toast({ tone: "done", title: t("linked") }); onDone(); });
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); void send.run({ municipalityId: chart.place.id, organisationId: organisation.id, groupIds, seen }); }}>
      <ProblemNotice problem={send.problem} attempt={send.attempt} ids={{}} />
      <CheckboxGroup label={t("groupIds")} hint={t("groupIdsHint")} options={groupOptions(chart)} value={groupIds} onChange={setGroups} />
      <div className="acts mt-5"><Button type="submit" isPending={send.isBusy}>{t("saveLinks")}</Button></div>
    </form>
  );
}
