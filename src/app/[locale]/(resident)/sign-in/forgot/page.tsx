import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { env } from "@/platform/env";
import { toLocale } from "@/platform/i18n/locale";
import { FormMessages } from "../../form-messages";
import type { PageProps } from "../../page-props";
import { ResidentPage } from "../../resident-page";
import { Forgot } from "./forgot";

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: "people.forgot" });
  return { title: t("title") };
}

/** Also for somebody who is signed in and wants another password. */
export default async function ForgotPage({ params }: PageProps) {
  setRequestLocale(toLocale((await params).locale));
  const t = await getTranslations("people.forgot");
  return (
    <ResidentPage title={t("title")} lead={t("lead")}>
      <FormMessages parts={["forgot", "register"]}>
        <Forgot isDemonstration={env.DEMO} />
      </FormMessages>
      <p className="small muted mt-6">{t("noEmail")}</p>
    </ResidentPage>
  );
}
