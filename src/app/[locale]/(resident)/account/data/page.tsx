import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { callApi } from "@/api/call";
import { pageCall } from "@/app/shell/page-call";
import { toLocale } from "@/platform/i18n/locale";
import { LinkButton } from "@/ui/page/link-button";
import { PageTitle } from "@/ui/page/page-title";
import { Panel } from "@/ui/page/panel";
import { Table } from "@/ui/table/table";
import type { PageProps } from "../../page-props";

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: "people.myData" });
  return { title: t("title") };
}

/** How much is held of which kind; all of it as a file; the way to erasing. */
export default async function MyDataPage({ params }: PageProps) {
  setRequestLocale(toLocale((await params).locale));
  const [api, t, account] = [await callApi(), await getTranslations("people.myData"), await getTranslations("people.account")];
  const { parts } = await pageCall(async () => await api.myData.overview(), "/account/data");
  const known = parts.filter(({ part, count }) => count > 0 && t.has(`parts.${part}` as "parts.Person"));
  return (
    <>
      <PageTitle title={t("title")} note={t("lead")} crumbs={{ label: account("crumbs"), items: [{ label: account("title"), href: "/account" }, { label: t("title") }] }} />
      <div className="split">
        <div>
          <Panel title={t("file")}>
            <p className="mb-5">{t("fileText")}</p>
            <div className="acts"><a className="button" href="/api/export/my-data.zip" download>{t("download")}</a></div>
            <p className="small muted mt-3">{t("fileTrace")}</p>
          </Panel>
          <Panel title={t("held")}>
            <p className="mb-3">{t("heldText")}</p>
            <Table
              caption={t("held")} captionHidden rows={known} rowKey={({ part }) => part}
              columns={[
                { id: "part", header: t("heldPart"), rowHeader: true, cell: ({ part }) => t(`parts.${part}` as "parts.Person") },
                { id: "count", header: t("heldCount"), align: "end", cell: ({ count }) => <span className="num">{count}</span> },
              ]}
            />
          </Panel>
        </div>
        <Panel title={t("eraseTitle")}>
          <p className="mb-5">{t("eraseIntro")}</p>
          <div className="acts"><LinkButton variant="quiet" href="/account/erase">{t("eraseLink")}</LinkButton></div>
        </Panel>
      </div>
    </>
  );
}
