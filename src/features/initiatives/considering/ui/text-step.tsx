"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type * as z from "zod";
import { Button } from "@/ui/form/button";
import { TextArea } from "@/ui/form/text-area";
import { ProblemNotice } from "./problem-notice";
import { keptName, useKept } from "./use-kept";
import { useStep, type Problem } from "./use-step";
import { useErrorWords } from "./use-words";

interface Props<Name extends string> {
  readonly initiativeId: string;
  readonly level: 2 | 3;
  readonly step: string;
  /** the name of the text in the input */
  readonly name: Name;
  readonly words: { readonly title: string; readonly label: string; readonly hint: string; readonly send: string };
  readonly limit: number;
  readonly schema: z.ZodType;
  readonly send: (input: { key: string } & Record<Name, string>) => Promise<unknown>;
  /** what goes with the text */
  readonly more: object;
  readonly children?: ReactNode;
  readonly onDone: () => void;
  readonly onConflict: (problem: Problem) => void;
  readonly onCancel: () => void;
}

/** A step that needs one text: a question, a note, a remark, a reason, an answer. */
export function TextStep<Name extends string>({ initiativeId, level, step, name, words, limit, schema, send, more, children, onDone, onConflict, onCancel }: Props<Name>) {
  const t = useTranslations("considering.form");
  const errors = useErrorWords();
  const { typed, keep, forget } = useKept<string>(keptName(initiativeId, step));
  const text = typed ?? "";
  const { problem, attempt, run } = useStep<object>(schema, (input) => send(input as { key: string } & Record<Name, string>), () => { forget(); onDone(); }, onConflict);
  const id = `${step}-text`;
  return (
    <section className="panel mt-4" aria-label={words.label}>
      <ProblemNotice problem={problem} attempt={attempt} level={level} fields={{ [name]: { id, label: words.title } }} />
      <TextArea
        id={id} autoFocus label={words.title} hint={words.hint} value={text} onChange={keep} rows={4}
        error={errors.field(problem?.fields.find((issue) => issue.path === name))}
        limit={limit} counter={(left) => (left < 0 ? t("over", { count: -left }) : left <= 200 ? t("left", { count: left }) : null)}
      />
      {children}
      <div className="acts mt-4">
        <Button onPress={async () => await run({ ...more, [name]: text })}>{words.send}</Button>
        <Button variant="plain" onPress={onCancel}>{t("cancel")}</Button>
      </div>
    </section>
  );
}
