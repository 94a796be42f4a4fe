"use client";

import { useTranslations } from "next-intl";
import { toast } from "@/ui/feedback/toast-queue";
import { Button } from "@/ui/form/button";
import { useSend } from "@/ui/form/use-send";
import { useCalls } from "../../ui/calls";
import { ProblemNotice } from "../../ui/problem-notice";
import { joinInput } from "../schema";

export function JoinButton({ municipalityId, name }: { readonly municipalityId: string; readonly name: string }) {
  const t = useTranslations("structure.admin");
  const { join, refresh } = useCalls();
  const send = useSend(joinInput, join, () => { toast({ tone: "done", title: t("joined") }); refresh(); });
  return (
    <>
      <ProblemNotice problem={send.problem} attempt={send.attempt} ids={{}} />
      <Button variant="quiet" aria-label={`${t("join")}: ${name}`} onPress={async () => await send.run({ municipalityId })}>{t("join")}</Button>
    </>
  );
}
