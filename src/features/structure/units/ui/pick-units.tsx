"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/ui/form/button";
import { ComboBox } from "@/ui/form/combo-box";

interface Choice {
  readonly id: string;
  readonly name: string;
}

interface Props {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly choices: readonly Choice[];
  readonly error?: string;
}

/** One of many, by its name. */
export function PickUnit({ value, onChange, choices, ...words }: Props & { readonly value: string | null; readonly onChange: (id: string | null) => void }) {
  const t = useTranslations("structure.units.form");
  return <ComboBox {...words} placeholder={t("find")} value={value} onChange={onChange} options={choices.map(({ id, name }) => ({ id, label: name }))} labels={{ open: t("open"), empty: t("nothing") }} />;
}

/** Several of many: each that is chosen goes to a list below. */
export function PickUnits({ value, onChange, choices, ...words }: Props & { readonly value: readonly string[]; readonly onChange: (ids: string[]) => void }) {
  const t = useTranslations("structure.units.form");
  const chosen = value.flatMap((id) => choices.find((one) => one.id === id) ?? []);
  return (
    <>
      <PickUnit key={value.length} {...words} choices={choices.filter(({ id }) => !value.includes(id))} value={null} onChange={(id) => (id === null ? null : onChange([...value, id]))} />
      {chosen.length > 0 ? (
        <ul className="gap-rows mb-5">
          {chosen.map(({ id, name }) => (
            <li key={id} className="gap-row"><span>{name}</span><Button variant="plain" icon aria-label={t("remove", { name })} onPress={() => onChange(value.filter((one) => one !== id))}><span aria-hidden="true">×</span></Button></li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
