import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { callApi } from "@/api/call";
import { ClientMessages } from "@/app/client-messages";
import { expectPlace, pageCall } from "@/app/shell/page-call";
import { toLocale } from "@/platform/i18n/locale";
import { contextFromNext } from "@/platform/trpc/context-next";
import { plainDateIn } from "@/shared/dates/zone";
import { EmptyState } from "@/ui/page/empty-state";
import { PageTitle } from "@/ui/page/page-title";
import { TableStack } from "../stack";

interface Props {
  readonly params: Promise<{ readonly locale: string }>;
}

const here = "/desk/people/sheets/table";

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await getTranslations({ locale: toLocale((await params).locale), namespace: "initiatives.paper.table" }))("title") };
}

/** A stack that somebody has typed into a table. */
export default async function TablePage({ params }: Props) {
  setRequestLocale(toLocale((await params).locale));
  await expectPlace("people", here);
  const [api, { now, actor }, t, paper, desk] = [await callApi(), await contextFromNext(), await getTranslations("initiatives.paper.table"), await getTranslations("initiatives.paper"), await getTranslations("people")];
  const places = await pageCall(async () => await api.people.desk.places(), here);
  if (places.length === 0) return <EmptyState level={1} title={t("title")}>{paper("noPlace")}</EmptyState>;
  const processing = await api.people.consentDocument({ purpose: "processing" }).catch(() => null);
  if (!processing) return <EmptyState level={1} title={t("title")}>{desk("deskForm.noDocument")}</EmptyState>;
  return (
    <>
      <PageTitle title={t("title")} crumbs={{ label: desk("desk.crumbs"), items: [{ label: desk("desk.back"), href: "/desk/people" }, { label: paper("title"), href: "/desk/people/sheets" }] }} note={t("lead")} />
      <ClientMessages namespaces={["initiatives", "errors"]}>
        <TableStack ownerId={actor.personId ?? ""} places={places} processingDocumentId={processing.id} today={plainDateIn("Europe/Moscow", now)} />
      </ClientMessages>
    </>
  );
}
