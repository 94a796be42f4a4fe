"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Dialog } from "@/ui/dialog/dialog";
import { toast } from "@/ui/feedback/toast-queue";
import { Button } from "@/ui/form/button";
import { Select } from "@/ui/form/select";
import { TextField } from "@/ui/form/text-field";
import { useSend } from "@/ui/form/use-send";
import { useCalls } from "../../ui/calls";
import { ProblemNotice } from "../../ui/problem-notice";
import { useErrorWords } from "../../ui/use-error-words";
import { addMunicipalityInput, municipalityKinds, type AddMunicipalityInput } from "../schema";

const empty = { name: "", shortName: "", oktmo: "", kind: null as AddMunicipalityInput["kind"] | null };

export function AddMunicipalityDialog({ regionId }: { readonly regionId: string }) {
  const t = useTranslations("structure");
  const errors = useErrorWords();
  const { addMunicipality, refresh } = useCalls();
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState(empty);
  const send = useSend(addMunicipalityInput, addMunicipality, () => { toast({ tone: "done", title: t("admin.municipalityAdded") }); setOpen(false); setTyped(empty); refresh(); });
  const fields = ["name", "shortName", "oktmo"] as const;
  const labels = { name: t("admin.municipalityName"), shortName: t("admin.shortName"), oktmo: t("admin.oktmo"), kind: t("admin.kind") };
  const hints = { name: t("admin.municipalityNameHint"), shortName: t("admin.shortNameHint"), oktmo: t("admin.oktmoHint") };
  const ids = Object.fromEntries(Object.entries(labels).map(([name, label]) => [name, { id: `municipality-${name}`, label }]));
  return (
    <>
      <Button variant="quiet" onPress={() => setOpen(true)}>{t("admin.addMunicipality")}</Button>
      <Dialog title={t("admin.addMunicipality")} isOpen={isOpen} onOpenChange={setOpen} keepOpenOutside labels={{ close: t("form.close") }}>
        <form noValidate onSubmit={(event) => { event.preventDefault(); void send.run({ regionId, ...typed, kind: typed.kind as AddMunicipalityInput["kind"] }); }}>
          <ProblemNotice problem={send.problem} attempt={send.attempt} ids={ids} />
          {fields.map((name) => (
            <TextField key={name} id={`municipality-${name}`} label={labels[name]} hint={hints[name]} mark={name === "shortName" ? t("appoint.optional") : undefined} inputMode={name === "oktmo" ? "numeric" : undefined} value={typed[name]} onChange={(text) => setTyped({ ...typed, [name]: text })} error={errors.field(send.problem, name)} />
          ))}
          <Select id="municipality-kind" label={labels.kind} placeholder={t("act.choose")} value={typed.kind} onChange={(kind) => setTyped({ ...typed, kind: kind as AddMunicipalityInput["kind"] | null })} error={errors.field(send.problem, "kind")} options={municipalityKinds.map((kind) => ({ id: kind, label: t(`admin.kinds.${kind}`) }))} />
          <div className="acts mt-6"><Button type="submit" isPending={send.isBusy}>{t("admin.add")}</Button></div>
        </form>
      </Dialog>
    </>
  );
}
