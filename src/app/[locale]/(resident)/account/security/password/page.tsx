import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { callApi } from "@/api/call";
import { pageCall } from "@/app/shell/page-call";
import { toLocale } from "@/platform/i18n/locale";
import { Link } from "@/ui/page/link";
import { Panel } from "@/ui/page/panel";
import { FormMessages } from "../../../form-messages";
import type { PageProps } from "../../../page-props";
import { ResidentPage } from "../../../resident-page";
import { OwnPassword } from "../parts";

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: "people.security" });
  return { title: t("passwordTitle") };
}

export default async function ChangePasswordPage({ params }: PageProps) {
  setRequestLocale(toLocale((await params).locale));
  const [api, t] = [await callApi(), await getTranslations("people.security")];
  await pageCall(async () => await api.people.me(), "/account/security/password");
  return (
    <ResidentPage title={t("passwordTitle")} lead={t("passwordLead")} aside={<Panel title={t("forgotTitle")}><p><Link href="/sign-in/forgot">{t("forgotText")}</Link></p></Panel>}>
      <FormMessages parts={["security"]}><OwnPassword /></FormMessages>
    </ResidentPage>
  );
}
