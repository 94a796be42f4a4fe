"use client";

import { useTranslations } from "next-intl";
import { useState, type FormEvent } from "react";
import { InputField } from "@/ui/form/input-field";
import { buttonClass } from "@/ui/page/button-class";
import { useAct } from "./use-act";

/** The code that somebody has told the coordinator. */
export function TakeForm({ take }: { readonly take: (code: string) => Promise<{ readonly draftId: string }> }) {
  const t = useTranslations("initiatives.wording");
  const { isBusy, refused, run } = useAct();
  const [code, setCode] = useState("");
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const taken = await run(async () => await take(code));
    if (taken) window.location.assign(`/desk/wording/${taken.draftId}`);
  };
  return (
    <form className="stack" noValidate onSubmit={(event) => void submit(event)}>
      <InputField name="code" label={t("codeLabel")} hint={t("codeHint")} error={refused ?? undefined} autoComplete="off" value={code} onChange={({ target }) => setCode(target.value)} />
      <div className="acts"><button type="submit" className={buttonClass({})} aria-disabled={isBusy}>{t("take")}</button></div>
    </form>
  );
}
