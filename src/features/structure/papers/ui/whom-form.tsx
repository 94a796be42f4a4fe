"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "@/ui/feedback/toast-queue";
import { Button } from "@/ui/form/button";
import { TextField } from "@/ui/form/text-field";
import { useSend } from "@/ui/form/use-send";
import { useCalls } from "../../ui/calls";
import { ProblemNotice } from "../../ui/problem-notice";
import { useErrorWords } from "../../ui/use-error-words";
import { setWhomInput, type PaperName } from "../schema";

/** Somebody's post and the accusative of the name, as they will stand in the act. */
export function WhomForm({ of }: { readonly of: PaperName }) {
  const t = useTranslations("structure.papers");
  const errors = useErrorWords();
  const { setWhom, refresh } = useCalls();
  const [typed, setTyped] = useState({ position: of.position ?? "", whom: of.whom ?? "" });
  const [positionId, whomId] = [`position-${of.appointmentId}`, `whom-${of.appointmentId}`];
  // what nobody touched the program makes anew, with the post that was written
  const isTouched = of.byHand !== null || typed.whom !== (of.whom ?? "");
  const send = useSend(setWhomInput, setWhom, () => { toast({ tone: "done", title: t("saved") }); refresh(); });
  return (
    <details>
      <summary className="link">{t("edit", { name: of.name })}</summary>
      <form noValidate className="mt-4" onSubmit={(event) => { event.preventDefault(); void send.run({ appointmentId: of.appointmentId, position: typed.position, whom: isTouched ? typed.whom : "", seen: { position: of.position, whom: of.byHand } }); }}>
        <ProblemNotice problem={send.problem} attempt={send.attempt} ids={{ position: { id: positionId, label: t("position") }, whom: { id: whomId, label: t("whom") } }} />
        <TextField id={positionId} label={t("position")} hint={t("positionHint")} value={typed.position} onChange={(position) => setTyped({ ...typed, position })} error={errors.field(send.problem, "position")} maxLength={200} />
        {of.whom === null ? null : <TextField id={whomId} label={t("whom")} hint={t("empty")} value={typed.whom} onChange={(whom) => setTyped({ ...typed, whom })} error={errors.field(send.problem, "whom")} maxLength={300} />}
        <div className="acts mt-4"><Button type="submit" variant="quiet" isPending={send.isBusy}>{t("save")}</Button></div>
      </form>
    </details>
  );
}
