import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { toLocale } from "@/platform/i18n/locale";
import { FormMessages } from "../form-messages";
import type { PageProps } from "../page-props";
import { ResidentPage } from "../resident-page";
import { Slip } from "./slip";

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: "people.slip" });
  return { title: t("title") };
}

export default async function SlipPage({ params }: PageProps) {
  setRequestLocale(toLocale((await params).locale));
  const t = await getTranslations("people.slip");
  return (
    <ResidentPage title={t("title")} lead={t("lead")}>
      <FormMessages parts={["slip"]}>
        <Slip />
      </FormMessages>
      <p className="small muted mt-6">{t("lost")}</p>
    </ResidentPage>
  );
}
