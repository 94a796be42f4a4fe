import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { notFound } from "next/navigation";
import { publicApi } from "@/api/call-public";
import { toLocale } from "@/platform/i18n/locale";
import { PageTitle } from "@/ui/page/page-title";
import { FormMessages } from "../../(resident)/form-messages";
import { FirstRun } from "./first-run";

interface Props {
  readonly params: Promise<{ readonly locale: string }>;
}

export const dynamic = "force-dynamic";

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: "people.firstRun" });
  return { title: t("title"), robots: { index: false } };
}

/** There while the installation has nobody; afterwards no such page. */
export default async function FirstRunPage({ params }: Props) {
  const locale = toLocale((await params).locale);
  setRequestLocale(locale);
  if (!(await publicApi(locale).people.firstRun.isOpen())) notFound();
  const t = await getTranslations("people.firstRun");
  return (
    <div className="wrap page-body">
      <PageTitle title={t("title")} note={t("lead")} />
      <FormMessages parts={["firstRun"]}>
        <FirstRun />
      </FormMessages>
    </div>
  );
}
