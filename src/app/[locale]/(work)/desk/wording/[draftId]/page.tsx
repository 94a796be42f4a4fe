import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { callApi } from "@/api/call";
import { pageCall } from "@/app/shell/page-call";
import { isId } from "@/shared/ids/id";
import { Notice } from "@/ui/page/notice";
import { PageTitle } from "@/ui/page/page-title";
import { Suggest } from "../islands";

interface Props {
  readonly params: Promise<{ readonly draftId: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("initiatives.wording"))("deskTitle") };
}

/** One shared draft: the author's words, and another wording to suggest. */
export default async function SuggestPage({ params }: Props) {
  const { draftId } = await params;
  if (!isId(draftId)) notFound();
  const [draft, t] = [await pageCall(async () => await (await callApi()).wording.read({ draftId }), `/desk/wording/${draftId}`), await getTranslations("initiatives.wording")];
  return (
    <>
      <PageTitle title={draft.words.title || t("untitled")} note={t("suggestNote")} crumbs={{ label: t("crumbs"), items: [{ label: t("deskTitle"), href: "/desk/wording" }] }} />
      {draft.isWaiting ? <Notice><p>{t("waitsText")}</p></Notice> : <Suggest key={draft.version} draft={draft} />}
    </>
  );
}
