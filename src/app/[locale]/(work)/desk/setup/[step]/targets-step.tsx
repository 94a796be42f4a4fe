"use client";

import { useTranslations } from "next-intl";
import type { Targets } from "@/features/indicators/targets/schema";
import { TargetForm } from "@/features/indicators/targets/ui/target-form";
import { Notice } from "@/ui/page/notice";
import { useCalls } from "../../targets/use-calls";

/** «Сколько нужно?»: the head sets it here, the others read it. */
export function TargetsStep({ targets }: { readonly targets: Targets }) {
  const t = useTranslations("structure.setup.targets");
  return (
    <>
      {targets.canSet ? null : <div className="mb-5"><Notice title={t("headSets")}><p>{t("headSetsText")}</p></Notice></div>}
      <TargetForm targets={targets} calls={useCalls()} />
    </>
  );
}
