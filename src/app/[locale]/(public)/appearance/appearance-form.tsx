"use client";

import { useEffect, useState } from "react";

const themes = ["system", "light", "dark", "contrast"] as const;
const types = ["normal", "large"] as const;
type Look = { readonly theme: (typeof themes)[number]; readonly type: (typeof types)[number] };

interface Props {
  readonly labels: { readonly theme: string; readonly type: string; readonly themes: Readonly<Record<Look["theme"], string>>; readonly types: Readonly<Record<Look["type"], string>> };
}

/** The same key that public/appearance.js reads before the page is painted. */
const storageKey = "appearance";

export function AppearanceForm({ labels }: Props) {
  const [look, setLook] = useState<Look>({ theme: "system", type: "normal" });
  useEffect(() => setLook(readLook()), []);

  const choose = (next: Look) => {
    setLook(next);
    keepLook(next);
  };

  return (
    <form className="stack" onSubmit={(event) => event.preventDefault()}>
      <Choices legend={labels.theme} name="theme" options={themes} words={labels.themes} value={look.theme} onChoose={(theme) => choose({ ...look, theme })} />
      <Choices legend={labels.type} name="type" options={types} words={labels.types} value={look.type} onChoose={(type) => choose({ ...look, type })} />
    </form>
  );
}

interface ChoicesProps<T extends string> {
  readonly legend: string;
  readonly name: string;
  readonly options: readonly T[];
  readonly words: Readonly<Record<T, string>>;
  readonly value: T;
  readonly onChoose: (value: T) => void;
}

function Choices<T extends string>({ legend, name, options, words, value, onChoose }: ChoicesProps<T>) {
  return (
    <fieldset className="field-group">
      <legend>{legend}</legend>
      {options.map((option) => (
        <label key={option} className="choice">
          <input type="radio" name={name} value={option} checked={option === value} onChange={() => onChoose(option)} />
          <span>{words[option]}</span>
        </label>
      ))}
    </fieldset>
  );
}

function readLook(): Look {
  try {
    const kept = JSON.parse(localStorage.getItem(storageKey) ?? "{}") as Partial<Record<keyof Look, string>>;
    return { theme: themes.find((theme) => theme === kept.theme) ?? "system", type: types.find((type) => type === kept.type) ?? "normal" };
  } catch {
    return { theme: "system", type: "normal" };
  }
}

function keepLook({ theme, type }: Look): void {
  const { dataset } = document.documentElement;
  if (theme === "system") delete dataset.theme;
  else dataset.theme = theme;
  if (type === "normal") delete dataset.type;
  else dataset.type = type;
  try {
    localStorage.setItem(storageKey, JSON.stringify({ ...(theme === "system" ? {} : { theme }), ...(type === "normal" ? {} : { type }) }));
  } catch {
    // storage is closed: the choice holds until the page is left
  }
}
