"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/ui/form/button";
import { useSend } from "@/ui/form/use-send";
import { useCalls } from "../../ui/calls";
import { ProblemNotice } from "../../ui/problem-notice";
import { checkDatesInput } from "../schema";

/** «Даты верны»: somebody has looked. */
export function DatesChecked({ municipalityId, next }: { readonly municipalityId: string; readonly next: string }) {
  const t = useTranslations("structure.setup.dates");
  const { checkDates, goTo } = useCalls();
  const send = useSend(checkDatesInput, checkDates, () => goTo(next));
  return (
    <>
      <ProblemNotice problem={send.problem} attempt={send.attempt} ids={{}} />
      <Button isPending={send.isBusy} onPress={async () => await send.run({ municipalityId })}>{t("checked")}</Button>
    </>
  );
}
