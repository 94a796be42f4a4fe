"use client";

import { useTranslations } from "next-intl";
import { CopyButton } from "@/ui/form/copy-button";

/** «Скопировать справку», with the text itself below for who can't copy by a button. */
export function CopySummary({ text }: { readonly text: string }) {
  const t = useTranslations("indicators.summary");
  return <CopyButton text={text} labels={{ copy: t("copy"), copied: t("copied"), failed: t("failed") }} />;
}
