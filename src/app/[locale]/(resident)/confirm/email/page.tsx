import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { callApi } from "@/api/call";
import { tokenField } from "@/features/people/schema";
import { toLocale } from "@/platform/i18n/locale";
import { LinkButton } from "@/ui/page/link-button";
import { FormMessages } from "../../form-messages";
import { queryOf, type PageProps } from "../../page-props";
import { ResidentPage } from "../../resident-page";
import { NewAddress } from "./new-address";

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: "people.security" });
  // the address holds a secret: it goes to no other site
  return { title: t("confirmTitle"), referrer: "no-referrer", robots: { index: false } };
}

export default async function NewAddressPage({ params, searchParams }: PageProps) {
  setRequestLocale(toLocale((await params).locale));
  const t = await getTranslations("people.security");
  const token = tokenField.safeParse(await queryOf(searchParams, "token"));
  const link = token.success ? await (await callApi()).people.security.newAddressState({ token: token.data }) : null;
  if (!token.success || link?.state !== "valid") {
    return (
      <ResidentPage title={t("goneTitle")} lead={t("goneText")}>
        <LinkButton href="/account/security/email">{t("again")}</LinkButton>
      </ResidentPage>
    );
  }
  return (
    <ResidentPage title={t("confirmTitle")} lead={t("confirmText", { email: link.email ?? "" })}>
      <FormMessages parts={["security"]}><NewAddress token={token.data} /></FormMessages>
    </ResidentPage>
  );
}
