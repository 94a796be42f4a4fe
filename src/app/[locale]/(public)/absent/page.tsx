import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Absent } from "@/app/shell/absent";
import { toLocale } from "@/platform/i18n/locale";

interface Props {
  readonly params: Promise<{ readonly locale: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: "app.notFound" });
  return { title: t("title"), robots: { index: false } };
}

/** What the server answers with under 404 (platform/http/page-response): drawn without a script. */
export default async function AbsentPage({ params }: Props) {
  setRequestLocale(toLocale((await params).locale));
  return <Absent />;
}
