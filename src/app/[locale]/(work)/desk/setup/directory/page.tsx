import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { callApi } from "@/api/call";
import { pageCall } from "@/app/shell/page-call";
import { DirectoryImport } from "@/features/structure/directory/ui/directory-import";
import { PageTitle } from "@/ui/page/page-title";
import { placeOfPage } from "../../structure/place";

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("structure.directory"))("title") };
}

/** A municipality's own organisations and people, out of a table. */
export default async function OwnDirectoryPage({ searchParams }: Props) {
  const { chart: { place } } = await placeOfPage(await searchParams, "/desk/setup/directory");
  const opening = await pageCall(async () => await (await callApi()).structure.directory.open({ municipalityId: place.id }), "/desk/setup/directory");
  const [t, setup] = [await getTranslations("structure.directory"), await getTranslations("structure.setup")];
  return (
    <>
      <PageTitle title={t("title")} crumbs={{ label: setup("crumbs"), items: [{ label: setup("structure"), href: `/desk/structure?m=${place.id}` }, { label: setup("title"), href: `/desk/setup?m=${place.id}` }, { label: t("title") }] }} />
      <p className="mb-5">{place.shortName}. {t("noteOwn")}</p>
      <DirectoryImport municipalityId={place.id} opening={opening} />
    </>
  );
}
