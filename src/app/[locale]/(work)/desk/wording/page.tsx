import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { callApi } from "@/api/call";
import { pageCall } from "@/app/shell/page-call";
import { mayOpen } from "@/app/shell/work-nav";
import { contextFromNext } from "@/platform/trpc/context-next";
import { Link } from "@/ui/page/link";
import { Notice } from "@/ui/page/notice";
import { PageTitle } from "@/ui/page/page-title";
import { Panel } from "@/ui/page/panel";
import { Tag } from "@/ui/page/tag";
import { Take } from "./islands";

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("initiatives.wording"))("deskTitle") };
}

/** Drafts that people shared with this coordinator. */
export default async function WordingDeskPage({ searchParams }: Props) {
  const [{ sent }, { actor }, t] = [await searchParams, await contextFromNext(), await getTranslations("initiatives.wording")];
  if (!mayOpen(actor, "wording")) notFound();
  const taken = await pageCall(async () => await (await callApi()).wording.taken(), "/desk/wording");
  return (
    <>
      <PageTitle title={t("deskTitle")} note={t("deskNote")} />
      {sent === "1" ? <Notice tone="done" live><p>{t("sent")}</p></Notice> : null}
      <div className="split mt-4">
        <Panel title={t("takenTitle")}>
          {taken.length === 0 ? <p className="muted">{t("takenNone")}</p> : (
            <ul className="record-list">
              {taken.map(({ draftId, title, isWaiting }) => (
                <li key={draftId}>
                  <h2><Link className="link" href={`/desk/wording/${draftId}`}>{title || t("untitled")}</Link></h2>
                  {isWaiting ? <p><Tag tone="neutral">{t("waits")}</Tag></p> : null}
                </li>
              ))}
            </ul>
          )}
        </Panel>
        <Panel title={t("takeTitle")}><Take /></Panel>
      </div>
    </>
  );
}
