import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { callApi } from "@/api/call";
import { expectPlace, pageCall } from "@/app/shell/page-call";
import { legalToday } from "@/features/people/age/rules";
import { toLocale } from "@/platform/i18n/locale";
import { contextFromNext } from "@/platform/trpc/context-next";
import { EmptyState } from "@/ui/page/empty-state";
import { PageTitle } from "@/ui/page/page-title";
import { DeskRegistration } from "../desk-parts";

interface Props {
  readonly params: Promise<{ readonly locale: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: "people.deskForm" });
  return { title: t("title") };
}

export default async function DeskNewPage({ params }: Props) {
  setRequestLocale(toLocale((await params).locale));
  await expectPlace("people", "/desk/people/new");
  const [api, { now }, t] = [await callApi(), await contextFromNext(), await getTranslations("people")];
  const places = await pageCall(async () => await api.people.desk.places(), "/desk/people/new");
  if (places.length === 0) return <EmptyState level={1} title={t("deskForm.title")}>{t("deskForm.noPlace")}</EmptyState>;
  const [processing, publishName] = await Promise.all([api.people.consentDocument({ purpose: "processing" }).catch(() => null), api.people.consentDocument({ purpose: "publishName" }).catch(() => null)]);
  if (!processing) return <EmptyState level={1} title={t("deskForm.title")}>{t("deskForm.noDocument")}</EmptyState>;
  const municipalities = [...new Set(places.map(({ municipalityId }) => municipalityId))];
  const organisations = Object.fromEntries(await Promise.all(municipalities.map(async (id) => [id, (await api.marathon.organisations({ municipalityId: id })).map((one) => ({ id: one.id, name: one.shortName }))] as const)));
  return (
    <>
      <div className="no-print"><PageTitle title={t("deskForm.title")} crumbs={{ label: t("desk.crumbs"), items: [{ label: t("desk.back"), href: "/desk/people" }] }} note={t("deskForm.lead")} /></div>
      <DeskRegistration places={places} organisations={organisations} documents={{ processing: processing.id, publishName: publishName?.id ?? null }} zone="Europe/Moscow" today={legalToday(now)} />
    </>
  );
}
