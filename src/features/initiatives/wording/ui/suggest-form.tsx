"use client";

import { useTranslations } from "next-intl";
import type { FormEvent } from "react";
import { InputField } from "@/ui/form/input-field";
import { TextareaField } from "@/ui/form/textarea-field";
import { buttonClass } from "@/ui/page/button-class";
import { keptName, useKept } from "../../considering/ui/use-kept";
import { initiativeLimits } from "../../schema";
import { noteLimit, type SuggestInput, type TakenDraft, type Words } from "../schema";
import { useAct } from "./use-act";

interface Props {
  readonly draft: TakenDraft;
  readonly suggest: (input: SuggestInput) => Promise<unknown>;
}

/** The author's words, to be said more clearly; what the helper types is kept until it is sent. */
export function SuggestForm({ draft, suggest }: Props) {
  const t = useTranslations("initiatives.wording");
  const { typed, keep, forget } = useKept<Words & { note: string }>(keptName(draft.draftId, `wording-${draft.version}`));
  const { isBusy, refused, run } = useAct();
  const now = typed ?? { ...draft.words, note: "" };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { note, ...words } = now;
    const done = await run(async (key) => await suggest({ draftId: draft.draftId, version: draft.version, words, note, key }));
    if (done === null) return;
    forget();
    window.location.assign("/desk/wording?sent=1");
  };
  const field = (name: keyof typeof now) => ({ name, value: now[name], onChange: ({ target }: { readonly target: { readonly value: string } }) => keep({ ...now, [name]: target.value }) });
  return (
    <form className="stack" noValidate onSubmit={(event) => void submit(event)}>
      <InputField {...field("title")} label={t("field.title")} maxLength={initiativeLimits.title} />
      <TextareaField {...field("essence")} label={t("field.essence")} rows={9} maxLength={initiativeLimits.essence} />
      <TextareaField {...field("expectedResult")} label={t("field.expectedResult")} rows={4} maxLength={initiativeLimits.expected} />
      <TextareaField {...field("note")} label={t("noteLabel")} mark={t("optional")} rows={2} maxLength={noteLimit} />
      {refused ? <p className="error" role="alert">{refused}</p> : null}
      <div className="acts"><button type="submit" className={buttonClass({})} aria-disabled={isBusy}>{t("suggest")}</button></div>
    </form>
  );
}
