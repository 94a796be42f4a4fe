"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Dialog } from "@/ui/dialog/dialog";
import { toast } from "@/ui/feedback/toast-queue";
import { Button } from "@/ui/form/button";
import { Select } from "@/ui/form/select";
import { TextField } from "@/ui/form/text-field";
import { useSend } from "@/ui/form/use-send";
import { organisationKinds } from "../../setup/schema";
import { useCalls } from "../../ui/calls";
import { ProblemNotice } from "../../ui/problem-notice";
import { useErrorWords } from "../../ui/use-error-words";
import { addUnitInput, innerKinds, type AddUnitInput } from "../schema";

interface Props {
  /** where it may stand, the municipality itself first */
  readonly places: readonly { readonly id: string; readonly name: string }[];
}

const nothing = { name: "", shortName: "", address: "", kind: null as AddUnitInput["kind"] | null, organisationKind: null as AddUnitInput["organisationKind"] };

export function AddUnitDialog({ places }: Props) {
  const [t, kinds, form] = [useTranslations("structure.units"), useTranslations("structure.setup.organisations.kinds"), useTranslations("structure.form")];
  const errors = useErrorWords();
  const { addUnit, refresh } = useCalls();
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState(nothing);
  const [parentId, setParent] = useState(places[0]?.id ?? "");
  const send = useSend(addUnitInput, addUnit, () => { toast({ tone: "done", title: t("added") }); setOpen(false); setTyped(nothing); refresh(); });
  const names = ["name", "shortName", "address"] as const;
  const ids = Object.fromEntries(([...names, "kind", "organisationKind", "parent"] as const).map((name) => [name === "parent" ? "parentId" : name, { id: `unit-${name}`, label: t(name) }]));
  return (
    <>
      <Button onPress={() => setOpen(true)}>{t("add")}</Button>
      <Dialog title={t("addTitle")} isOpen={isOpen} onOpenChange={setOpen} keepOpenOutside labels={{ close: form("close") }}>
        <form noValidate onSubmit={(event) => { event.preventDefault(); void send.run({ parentId, ...typed, kind: typed.kind as AddUnitInput["kind"], organisationKind: typed.kind === "organisation" ? typed.organisationKind : null }); }}>
          <ProblemNotice problem={send.problem} attempt={send.attempt} ids={ids} />
          <Select id="unit-kind" label={t("kind")} placeholder={t("chooseKind")} value={typed.kind} onChange={(kind) => setTyped({ ...typed, kind: kind as AddUnitInput["kind"] | null })} error={errors.field(send.problem, "kind")} options={innerKinds.map((kind) => ({ id: kind, label: t(`kinds.${kind}`) }))} />
          {typed.kind === "organisation" ? (
            <Select id="unit-organisationKind" label={t("organisationKind")} placeholder={t("chooseKind")} value={typed.organisationKind} onChange={(kind) => setTyped({ ...typed, organisationKind: kind as AddUnitInput["organisationKind"] })} error={errors.field(send.problem, "organisationKind")} options={organisationKinds.map((kind) => ({ id: kind, label: kinds(kind) }))} />
          ) : null}
          <Select id="unit-parent" label={t("parent")} placeholder={t("chooseKind")} value={parentId} onChange={(id) => setParent(id ?? "")} error={errors.field(send.problem, "parentId")} options={places.map(({ id, name }) => ({ id, label: name }))} />
          {names.map((name) => (
            <TextField key={name} id={`unit-${name}`} label={t(name)} hint={name === "address" ? undefined : t(`${name}Hint`)} mark={name === "name" ? undefined : t("optional")} value={typed[name]} onChange={(text) => setTyped({ ...typed, [name]: text })} error={errors.field(send.problem, name)} />
          ))}
          <div className="acts mt-6"><Button type="submit" isPending={send.isBusy}>{t("save")}</Button></div>
        </form>
      </Dialog>
    </>
  );
}
