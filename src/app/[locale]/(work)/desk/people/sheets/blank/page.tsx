import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { callApi } from "@/api/call";
import { expectPlace, pageCall } from "@/app/shell/page-call";
import { BlankSheet } from "@/features/initiatives/paper/ui/blank-sheet";
import { toLocale } from "@/platform/i18n/locale";
import { EmptyState } from "@/ui/page/empty-state";
import { PageTitle } from "@/ui/page/page-title";
import { PrintButton } from "@/ui/page/print-button";
import { loadDirections } from "../directions";
import "./blank.css";

interface Props {
  readonly params: Promise<{ readonly locale: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

const here = "/desk/people/sheets/blank";

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await getTranslations({ locale: toLocale((await params).locale), namespace: "initiatives.paper" }))("blank") };
}

/** One sheet of paper of the asker's organisation; `at`: which, of several. */
export default async function BlankPage({ params, searchParams }: Props) {
  setRequestLocale(toLocale((await params).locale));
  await expectPlace("people", here);
  const { at } = await searchParams;
  const [api, t] = [await callApi(), await getTranslations("initiatives.paper")];
  const places = await pageCall(async () => await api.people.desk.places(), here);
  const place = places.find(({ unitId }) => unitId === at) ?? places[0];
  if (!place) return <EmptyState level={1} title={t("blank")}>{t("noPlace")}</EmptyState>;
  const [blank, directions] = await Promise.all([pageCall(async () => await api.initiative.blankSheet({ atUnitId: place.unitId }), here), loadDirections(api, [place])]);
  return (
    <>
      <div className="no-print"><PageTitle title={t("blank")} crumbs={{ label: t("title"), items: [{ label: t("form.back"), href: "/desk/people/sheets" }] }} actions={<PrintButton>{t("form.print")}</PrintButton>} /></div>
      <BlankSheet blank={blank} place={place} directions={directions[place.municipalityId] ?? []} />
    </>
  );
}
