import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { callApi } from "@/api/call";
import { pageCall } from "@/app/shell/page-call";
import { BoundaryImport } from "@/features/structure/boundaries/ui/boundary-import";
import { PageTitle } from "@/ui/page/page-title";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("structure.boundaries"))("title") };
}

/** Outlines of a region's municipalities, out of a file: looked at first, written afterwards. */
export default async function BoundariesPage() {
  const regions = await pageCall(async () => await (await callApi()).structure.administration.boundaryRegions(), "/admin/boundaries");
  const [t, admin] = [await getTranslations("structure.boundaries"), await getTranslations("structure.admin")];
  return (
    <>
      <PageTitle title={t("title")} crumbs={{ label: admin("crumbs"), items: [{ label: admin("title"), href: "/admin" }, { label: t("title") }] }} />
      <BoundaryImport regions={regions} />
    </>
  );
}
