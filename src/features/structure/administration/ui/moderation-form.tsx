"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "@/ui/feedback/toast-queue";
import { Button } from "@/ui/form/button";
import { RadioGroup } from "@/ui/form/radio-group";
import { useSend } from "@/ui/form/use-send";
import { useCalls } from "../../ui/calls";
import { ProblemNotice } from "../../ui/problem-notice";
import { setModerationInput, type AdminRound } from "../schema";

/** Who looks first at what was submitted: the working group or a moderator. */
export function ModerationForm({ round }: { readonly round: AdminRound }) {
  const t = useTranslations("structure.round");
  const { setModeration, refresh } = useCalls();
  const [first, setFirst] = useState(round.moderatesFirst ? "moderator" : "group");
  const send = useSend(setModerationInput, setModeration, () => { toast({ tone: "done", title: t("saved") }); refresh(); });
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); void send.run({ marathonId: round.id, moderatesFirst: first === "moderator" }); }}>
      <ProblemNotice problem={send.problem} attempt={send.attempt} ids={{}} />
      <RadioGroup
        label={t("looksFirst")} value={first} onChange={setFirst}
        options={[{ value: "group", label: t("groupFirst"), note: t("groupFirstNote") }, { value: "moderator", label: t("moderatorFirst"), note: t("moderatorFirstNote") }]}
      />
      <div className="acts mt-6"><Button type="submit" variant="quiet" isPending={send.isBusy}>{t("save")}</Button></div>
    </form>
  );
}
