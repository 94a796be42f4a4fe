import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { callApi } from "@/api/call";
import { pageCall } from "@/app/shell/page-call";
import { mayOpen } from "@/app/shell/work-nav";
import { contextFromNext } from "@/platform/trpc/context-next";
import { PageTitle } from "@/ui/page/page-title";
import { Panel } from "@/ui/page/panel";
import { Tag } from "@/ui/page/tag";
import { Close, Publish } from "./islands";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("initiatives.keyQuestions"))("title") };
}

/** What a head or a group asks initiatives about. */
export default async function KeyQuestionsPage() {
  const [{ actor }, t] = [await contextFromNext(), await getTranslations("initiatives.keyQuestions")];
  if (!mayOpen(actor, "keyQuestions")) notFound();
  const { seats, questions } = await pageCall(async () => await (await callApi()).keyQuestion.own(), "/desk/key-questions");
  return (
    <>
      <PageTitle title={t("title")} note={t("deskNote")} />
      <div className="split">
        <Panel title={t("published")}>
          {questions.length === 0 ? <p className="muted">{t("none")}</p> : (
            <ul className="record-list">
              {questions.map((question) => (
                <li key={question.id} className="stack">
                  <h2>{question.text}</h2>
                  <p className="small muted">{question.group ?? t("head", { municipality: question.municipality })}</p>
                  {question.isClosed ? <p><Tag tone="neutral">{t("closed")}</Tag></p> : <div className="acts"><Close question={question} /></div>}
                </li>
              ))}
            </ul>
          )}
        </Panel>
        <Panel title={t("new")}><Publish seats={seats} /></Panel>
      </div>
    </>
  );
}
