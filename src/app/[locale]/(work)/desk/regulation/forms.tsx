"use client";

import { useTranslations } from "next-intl";
import type { RegulationHere } from "@/features/regulation/schema";
import { HoursForm } from "@/features/regulation/ui/hours-form";
import { TightenForm } from "@/features/regulation/ui/tighten-form";
import { Panel } from "@/ui/page/panel";
import { useCalls } from "./use-calls";

/** What the responsible person may change, with the platform's calls. A saved edition begins the forms anew. */
export function RegulationForms({ here }: { readonly here: RegulationHere }) {
  const t = useTranslations("regulation");
  const calls = useCalls();
  const { numbers } = here;
  return (
    <>
      {here.mayTighten ? <Panel title={t("tighten.title")}><TightenForm key={`${here.municipality.id}:${numbers.marathon}:${numbers.own}`} here={here} calls={calls} /></Panel> : null}
      {here.maySetHours ? <Panel title={t("setHours.title")}><HoursForm key={`${here.municipality.id}:${numbers.schedule}`} here={here} calls={calls} /></Panel> : null}
    </>
  );
}
