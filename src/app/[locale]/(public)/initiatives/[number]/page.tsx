import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { notFound } from "next/navigation";
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
import { Band } from "@/ui/page/band";
import { PageTitle } from "@/ui/page/page-title";
import { Panel } from "@/ui/page/panel";

interface Props {
  readonly params: Promise<{ readonly locale: string; readonly number: string }>;
}

/** An answer must be there the moment it is given. */
export const dynamic = "force-dynamic";

const load = cache(async (locale: string, address: string) => {
  const number = parseNumber(decodeURIComponent(address));
  if (number === null) notFound();
  return await pageCall(async () => await publicApi(toLocale(locale)).initiative.publicRecord({ number }));
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, number } = await params;
  const record = await load(locale, number);
  return { title: record.title, description: record.essence.slice(0, 200), alternates: { canonical: `/initiatives/${record.number}` } };
}

export default async function RecordPage({ params }: Props) {
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

/** Only these few words go to the browser. */
async function askWords() {
  const t = await getTranslations("initiatives.remarks");
  return { open: t("ask"), text: t("askText"), hint: t("askHint"), send: t("askSend"), thanks: t("askThanks"), failed: t("failed"), tooMany: t("tooMany"), short: t("short") };
}

async function reportWords() {
  const t = await getTranslations("initiatives.remarks");
  return { open: t("report"), text: t("reportText"), hint: t("optional"), send: t("reportSend"), thanks: t("reportThanks"), failed: t("failed"), tooMany: t("tooMany"), short: t("short") };
}
