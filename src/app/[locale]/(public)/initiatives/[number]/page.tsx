import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { publicApi } from "@/api/call-public";
import { RecordView } from "@/features/initiatives/record/ui/record-view";
import { remarkLimits, reportReasons } from "@/features/initiatives/remarks/schema";
import { QuestionList } from "@/features/initiatives/remarks/ui/question-list";
import { AskForm, ReportForm } from "@/features/initiatives/remarks/ui/remark-forms";
import { SupportButton } from "@/features/initiatives/record/ui/support-button";
import { parseNumber } from "@/features/initiatives/rules";
import { pageCall } from "@/app/shell/page-call";
import { toLocale } from "@/platform/i18n/locale";
import { clock } from "@/platform/clock";
import type { Locale } from "@/shared/text/locale";
import { Band } from "@/ui/page/band";
import { Notice } from "@/ui/page/notice";
import { PageTitle } from "@/ui/page/page-title";
import { Panel } from "@/ui/page/panel";

interface Props {
  readonly params: Promise<{ readonly locale: string; readonly number: string }>;
  readonly searchParams: Promise<{ readonly joined?: string | string[] }>;
}

/** An answer must be there the moment it is given. */
export const dynamic = "force-dynamic";

const load = cache(async (locale: string, address: string) => {
  const number = parseNumber(decodeURIComponent(address));
  if (number === null) notFound();
  const { initiative } = publicApi(toLocale(locale));
  return await pageCall(async () => {
    try {
      return await initiative.publicRecord({ number });
    } catch (error) {
      const { number: into } = await initiative.mergedInto({ number });
      if (into !== null) redirect(`/initiatives/${into}?joined=${number}`);
      throw error;
    }
  });
});

export async function generateMetadata({ params }: Pick<Props, "params">): Promise<Metadata> {
  const { locale, number } = await params;
  const record = await load(locale, number);
  return { title: record.title, description: record.essence.slice(0, 200), alternates: { canonical: `/initiatives/${record.number}` } };
}

export default async function RecordPage({ params, searchParams }: Props) {
  const { locale: folder, number } = await params;
  const locale = toLocale(folder);
  setRequestLocale(locale);
  const record = await load(folder, number);
  const [talk, t] = [await publicApi(locale).remark.talk({ number: record.number }), await getTranslations("initiatives")];
  const dates = { now: clock.now(), zone: record.timeZone, locale };
  const counts = [-1, 0, 1].map((change) => t("supported", { count: Math.max(0, record.supportCount + change) })) as [string, string, string];
  const words = { support: t("support.support"), supported: t("support.supported"), takeBack: t("support.takeBack"), mine: t("support.mine"), failed: t("support.failed"), follow: t("support.follow"), following: t("support.following"), unfollow: t("support.unfollow") };
  return (
    <Band>
      <PageTitle title={record.title} crumbs={{ label: t("record.crumbs"), items: [{ label: t("record.all"), href: "/initiatives" }, { label: record.publicNumber }] }} />
      <RecordView
        record={record}
        dates={dates}
        asked={await joinedNotice(locale, record.number, (await searchParams).joined)}
        actions={
          <Panel>
            <SupportButton number={record.number} supportCount={record.supportCount} counted={counts} words={words} />
            <p className="small muted mt-3">{t("support.explain")}</p>
          </Panel>
        }
        more={
          <>
            {talk.questions.length > 0 ? <QuestionList questions={talk.questions} dates={dates} /> : null}
            {talk.mayAsk ? <AskForm number={record.number} limits={{ min: remarkLimits.questionMin, max: remarkLimits.question }} words={await askWords()} /> : null}
            <ReportForm
              number={record.number} limits={{ min: 0, max: remarkLimits.report }} words={await reportWords()}
              reasonLabel={t("remarks.reportReason")} reasons={reportReasons.map((reason) => ({ value: reason, label: t(`remarks.reason.${reason}`) }))}
            />
            <noscript><p className="small muted">{t("remarks.noScript")}</p></noscript>
          </>
        }
      />
    </Band>
  );
}

/** Who came by the number of one that was merged into this. */
async function joinedNotice(locale: Locale, number: number, from: string | string[] | undefined) {
  const joined = typeof from === "string" ? parseNumber(from) : null;
  if (joined === null || (await publicApi(locale).initiative.mergedInto({ number: joined })).number !== number) return null;
  const t = await getTranslations("initiatives.record");
  return <Notice title={t("joinedTitle", { number: String(joined) })}><p>{t("joinedText")}</p></Notice>;
}

/** Only these few words go to the browser. */
async function askWords() {
  const t = await getTranslations("initiatives.remarks");
  return { open: t("ask"), text: t("askText"), hint: t("askHint"), send: t("askSend"), thanks: t("askThanks"), failed: t("failed"), tooMany: t("tooMany"), short: t("short") };
}

async function reportWords() {
  const t = await getTranslations("initiatives.remarks");
  return { open: t("report"), text: t("reportText"), hint: t("optional"), send: t("reportSend"), thanks: t("reportThanks"), failed: t("failed"), tooMany: t("tooMany"), short: t("short") };
}
