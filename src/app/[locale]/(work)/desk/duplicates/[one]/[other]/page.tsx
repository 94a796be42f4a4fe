import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { callApi } from "@/api/call";
import { pageCall } from "@/app/shell/page-call";
import { toLocale } from "@/platform/i18n/locale";
import { PageTitle } from "@/ui/page/page-title";
import { MergePair } from "./merge-pair";

interface Props {
  readonly params: Promise<{ readonly locale: string; readonly one: string; readonly other: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: "people.duplicates" });
  return { title: t("pairTitle") };
}

/** The two side by side; that they were looked at is written down, and they see it. */
export default async function DuplicatePairPage({ params }: Props) {
  const { locale, one, other } = await params;
  setRequestLocale(toLocale(locale));
  const [api, t] = [await callApi(), await getTranslations("people")];
  const pair = await pageCall(async () => await api.people.duplicates.pair({ oneId: one, otherId: other }), `/desk/duplicates/${one}/${other}`);
  return (
    <>
      <PageTitle title={t("duplicates.pairTitle")} note={t("duplicates.looks")} crumbs={{ label: t("desk.crumbs"), items: [{ label: t("duplicates.title"), href: "/desk/duplicates" }] }} />
      <MergePair pair={pair} zone="Europe/Moscow" />
    </>
  );
}
