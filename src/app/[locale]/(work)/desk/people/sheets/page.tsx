import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { callApi } from "@/api/call";
import { ClientMessages } from "@/app/client-messages";
import { expectPlace, pageCall } from "@/app/shell/page-call";
import { toLocale } from "@/platform/i18n/locale";
import { contextFromNext } from "@/platform/trpc/context-next";
import { plainDateIn } from "@/shared/dates/zone";
import { EmptyState } from "@/ui/page/empty-state";
import { LinkButton } from "@/ui/page/link-button";
import { PageTitle } from "@/ui/page/page-title";
import { loadDirections } from "./directions";
import { Stack } from "./stack";

interface Props {
  readonly params: Promise<{ readonly locale: string }>;
}

const here = "/desk/people/sheets";

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await getTranslations({ locale: toLocale((await params).locale), namespace: "initiatives.paper" }))("title") };
}

/** Forty sheets after a meeting, typed in by keyboard alone. */
export default async function SheetsPage({ params }: Props) {
  setRequestLocale(toLocale((await params).locale));
  await expectPlace("people", here);
  const [api, { now, actor }, t, desk] = [await callApi(), await contextFromNext(), await getTranslations("initiatives.paper"), await getTranslations("people")];
  const places = await pageCall(async () => await api.people.desk.places(), here);
  if (places.length === 0) return <EmptyState level={1} title={t("title")}>{t("noPlace")}</EmptyState>;
  const processing = await api.people.consentDocument({ purpose: "processing" }).catch(() => null);
  if (!processing) return <EmptyState level={1} title={t("title")}>{desk("deskForm.noDocument")}</EmptyState>;
  const directions = await loadDirections(api, places);
  return (
    <>
      <PageTitle title={t("title")} crumbs={{ label: desk("desk.crumbs"), items: [{ label: desk("desk.back"), href: "/desk/people" }] }} note={t("lead")} actions={<><LinkButton href={`${here}/table`} variant="quiet">{t("table.open")}</LinkButton><LinkButton href={`${here}/blank`} variant="quiet">{t("blank")}</LinkButton></>} />
      <ClientMessages namespaces={["initiatives", "errors"]}>
        <Stack ownerId={actor.personId ?? ""} places={places} directions={directions} processingDocumentId={processing.id} today={plainDateIn("Europe/Moscow", now)} />
      </ClientMessages>
    </>
  );
}
