"use client";

import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { InputField } from "@/ui/form/input-field";
import { buttonClass } from "@/ui/page/button-class";
import { applyChoices, diffPieces, wordingFields, type Choice, type Piece, type WordingField } from "../rules";
import type { SettleInput, Wording, Words } from "../schema";
import { useAct } from "./use-act";

interface Props {
  readonly wording: Wording;
  readonly version: number;
  /** the draft as it stands: when the author went on writing, the edits are laid over what stood then */
  readonly words: Words;
  readonly settle: (input: SettleInput) => Promise<unknown>;
  readonly doneHref: string;
}

type Choices = Readonly<Record<WordingField, readonly Choice[]>>;

/** Each edit is taken, left or changed; the original stays whatever is chosen. */
export function SettleForm({ wording, version, words, settle, doneHref }: Props) {
  const t = useTranslations("initiatives.wording");
  const { isBusy, refused, run } = useAct();
  const pieces = useMemo(() => Object.fromEntries(wordingFields.map((field) => [field, diffPieces(wording.original[field], wording.suggested[field])])) as Record<WordingField, Piece[]>, [wording]);
  const all = (choice: Choice): Choices => Object.fromEntries(wordingFields.map((field) => [field, pieces[field].filter(({ kind }) => kind === "change").map(() => choice)])) as unknown as Choices;
  const [choices, setChoices] = useState<Choices>(() => all("refuse"));
  const hasGoneOn = wordingFields.some((field) => words[field] !== wording.original[field]);
  // a field without edits keeps what the author has written in it since
  const result = Object.fromEntries(wordingFields.map((field) => [field, pieces[field].some(({ kind }) => kind === "change") ? applyChoices(pieces[field], choices[field]) : words[field]])) as unknown as Words;
  const send = async () => {
    const done = await run(async (key) => await settle({ wordingId: wording.id, version, words: result, key }));
    if (done !== null) window.location.assign(doneHref);
  };
  const choose = (field: WordingField, at: number, choice: Choice) => setChoices((before) => ({ ...before, [field]: before[field].map((one, index) => (index === at ? choice : one)) }));
  return (
    <div className="stack">
      {wording.note ? <div className="answered"><p className="who">{t("from", { organisation: wording.organisation })}</p><p>{wording.note}</p></div> : <p className="muted">{t("from", { organisation: wording.organisation })}</p>}
      {hasGoneOn ? <p className="small muted">{t("goneOn")}</p> : null}
      <div className="acts">
        <button type="button" className={buttonClass({ variant: "quiet" })} onClick={() => setChoices(all("accept"))}>{t("acceptAll")}</button>
        <button type="button" className={buttonClass({ variant: "plain" })} onClick={() => setChoices(all("refuse"))}>{t("refuseAll")}</button>
      </div>
      {wordingFields.map((field) => <FieldPieces key={field} field={field} pieces={pieces[field]} choices={choices[field]} choose={(at, choice) => choose(field, at, choice)} />)}
      {refused ? <p className="error" role="alert">{refused}</p> : null}
      <div className="acts"><button type="button" className={buttonClass({})} aria-disabled={isBusy} onClick={() => void send()}>{t("settle")}</button></div>
      <p className="small muted">{t("original")}</p>
    </div>
  );
}

interface FieldProps {
  readonly field: WordingField;
  readonly pieces: readonly Piece[];
  readonly choices: readonly Choice[];
  readonly choose: (at: number, choice: Choice) => void;
}

function FieldPieces({ field, pieces, choices, choose }: FieldProps) {
  const t = useTranslations("initiatives.wording");
  const changes = pieces.filter((piece) => piece.kind === "change");
  if (changes.length === 0) return null;
  return (
    <section className="panel">
      <h2 className="mb-3">{t(`field.${field}`)}</h2>
      <p className="read whitespace-pre-wrap">
        {pieces.map((piece, at) => piece.kind === "same" ? <span key={at}>{piece.text}</span> : <span key={at}>{piece.was ? <del>{piece.was}</del> : null}{piece.becomes ? <ins className="bg-soon-tint text-ink">{piece.becomes}</ins> : null}</span>)}
      </p>
      <ol className="record-list mt-3">
        {changes.map((piece, at) => <Change key={at} name={`${field}-${at}`} piece={piece} choice={choices[at] ?? "refuse"} choose={(choice) => choose(at, choice)} />)}
      </ol>
    </section>
  );
}

function Change({ name, piece, choice, choose }: { readonly name: string; readonly piece: Extract<Piece, { kind: "change" }>; readonly choice: Choice; readonly choose: (choice: Choice) => void }) {
  const t = useTranslations("initiatives.wording");
  const own = typeof choice === "object" ? choice.own : null;
  const option = (value: Choice, label: string) => (
    <button type="button" className={buttonClass({ variant: choice === value ? "primary" : "quiet" })} aria-pressed={choice === value} onClick={() => choose(value)}>{label}</button>
  );
  return (
    <li className="stack">
      <p>{t("change", { was: piece.was.trim() || t("nothing"), becomes: piece.becomes.trim() || t("nothing") })}</p>
      <div className="acts">
        {option("accept", t("accept"))}
        {option("refuse", t("refuse"))}
        <button type="button" className={buttonClass({ variant: own === null ? "quiet" : "primary" })} aria-pressed={own !== null} onClick={() => choose({ own: own ?? piece.becomes })}>{t("own")}</button>
      </div>
      {own === null ? null : <InputField name={name} label={t("ownLabel")} value={own} onChange={({ target }) => choose({ own: target.value })} />}
    </li>
  );
}
