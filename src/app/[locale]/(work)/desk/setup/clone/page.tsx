import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { callApi } from "@/api/call";
import { pageCall } from "@/app/shell/page-call";
import { CloneForm } from "@/features/structure/setup/clone/ui/clone-form";
import { EmptyState } from "@/ui/page/empty-state";
import { LinkButton } from "@/ui/page/link-button";
import { PageTitle } from "@/ui/page/page-title";
import { placeOfPage } from "../../structure/place";

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("structure.clone"))("title") };
}

/** The new marathon begins as the last one ended, once somebody has looked and confirmed. */
export default async function ClonePage({ searchParams }: Props) {
  const { chart } = await placeOfPage(await searchParams, "/desk/setup/clone");
  if (!chart.may.setUp) notFound();
  const { place, round } = chart;
  const clone = round ? await pageCall(async () => await (await callApi()).structure.setup.clone({ municipalityId: place.id }), "/desk/setup/clone") : null;
  const t = await getTranslations("structure");
  const steps = `/desk/setup?m=${place.id}`;
  return (
    <>
      <PageTitle title={t("clone.title")} note={[place.shortName, round?.name].filter(Boolean).join(", ")} crumbs={{ label: t("setup.crumbs"), items: [{ label: t("setup.structure"), href: `/desk/structure?m=${place.id}` }, { label: t("setup.title"), href: steps }, { label: t("clone.title") }] }} />
      {clone ? (
        <>
          <p className="read mb-6">{t("clone.lead", { from: clone.from })}</p>
          <CloneForm municipalityId={place.id} clone={clone} />
        </>
      ) : (
        <EmptyState title={t("clone.emptyTitle")} actions={<LinkButton href={steps}>{t("clone.toSteps")}</LinkButton>}><p>{t("clone.emptyText")}</p></EmptyState>
      )}
    </>
  );
}
