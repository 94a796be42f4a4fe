"use client";

import { useTranslations } from "next-intl";
import { toast } from "@/ui/feedback/toast-queue";
import { Button } from "@/ui/form/button";
import { useSend } from "@/ui/form/use-send";
import { useCalls } from "../../ui/calls";
import { ProblemNotice } from "../../ui/problem-notice";
import { remindAllInput } from "../schema";

/** Everybody whom the reader may brief and who has not acknowledged gets a letter; at most one a day. */
export function RemindAllButton({ municipalityId }: { readonly municipalityId: string }) {
  const t = useTranslations("structure.people");
  const { remindAll } = useCalls();
  const send = useSend(remindAllInput, remindAll, (counts) => toast({ tone: "done", title: t("reminded", { count: counts.reminded }), text: counts.unreachable > 0 ? t("unreachable", { count: counts.unreachable }) : undefined }));
  return (
    <>
      <ProblemNotice problem={send.problem} attempt={send.attempt} ids={{}} />
      <Button isPending={send.isBusy} onPress={async () => await send.run({ municipalityId })}>{t("remindAll")}</Button>
    </>
  );
}
