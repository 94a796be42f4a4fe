import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { notFound } from "next/navigation";
import { callApi } from "@/api/call";
import { ClientMessages } from "@/app/client-messages";
import { pageCall } from "@/app/shell/page-call";
import { toLocale } from "@/platform/i18n/locale";
import { isId } from "@/shared/ids/id";
import { Link } from "@/ui/page/link";
import { Notice } from "@/ui/page/notice";
import { PageTitle } from "@/ui/page/page-title";
import { Panel } from "@/ui/page/panel";
import { Settle, Share } from "./islands";

interface Props {
  readonly params: Promise<{ readonly locale: string; readonly draftId: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: "initiatives.wording" });
  return { title: t("title"), robots: { index: false } };
}

/** Help in wording, on the author's side: the code to share, and the edits to take, leave or change. */
export default async function WordingPage({ params }: Props) {
  const { locale, draftId } = await params;
  setRequestLocale(toLocale(locale));
  if (!isId(draftId)) notFound();
  const [api, t] = [await callApi(), await getTranslations("initiatives.wording")];
  const [side, draft] = await pageCall(async () => await Promise.all([api.wording.forAuthor({ draftId }), api.draft.get({ id: draftId })]), `/new/wording/${draftId}`);
  const { title, essence, expectedResult } = draft.content;
  const back = `/new?draft=${draftId}`;
  return (
    <ClientMessages namespaces={["initiatives", "errors"]}>
      <PageTitle title={t("title")} note={title} />
      <div className="split">
        <div className="stack">
          {side.waiting ? <Settle key={`${side.waiting.id} ${draft.version}`} wording={side.waiting} version={draft.version} words={{ title, essence, expectedResult }} doneHref={back} /> : <Notice><p>{t("nothingYet")}</p></Notice>}
          <p><Link className="link" href={back}>{t("back")}</Link></p>
        </div>
        <Panel title={t("shareTitle")}><Share draftId={draftId} isShared={side.isShared} /></Panel>
      </div>
    </ClientMessages>
  );
}
