import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { notFound } from "next/navigation";
import { callApi } from "@/api/call";
import { ClientMessages } from "@/app/client-messages";
import { pageCall } from "@/app/shell/page-call";
import { answerLimits, objectionLimits, type OwnRecord } from "@/features/initiatives/record/schema";
import { RecordView } from "@/features/initiatives/record/ui/record-view";
import { parseNumber } from "@/features/initiatives/rules";
import { toLocale } from "@/platform/i18n/locale";
import { contextFromNext } from "@/platform/trpc/context-next";
import { formatDeadline, type DateContext } from "@/shared/dates/format";
import { Link } from "@/ui/page/link";
import { Notice } from "@/ui/page/notice";
import { PageTitle } from "@/ui/page/page-title";
import { Panel } from "@/ui/page/panel";
import { Answer, CorrectPlace, LeaveAuthors, ObjectTo, OwnCoAuthors, ReadersQuestions, Resubmit, Withdraw } from "./own-forms";

interface Props {
  readonly params: Promise<{ readonly locale: string; readonly number: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: "initiatives.my" });
  return { title: t("title"), robots: { index: false } };
}

export default async function OwnRecordPage({ params, searchParams }: Props) {
  const { locale: folder, number: address } = await params;
  const locale = toLocale(folder);
  setRequestLocale(locale);
  const number = parseNumber(decodeURIComponent(address));
  if (number === null) notFound();
  const [api, { now }, t] = [await callApi(), await contextFromNext(), await getTranslations("initiatives")];
  const record = await pageCall(async () => await api.initiative.ownRecord({ number }), `/my/${number}`);
  const { submitted, done } = await searchParams;
  const dates: DateContext = { now, zone: record.timeZone, locale };
  return (
    <ClientMessages namespaces={["initiatives", "errors"]}>
      <PageTitle title={record.title} crumbs={{ label: t("record.crumbs"), items: [{ label: t("my.title"), href: "/my" }, { label: record.publicNumber }] }} />
      <RecordView
        paper={record.paper}
        record={record}
        dates={dates}
        asked={<Asked record={record} isNew={submitted === "1" && record.status === "submitted"} done={typeof done === "string" ? done : null} dates={dates} />}
        actions={<><Actions record={record} />{record.isMine ? <><OtherAuthors number={number} isCollective={record.collective} /><Questions number={number} /></> : null}{record.isCoAuthor ? <Panel title={t("coAuthors.mine")}><LeaveAuthors number={number} /></Panel> : null}</>}
      />
    </ClientMessages>
  );
}

async function Asked({ record, isNew, done, dates }: { readonly record: OwnRecord; readonly isNew: boolean; readonly done: string | null; readonly dates: DateContext }) {
  const t = await getTranslations("initiatives.own");
  const said = ({ answered: t("answered"), withdrawn: t("withdrawn"), objected: t("objected"), resubmitted: t("resubmitted"), placed: t("placeDone") } as Readonly<Record<string, string>>)[done ?? ""];
  return (
    <>
      {isNew && record.dueAt ? (
        <Notice tone="done" live title={t("justSubmitted", { number: record.publicNumber })}>
          <p>{t("justSubmittedText", { group: record.group ?? "none", deadline: formatDeadline(record.dueAt, dates) })}</p>
        </Notice>
      ) : null}
      {said ? <Notice tone="done" live><p>{said}</p></Notice> : null}
      {record.question !== null && record.may.answerClarification ? (
        <Notice tone="soon" title={t("askTitle")}>
          <p className="read">{record.question}</p>
          <p className="small muted mt-2 mb-4">{record.isPaused ? t("askText") : null} {record.authorDueAt ? t("askUntil", { deadline: formatDeadline(record.authorDueAt, dates) }) : null}</p>
          <Answer number={record.number} version={record.version} limits={answerLimits} />
        </Notice>
      ) : null}
      {record.question !== null && record.may.resubmit ? (
        <Notice tone="soon" title={t("returnedTitle")}>
          <p className="read">{record.question}</p>
          <p className="small muted mt-2 mb-4">{t("returnedText")} {record.authorDueAt ? t("askUntil", { deadline: formatDeadline(record.authorDueAt, dates) }) : null}</p>
          <Resubmit number={record.number} version={record.version} words={record} />
        </Notice>
      ) : null}
      {record.mergedInto !== null ? <Notice title={t("mergedTitle")}><p>{t("mergedText")} <Link href={`/initiatives/${record.mergedInto}`}>{t("mergedLink")}</Link></p></Notice> : null}
    </>
  );
}

/** Where the marathon lets authors take readers' questions. */
async function Questions({ number }: { readonly number: number }) {
  const [questions, t] = [await (await callApi()).remark.own({ number }), await getTranslations("initiatives.remarks")];
  if (!questions.offered && questions.waiting.length === 0) return null;
  return <Panel title={t("own")}><ReadersQuestions number={number} questions={questions} /></Panel>;
}

/** Of a collective initiative: who was asked to be an author, too. */
async function OtherAuthors({ number, isCollective }: { readonly number: number; readonly isCollective: boolean }) {
  const [listed, t] = [await (await callApi()).coAuthors.list({ number }), await getTranslations("initiatives.coAuthors")];
  if (!isCollective && listed.rows.length === 0) return null;
  return <Panel title={t("title")}><p className="small muted mb-3">{t("lead")}</p><OwnCoAuthors number={number} first={listed} /></Panel>;
}

async function Actions({ record }: { readonly record: OwnRecord }) {
  const t = await getTranslations("initiatives.own");
  const { number, version, municipalityId, directionId, may } = record;
  return (
    <Panel title={may.withdraw || may.correctPlace || may.object ? t("actions") : undefined}>
      {record.isPublic ? <p className="mb-3"><Link href={`/initiatives/${number}`}>{t("publicLink")}</Link></p> : <p className="small muted mb-3">{t("notPublic")}</p>}
      {may.correctPlace ? await place() : null}
      {may.object ? <ObjectTo number={number} version={version} limits={objectionLimits} /> : null}
      {record.isHeldByOthers ? <p className="small muted mt-3">{t("withdrawShared")}</p> : null}
      {may.withdraw ? <Withdraw number={number} version={version} /> : null}
    </Panel>
  );

  async function place() {
    const api = await callApi();
    const marathon = await api.marathon.forMunicipality({ municipalityId });
    if (!marathon) return null;
    const [municipalities, directions] = await Promise.all([api.marathon.municipalities({ marathonId: marathon.id }), api.marathon.directions({ marathonId: marathon.id, municipalityId })]);
    return <CorrectPlace marathonId={marathon.id} number={number} version={version} municipalities={municipalities} directions={directions} municipalityId={municipalityId} directionId={directionId} placeText={record.placeText} point={record.point} />;
  }
}
