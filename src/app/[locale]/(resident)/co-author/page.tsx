import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { callApi } from "@/api/call";
import { ClientMessages } from "@/app/client-messages";
import { pageCall } from "@/app/shell/page-call";
import { toLocale } from "@/platform/i18n/locale";
import { PageTitle } from "@/ui/page/page-title";
import { Answer } from "./answer";

interface Props {
  readonly params: Promise<{ readonly locale: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: "initiatives.coAuthors" });
  return { title: t("page"), robots: { index: false }, referrer: "no-referrer" };
}

/** Where somebody who was asked to be an author too answers with their own account. */
export default async function CoAuthorPage({ params, searchParams }: Props) {
  setRequestLocale(toLocale((await params).locale));
  const { code } = await searchParams;
  const given = typeof code === "string" ? code.slice(0, 40) : "";
  const t = await getTranslations("initiatives.coAuthors");
  // signing in leads back here with the code
  await pageCall(async () => await (await callApi()).coAuthors.mine(), given === "" ? "/co-author" : `/co-author?code=${encodeURIComponent(given)}`);
  return (
    <>
      <PageTitle title={t("page")} note={t("pageLead")} />
      <ClientMessages namespaces={["initiatives", "errors"]}>
        <Answer code={given} />
      </ClientMessages>
    </>
  );
}
