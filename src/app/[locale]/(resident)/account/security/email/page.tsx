import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { callApi } from "@/api/call";
import { pageCall } from "@/app/shell/page-call";
import { env } from "@/platform/env";
import { toLocale } from "@/platform/i18n/locale";
import { FormMessages } from "../../../form-messages";
import type { PageProps } from "../../../page-props";
import { ResidentPage } from "../../../resident-page";
import { OwnEmail } from "../parts";

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: "people.security" });
  return { title: t("emailTitle") };
}

export default async function ChangeEmailPage({ params }: PageProps) {
  setRequestLocale(toLocale((await params).locale));
  const [api, t] = [await callApi(), await getTranslations("people.security")];
  const { contacts } = await pageCall(async () => await api.people.account(), "/account/security/email");
  const addresses = contacts.filter(({ kind }) => kind === "email");
  const [email] = addresses;
  return (
    <ResidentPage title={t("emailTitle")} lead={addresses.length > 1 ? t("emailLeadMany") : email ? t("emailLead", { email: email.value }) : t("emailFirst")}>
      <FormMessages parts={["security", "register"]}><OwnEmail isDemonstration={env.DEMO} addresses={addresses.map(({ id, value }) => ({ value: id, label: value }))} /></FormMessages>
    </ResidentPage>
  );
}
