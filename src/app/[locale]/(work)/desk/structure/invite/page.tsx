import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { canSomewhere } from "@/access/policy";
import { appointment } from "@/access/rules/structure";
import { callApi } from "@/api/call";
import { pageCall } from "@/app/shell/page-call";
import { BulkForm } from "@/features/structure/invitations/bulk/ui/bulk-form";
import { contextFromNext } from "@/platform/trpc/context-next";
import { PageTitle } from "@/ui/page/page-title";
import { Panel } from "@/ui/page/panel";
import { queryOf } from "../place";

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("structure.bulk"))("title") };
}

/** Many are appointed and invited at once: by letter or by a printed code. */
export default async function BulkPage({ searchParams }: Props) {
  const wanted = queryOf(await searchParams, "m");
  const [api, { actor }] = [await callApi(), await contextFromNext()];
  const places = await pageCall(async () => await api.structure.myMunicipalities(), "/desk/structure/invite");
  const place = wanted === undefined ? places[0] : places.find(({ id }) => id === wanted);
  if (!place || !canSomewhere(appointment, actor, "appoint")) notFound();
  const t = await getTranslations("structure");
  return (
    <div className="wrap">
      <PageTitle title={t("bulk.title")} note={place.shortName} crumbs={{ label: t("people.crumbs"), items: [{ label: t("chart.title"), href: `/desk/structure?m=${place.id}` }, { label: t("people.title"), href: `/desk/structure/people?m=${place.id}` }, { label: t("bulk.title") }] }} />
      <div className="split">
        <div><BulkForm municipalityId={place.id} /></div>
        <div className="no-print"><Panel title={t("bulk.helpTitle")}><p>{t("bulk.help")}</p></Panel></div>
      </div>
    </div>
  );
}
