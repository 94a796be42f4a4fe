"use client";

import { useTranslations } from "next-intl";
import { useState, type FormEvent } from "react";
import { CheckboxField } from "@/ui/form/checkbox-field";
import { buttonClass } from "@/ui/page/button-class";
import type { PublicSide } from "../schema";

interface Props {
  readonly allowed: PublicSide;
  readonly save: (wanted: PublicSide) => Promise<PublicSide>;
}

/** What the marathon allows in public. */
export function PublicSideForm({ allowed, save }: Props) {
  const t = useTranslations("marathon.publicSide");
  const [wanted, setWanted] = useState(allowed);
  const [state, setState] = useState<"idle" | "busy" | "saved" | "failed">("idle");
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (state === "busy") return;
    setState("busy");
    await save(wanted).then((saved) => { setWanted(saved); setState("saved"); }, () => setState("failed"));
  };
  return (
    <form className="stack" noValidate onSubmit={(event) => void submit(event)}>
      <CheckboxField name="questionsToAuthors" label={t("questionsToAuthors")} note={t("questionsToAuthorsNote")} checked={wanted.questionsToAuthors} onChange={({ target }) => setWanted({ ...wanted, questionsToAuthors: target.checked })} />
      <CheckboxField name="appealsOffered" label={t("appealsOffered")} note={t("appealsOfferedNote")} checked={wanted.appealsOffered} onChange={({ target }) => setWanted({ ...wanted, appealsOffered: target.checked })} />
      {state === "saved" ? <p role="status">{t("saved")}</p> : null}
      {state === "failed" ? <p className="error" role="alert">{t("failed")}</p> : null}
      <div className="acts"><button type="submit" className={buttonClass({})} aria-disabled={state === "busy"}>{t("save")}</button></div>
    </form>
  );
}
