"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/ui/form/button";
import { CheckboxGroup } from "@/ui/form/checkbox-group";
import { RadioGroup } from "@/ui/form/radio-group";
import { Select } from "@/ui/form/select";
import { TextField } from "@/ui/form/text-field";
import type { Problem } from "@/ui/form/use-send";
import { municipalityKinds, type MunicipalityKind } from "../../administration/schema";
import { useErrorWords } from "../../ui/use-error-words";
import { unitsLimits, type ChangeKind, type UnitRecord } from "../schema";
import { noPart, type Typed, type TypedPart } from "./decision-draft";
import { PickUnit, PickUnits } from "./pick-units";

interface Props {
  readonly kind: ChangeKind;
  readonly unit: UnitRecord;
  readonly value: Typed;
  readonly onChange: (next: Typed) => void;
  readonly problem: Problem | null;
}

/** What is asked depends on what was decided. */
export function DecisionFields({ kind, unit, value, onChange, problem }: Props) {
  const t = useTranslations("structure.units.form");
  const errors = useErrorWords();
  const set = (more: Partial<Typed>) => onChange({ ...value, ...more });
  const error = (path: string) => errors.field(problem, `decision.${path}`);
  const isMunicipality = unit.kind === "municipality";
  const isNew = kind === "merge" && !value.goesOn;
  const choice = (goesOn: string, ends: string) => (
    <RadioGroup id="change-goesOn" label={t("goesOn")} value={value.goesOn ? "on" : "ends"} onChange={(next) => set({ goesOn: next === "on", ...(kind === "merge" ? { name: next === "on" ? unit.name : "", shortName: next === "on" ? unit.shortName : "" } : {}) })} options={[{ value: "on", label: goesOn }, { value: "ends", label: ends }]} />
  );
  return (
    <>
      {kind === "move" ? <PickUnit id="change-toId" label={t("toId")} choices={unit.places} value={value.toId} onChange={(toId) => set({ toId })} error={error("toId")} /> : null}
      {kind === "end" ? <PickUnit id="change-toId" label={t("successor")} hint={t("successorHint")} choices={unit.kind === "organisation" ? unit.peers : [...unit.peers, ...unit.parents.slice(-1)]} value={value.toId} onChange={(toId) => set({ toId })} error={error("toId")} /> : null}
      {kind === "merge" ? <PickUnits id="change-unitIds" label={t("unitIds")} choices={unit.peers} value={value.others} onChange={(others) => set({ others })} error={error("unitIds")} /> : null}
      {kind === "merge" ? choice(t("goesOnInto", { name: unit.shortName }), t("goesOnNew")) : null}
      {kind === "rename" || kind === "merge" ? (
        <>
          <TextField id="change-name" label={t("name")} value={value.name} onChange={(name) => set({ name })} error={error("name")} />
          <TextField id="change-shortName" label={t("shortName")} value={value.shortName} onChange={(shortName) => set({ shortName })} error={error("shortName")} />
        </>
      ) : null}
      {isMunicipality && (kind === "rename" || kind === "merge") ? <KindField id="change-municipalityKind" value={value.municipalityKind} onChange={(municipalityKind) => set({ municipalityKind })} /> : null}
      {isMunicipality && kind !== "end" && kind !== "split" ? <TextField id="change-oktmo" label={t("oktmo")} hint={t(isNew ? "oktmoNewHint" : "oktmoHint")} inputMode="numeric" value={value.oktmo} onChange={(oktmo) => set({ oktmo })} error={error("oktmo")} /> : null}
      {kind === "split" ? choice(t("goesOnSplit", { name: unit.shortName }), t("goesOnEnds", { name: unit.shortName })) : null}
      {kind === "split" ? <Parts unit={unit} value={value} onChange={(parts) => set({ parts })} error={error} /> : null}
    </>
  );
}

/** A district may become an okrug with its new name. */
function KindField({ id, value, onChange }: { readonly id: string; readonly value: MunicipalityKind | null; readonly onChange: (next: MunicipalityKind | null) => void }) {
  const [t, units] = [useTranslations("structure.admin"), useTranslations("structure.units.form")];
  return <Select id={id} label={t("kind")} placeholder={units("chooseKind")} value={value} onChange={(kind) => onChange(municipalityKinds.find((one) => one === kind) ?? null)} options={municipalityKinds.map((kind) => ({ id: kind, label: t(`kinds.${kind}`) }))} />;
}

function Parts({ unit, value, onChange, error }: { readonly unit: UnitRecord; readonly value: Typed; readonly onChange: (parts: readonly TypedPart[]) => void; readonly error: (path: string) => string | undefined }) {
  const t = useTranslations("structure.units.form");
  const { parts, goesOn } = value;
  const change = (at: number, more: Partial<TypedPart>) => onChange(parts.map((part, index) => (index === at ? { ...part, ...more } : part)));
  const isTaken = (id: string, at: number) => parts.some(({ childIds }, index) => index !== at && childIds.includes(id));
  return (
    <>
      {parts.map((part, at) => (
        // parts have no other name than their place
        // oxlint-disable-next-line react/no-array-index-key
        <fieldset key={at} className="field unit-part">
          <legend className="label">{t(!goesOn && at === 0 ? "partHeir" : "part", { number: at + 1 })}</legend>
          <TextField id={`change-part-${at}-name`} label={t("name")} value={part.name} onChange={(name) => change(at, { name })} error={error(`parts.${at}.name`)} />
          <TextField id={`change-part-${at}-shortName`} label={t("shortName")} value={part.shortName} onChange={(shortName) => change(at, { shortName })} error={error(`parts.${at}.shortName`)} />
          {unit.kind === "municipality" ? <KindField id={`change-part-${at}-municipalityKind`} value={part.municipalityKind} onChange={(municipalityKind) => change(at, { municipalityKind })} /> : null}
          {unit.kind === "municipality" ? <TextField id={`change-part-${at}-oktmo`} label={t("oktmo")} hint={t("oktmoNewHint")} inputMode="numeric" value={part.oktmo} onChange={(oktmo) => change(at, { oktmo })} error={error(`parts.${at}.oktmo`)} /> : null}
          {unit.children.length > 0 ? <CheckboxGroup label={t("childIds")} value={part.childIds} onChange={(childIds) => change(at, { childIds })} options={unit.children.map(({ id, name }) => ({ value: id, label: name, disabled: isTaken(id, at) }))} /> : null}
          {parts.length > 1 ? <Button variant="plain" onPress={() => onChange(parts.filter((_, index) => index !== at))}>{t("dropPart")}</Button> : null}
        </fieldset>
      ))}
      {parts.length < unitsLimits.parts ? <div className="acts mb-5"><Button variant="quiet" onPress={() => onChange([...parts, { ...noPart, municipalityKind: unit.municipalityKind }])}>{t("addPart")}</Button></div> : null}
    </>
  );
}
