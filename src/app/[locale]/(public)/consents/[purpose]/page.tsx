import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { notFound } from "next/navigation";
import { cache } from "react";
import { publicApi } from "@/api/call-public";
import { consentPurposeField, type ConsentPurpose } from "@/features/people/schema";
import { toLocale } from "@/platform/i18n/locale";
import { formatFullDate } from "@/shared/dates/format";
import { plainDateIn } from "@/shared/dates/zone";
import { Facts } from "@/ui/page/facts";
import { PageTitle } from "@/ui/page/page-title";

interface Props {
  readonly params: Promise<{ readonly locale: string; readonly purpose: string }>;
}

/** A new version is published seldom; a form that was opened with the old one is told. */
export const revalidate = 60;
const zone = "Europe/Moscow";

const documentOf = cache(async (locale: string, purpose: ConsentPurpose) => await publicApi(toLocale(locale)).people.consentDocument({ purpose }).catch(() => null));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, purpose } = await params;
  const known = consentPurposeField.safeParse(purpose);
  return { title: known.success ? (await documentOf(locale, known.data))?.title : undefined };
}

/** A document of its own, as the law asks (152-ФЗ ст. 9): read on the screen, printed to be signed on paper. */
export default async function ConsentPage({ params }: Props) {
  const { locale: folder, purpose } = await params;
  const locale = toLocale(folder);
  setRequestLocale(locale);
  const known = consentPurposeField.safeParse(purpose);
  const document = known.success ? await documentOf(locale, known.data) : null;
  if (!document) notFound();
  const t = await getTranslations("people.consent");
  const requisites = (["operatorAddress", "operatorInn", "operatorOgrn", "operatorContact"] as const).flatMap((name) => (document[name] ? [{ term: t(name), value: document[name] }] : []));
  return (
    <div className="wrap page-body">
      <PageTitle title={document.title} note={t("version", { version: document.version, date: formatFullDate(plainDateIn(zone, document.publishedAt), locale) })} />
      <div className="read whitespace-pre-line" lang="ru">{document.text}</div>
      <p className="read mt-5"><span className="muted">{t("operator")}:</span> {document.operator}</p>
      {requisites.length === 0 ? null : <Facts items={requisites} />}
      <p className="print-only mt-8">{t("signature")}: ________________________________________</p>
      <p className="small muted mt-6 no-print">{t("print")}</p>
    </div>
  );
}
