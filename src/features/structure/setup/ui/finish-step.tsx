"use client";

import { useTranslations } from "next-intl";
import { toast } from "@/ui/feedback/toast-queue";
import { Button } from "@/ui/form/button";
import { useSend } from "@/ui/form/use-send";
import { useCalls } from "../../ui/calls";
import { ProblemNotice } from "../../ui/problem-notice";
import { finishInput } from "../schema";

/** The last press: the municipality is set up. What is still missing is shown beside it and may follow. */
export function FinishButton({ municipalityId, isBlocked }: { readonly municipalityId: string; readonly isBlocked: boolean }) {
  const t = useTranslations("structure.setup.check");
  const { finish, refresh } = useCalls();
  const send = useSend(finishInput, finish, () => { toast({ tone: "done", title: t("done") }); refresh(); });
  return (
    <>
      <ProblemNotice problem={send.problem} attempt={send.attempt} ids={{}} />
      <div className="acts"><Button size="large" isDisabled={isBlocked} onPress={async () => await send.run({ municipalityId })}>{t("finish")}</Button></div>
    </>
  );
}
