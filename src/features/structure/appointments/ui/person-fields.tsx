"use client";

import { useTranslations } from "next-intl";
import { Checkbox } from "@/ui/form/checkbox";
import { TextField } from "@/ui/form/text-field";
import type { Problem } from "@/ui/form/use-send";
import type { PersonWish } from "../schema";
import { useErrorWords } from "../../ui/use-error-words";

export interface TypedPerson {
  readonly email: string;
  readonly familyName: string;
  readonly givenName: string;
  readonly patronymic: string;
  /** gets a printed code */
  readonly hasNoEmail: boolean;
}

export const noPerson: TypedPerson = { email: "", familyName: "", givenName: "", patronymic: "", hasNoEmail: false };

/** In: what was typed. Out: the wish as the server takes it. */
export function wishOf({ email, hasNoEmail, familyName, givenName, patronymic }: TypedPerson): PersonWish {
  if (hasNoEmail) return { by: "code" as const, familyName, givenName, patronymic };
  return { by: "email" as const, email, familyName, givenName, patronymic };
}

const names = ["familyName", "givenName", "patronymic"] as const;

/** Ids and labels of the fields, by the path in the input. */
export function usePersonIds(prefix: string) {
  const t = useTranslations("structure.appoint");
  return Object.fromEntries((["email", ...names] as const).map((name) => [`person.${name}`, { id: `${prefix}-${name}`, label: t(name) }]));
}

interface Props {
  readonly prefix: string;
  readonly value: TypedPerson;
  /** in a form that was filled before the scripts came several fields tell at once: each says only what changed */
  readonly onChange: (change: Partial<TypedPerson>) => void;
  readonly problem: Problem | null;
}

/** Who: the address that letters go to, and the names, so that a mistyped address doesn't appoint a stranger. */
export function PersonFields({ prefix, value, onChange, problem }: Props) {
  const t = useTranslations("structure.appoint");
  const errors = useErrorWords();
  return (
    <>
      {value.hasNoEmail ? null : <TextField
        id={`${prefix}-email`} type="email" inputMode="email" autoComplete="off" label={t("email")} hint={t("emailHint")} value={value.email}
        onChange={(email) => onChange({ email })} error={errors.field(problem, "person.email")}
      />}
      <Checkbox isSelected={value.hasNoEmail} onChange={(hasNoEmail) => onChange({ hasNoEmail })} note={t("noEmailNote")}>{t("noEmail")}</Checkbox>
      {names.map((name) => (
        <TextField
          key={name} id={`${prefix}-${name}`} autoComplete="off" label={t(name)} mark={name === "patronymic" ? t("optional") : undefined} value={value[name]}
          onChange={(text) => onChange({ [name]: text })} error={errors.field(problem, `person.${name}`)}
        />
      ))}
    </>
  );
}
