"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { newId } from "@/shared/ids/id";
import { CheckboxField } from "@/ui/form/checkbox-field";
import { InputField } from "@/ui/form/input-field";
import { TextareaField } from "@/ui/form/textarea-field";
import { useIsReady } from "@/ui/form/use-is-ready";
import { Notice } from "@/ui/page/notice";
import { FormFrame } from "../../ui/form-frame";
import { refusalOf, textOf, useForm, waitingLook } from "../../ui/use-form";
import type { ConsentPurpose } from "../../schema";
import { draftFields, type ConsentDesk } from "../schema";

type Draft = Omit<NonNullable<ConsentDesk[number]["draft"]>, "version" | "updatedAt">;

interface Props {
  readonly purpose: ConsentPurpose;
  /** what the fields begin with: the draft, else the version in force */
  readonly initial: Draft | null;
  readonly seen: number | null;
  readonly save: (input: Draft & { purpose: ConsentPurpose; seen: number | null; key: string }) => Promise<unknown>;
  readonly onSaved: () => void;
}

const lines = ["operator", "operatorAddress", "operatorInn", "operatorOgrn", "operatorContact"] as const;

/** The next version of one text. Saving changes nothing for people: publishing does. */
export function DocumentForm({ purpose, initial, seen, save, onSaved }: Props) {
  const t = useTranslations("people.consentDesk");
  const key = useRef<string>(undefined);
  const read = (data: FormData) => ({ title: textOf(data, "title"), text: textOf(data, "text"), ...Object.fromEntries(lines.map((name) => [name, textOf(data, name)])), asksAnew: data.get("asksAnew") === "on" });
  const form = useForm(draftFields, read, async (input) => {
    await save({ ...input, purpose, seen, key: (key.current ??= newId()) }).catch((error: unknown) => {
      // refused is undone; only a lost answer may have been a success
      if (refusalOf(error)) key.current = undefined;
      throw error;
    });
    key.current = undefined;
    onSaved();
  });
  const { fields } = form.problems;
  const labels = { title: t("fields.title"), text: t("fields.text"), ...Object.fromEntries(lines.map((name) => [name, t(`fields.${name}`)])), asksAnew: t("fields.asksAnew") };
  return (
    <FormFrame form={form} labels={labels} submit={t("save")}>
      <InputField name="title" label={t("fields.title")} defaultValue={initial?.title} error={fields.title} />
      <TextareaField name="text" rows={14} label={t("fields.text")} hint={t("textHint")} defaultValue={initial?.text} error={fields.text} />
      {lines.map((name) => <InputField key={name} name={name} label={t(`fields.${name}`)} defaultValue={initial?.[name]} error={fields[name]} {...(name === "operatorInn" || name === "operatorOgrn" ? { inputMode: "numeric" as const } : {})} />)}
      <CheckboxField name="asksAnew" label={t("fields.asksAnew")} note={t("asksAnewNote")} defaultChecked={initial?.asksAnew ?? false} error={fields.asksAnew} />
    </FormFrame>
  );
}

interface ActProps {
  readonly label: string;
  readonly done: string;
  readonly act: (key: string) => Promise<unknown>;
  readonly onDone: () => void;
  readonly isQuiet?: boolean;
}

/** Publishing or agreeing: one press, one key until it is done. */
export function ConsentAct({ label, done, act, onDone, isQuiet = false }: ActProps) {
  const errors = useTranslations("errors");
  const common = useTranslations("people.common");
  const isReady = useIsReady();
  const key = useRef<string>(undefined);
  const [state, setState] = useState<"ready" | "busy" | "done">("ready");
  const [problem, setProblem] = useState<string | null>(null);
  const press = async () => {
    if (state !== "ready") return;
    setState("busy");
    setProblem(null);
    try {
      await act((key.current ??= newId()));
      setState("done");
      onDone();
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal) key.current = undefined;
      setProblem(refusal ? errors(refusal.code as "request.failed", refusal.params) : common("connection"));
      setState("ready");
    }
  };
  if (state === "done") return <p role="status" className="mt-3">{done}</p>;
  return (
    <>
      <div className="acts mt-3"><button type="button" className={isQuiet ? "button button-quiet" : "button"} disabled={!isReady} style={isReady ? undefined : isQuiet ? waitingLook.quiet : waitingLook.primary} aria-disabled={state === "busy"} onClick={() => void press()}>{label}</button></div>
      {problem ? <div className="mt-3"><Notice tone="late" live><p>{problem}</p></Notice></div> : null}
    </>
  );
}
