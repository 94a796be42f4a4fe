"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "@/ui/feedback/toast-queue";
import { Button } from "@/ui/form/button";
import { TextField } from "@/ui/form/text-field";
import { useCalls } from "../../ui/calls";
import { ProblemNotice } from "../../ui/problem-notice";
import { useErrorWords, useSend } from "../../ui/use-send";
import { setWhomInput, type PaperName } from "../schema";

/** The accusative of one name, as it will stand in the act. */
export function WhomForm({ of }: { readonly of: PaperName }) {
  const t = useTranslations("structure.papers");
  const errors = useErrorWords();
  const { setWhom, refresh } = useCalls();
  const [whom, setTyped] = useState(of.whom);
  const id = `whom-${of.appointmentId}`;
  const send = useSend(setWhomInput, setWhom, () => { toast({ tone: "done", title: t("saved") }); refresh(); });
  return (
    <details>
      <summary className="link">{t("edit", { name: of.name })}</summary>
      <form noValidate className="mt-4" onSubmit={(event) => { event.preventDefault(); void send.run({ appointmentId: of.appointmentId, whom, seen: of.byHand }); }}>
        <ProblemNotice problem={send.problem} attempt={send.attempt} ids={{ whom: { id, label: t("whom") } }} />
        <TextField id={id} label={t("whom")} hint={t("empty")} value={whom} onChange={setTyped} error={errors.field(send.problem, "whom")} maxLength={200} />
        <div className="acts mt-4"><Button type="submit" variant="quiet" isPending={send.isBusy}>{t("save")}</Button></div>
      </form>
    </details>
  );
}
