import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { callApi } from "@/api/call";
import { tokenField } from "@/features/people/schema";
import { toLocale } from "@/platform/i18n/locale";
import { LinkButton } from "@/ui/page/link-button";
import { FormMessages } from "../../form-messages";
import { queryOf, type PageProps } from "../../page-props";
import { ResidentPage } from "../../resident-page";
import { Reset } from "./reset";

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: "people.reset" });
  // the address holds a secret: it goes to no other site
  return { title: t("title"), referrer: "no-referrer", robots: { index: false } };
}

export default async function ResetPage({ params, searchParams }: PageProps) {
  setRequestLocale(toLocale((await params).locale));
  const t = await getTranslations("people.reset");
  const token = tokenField.safeParse(await queryOf(searchParams, "token"));
  const link = token.success ? await (await callApi()).people.resetState({ token: token.data }) : null;
  if (!token.success || link?.state !== "valid") {
    return (
      <ResidentPage title={t("goneTitle")} lead={t("goneText")}>
        <LinkButton href="/sign-in/forgot">{t("again")}</LinkButton>
      </ResidentPage>
    );
  }
  return (
    <ResidentPage title={t("title")} lead={link.email ? t("text", { email: link.email }) : t("textBare")}>
      <FormMessages parts={["reset"]}>
        <Reset token={token.data} />
      </FormMessages>
    </ResidentPage>
  );
}
