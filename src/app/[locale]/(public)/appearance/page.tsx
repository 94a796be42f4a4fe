import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { toLocale } from "@/platform/i18n/locale";
import { PageTitle } from "@/ui/page/page-title";
import { AppearanceForm } from "./appearance-form";

interface Props {
  readonly params: Promise<{ readonly locale: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: "app.appearance" });
  return { title: t("title") };
}

export default async function AppearancePage({ params }: Props) {
  setRequestLocale(toLocale((await params).locale));
  const t = await getTranslations("app.appearance");
  const labels = { theme: t("theme"), type: t("type"), themes: { system: t("system"), light: t("light"), dark: t("dark"), contrast: t("contrast") }, types: { normal: t("normal"), large: t("large") } };
  return (
    <div className="wrap page-body">
      <PageTitle title={t("title")} note={t("lead")} />
      <noscript>{t("noScript")}</noscript>
      <AppearanceForm labels={labels} />
    </div>
  );
}
