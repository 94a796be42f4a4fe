import { useLocale, useTranslations } from "next-intl";
import { StatusTag } from "@/features/initiatives/ui/status-tag";
import { daysBetween } from "@/shared/dates/plain-date";
import { Answered } from "@/ui/dialogue/answered";
import { Between } from "@/ui/dialogue/between";
import { Dialogue } from "@/ui/dialogue/dialogue";
import { Said } from "@/ui/dialogue/said";
import { LinkButton } from "@/ui/page/link-button";
import { dayOfMonth } from "@/features/indicators/ui/names";
import type { Answered as AnsweredInitiative, Progress } from "@/features/indicators/progress/schema";
import { beginning } from "./answered-list";

/** Somebody says, somebody answers: a line to begin with, and a real dialogue beside it. */
export function Hero({ progress }: { readonly progress: Progress }) {
  const t = useTranslations("indicators.front");
  const locale = useLocale();
  const { round, answered } = progress;
  const first = answered.find(({ status, answer }) => isGoodNews(status) && answer.length > 60) ?? answered[0];
  return (
    <div className="grid gap-8 lg:grid-cols-[minmax(0,1.15fr)_minmax(0,1fr)] lg:gap-16 items-center">
      <div>
        <h1 className="text-hero leading-[1.04] tracking-[-0.035em]">{t.rich("title", { b: (words) => <b className="text-accent font-semibold">{words}</b> })}</h1>
        {round.phase === "collecting" || round.phase === "upcoming" ? (
          <form method="get" action="/new" className="mt-8 max-w-xl">
            <label className="label" htmlFor="title">{t("ask")}</label>
            <div className="input-join input-join-stack">
              <input className="input input-large" id="title" name="title" type="text" maxLength={120} autoComplete="off" placeholder={t("placeholder")} />
              <button type="submit" className="button button-large">{t("start")}</button>
            </div>
          </form>
        ) : (
          <p className="mt-8"><LinkButton size="large" href="/initiatives">{t("answeredAll")}</LinkButton></p>
        )}
        <p className="small muted mt-3 max-w-xl">
          {round.phase === "collecting" ? t("under", round.answer) : round.phase === "upcoming" ? t("underUpcoming", { date: dayOfMonth(round.startsOn, locale) }) : t("underOver", { date: dayOfMonth(round.endsOn, locale) })}
        </p>
      </div>
      {first ? <Example of={first} /> : null}
    </div>
  );
}

/** An example that shows what a dialogue can lead to; the list below it shows every kind. */
const isGoodNews = (status: AnsweredInitiative["status"]): boolean => status === "includedInProgramme" || status === "alreadyUnderWay" || status === "carriedOut";

function Example({ of: { number, title, excerpt, answer, municipality, status, submittedOn, decidedOn } }: { readonly of: AnsweredInitiative }) {
  const t = useTranslations("indicators.front");
  const locale = useLocale();
  return (
    <Dialogue>
      <Said who={`${municipality} · ${dayOfMonth(submittedOn, locale)}`} title={title} level={2} href={`/initiatives/${number}`}><p>{beginning(excerpt)}</p></Said>
      <Between>{t("decidedBy")} {t("decidedIn", { days: daysBetween(submittedOn, decidedOn) })}</Between>
      <Answered who={t("answerOf", { date: dayOfMonth(decidedOn, locale) })}><p><StatusTag status={status} /></p><p>{beginning(answer)}</p></Answered>
    </Dialogue>
  );
}
