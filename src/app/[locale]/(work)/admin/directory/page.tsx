import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { callApi } from "@/api/call";
import { pageCall } from "@/app/shell/page-call";
import { DirectoryImport } from "@/features/structure/directory/ui/directory-import";
import { PageTitle } from "@/ui/page/page-title";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("structure.directory"))("title") };
}

/** Municipalities, organisations, heads and responsible persons of any region, out of a table. */
export default async function DirectoryPage() {
  const opening = await pageCall(async () => await (await callApi()).structure.directory.open({ municipalityId: null }), "/admin/directory");
  const [t, admin] = [await getTranslations("structure.directory"), await getTranslations("structure.admin")];
  return (
    <>
      <PageTitle title={t("title")} crumbs={{ label: admin("crumbs"), items: [{ label: admin("title"), href: "/admin" }, { label: t("title") }] }} />
      <p className="mb-5">{t("note")}</p>
      <DirectoryImport municipalityId={null} opening={opening} />
    </>
  );
}
