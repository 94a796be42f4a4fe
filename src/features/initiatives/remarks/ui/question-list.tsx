import { useTranslations } from "next-intl";
import { formatDay, type DateContext } from "@/shared/dates/format";
import { plainDateIn } from "@/shared/dates/zone";
import { Answered } from "@/ui/dialogue/answered";
import { Dialogue } from "@/ui/dialogue/dialogue";
import { Said } from "@/ui/dialogue/said";
import { SaidText } from "../../ui/said-text";
import type { PublicTalk } from "../schema";

/** Readers' questions with the author's answers. */
export function QuestionList({ questions, dates }: { readonly questions: PublicTalk["questions"]; readonly dates: DateContext }) {
  const t = useTranslations("initiatives.remarks");
  const day = (at: Date) => formatDay(plainDateIn(dates.zone, at), dates);
  return (
    <section id="questions">
      <h2 className="mb-3">{t("talk")}</h2>
      <Dialogue label={t("talk")}>
        {questions.flatMap(({ id, text, at, answer, answeredAt }) => [
          <Said key={id} who={<>{t("reader")} · {day(at)}</>}><SaidText text={text} /></Said>,
          <Answered key={`${id}a`} who={<>{t("author")} · {day(answeredAt)}</>}><SaidText text={answer} /></Answered>,
        ])}
      </Dialogue>
    </section>
  );
}
