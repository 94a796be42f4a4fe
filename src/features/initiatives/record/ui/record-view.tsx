import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { formatDay, formatDeadline, type DateContext } from "@/shared/dates/format";
import { plainDateIn } from "@/shared/dates/zone";
import { Answered } from "@/ui/dialogue/answered";
import { Between } from "@/ui/dialogue/between";
import { Dialogue } from "@/ui/dialogue/dialogue";
import { Said } from "@/ui/dialogue/said";
import { Facts } from "@/ui/page/facts";
import { Panel } from "@/ui/page/panel";
import { AttachmentList } from "../../attachments/ui/attachment-list";
import { AuthorLine } from "../../ui/author-line";
import { SaidText } from "../../ui/said-text";
import { StatusTag } from "../../ui/status-tag";
import type { PublicRecord } from "../schema";
import { RecordCourse } from "./record-course";

interface Props {
  readonly record: PublicRecord;
  readonly dates: DateContext;
  /** above the dialogue: what is asked of the reader */
  readonly asked?: ReactNode;
  /** first on the right: what the reader can do */
  readonly actions?: ReactNode;
  /** below the dialogue: what readers say */
  readonly more?: ReactNode;
}

/** An initiative as a dialogue: what was said, who answers and by when, what was answered. */
export function RecordView({ record, dates, asked, actions, more }: Props) {
  const t = useTranslations("initiatives.record");
  const day = (at: Date) => formatDay(plainDateIn(dates.zone, at), dates);
  return (
    <div className="split">
      <div className="stack">
        {asked}
        <Dialogue label={t("dialogue")}>
          <Said who={<><AuthorLine {...record} /> · {day(record.submittedAt)}</>}>
            <div className="read">
              <SaidText text={record.essence} />
              <p><b>{t("expected")}.</b> {record.expectedResult}</p>
              <AttachmentList attachments={record.attachments} />
            </div>
          </Said>
          <Between>
            <StatusTag status={record.status} />
            <span>{record.group ? t(record.answer ? "considered" : "considers", { group: record.group }) : t("considersNobody")}</span>
          </Between>
          {record.answer ? (
            <Answered who={<>{record.group ? t("officialFrom", { group: record.group }) : t("official")}{record.decidedAt ? ` · ${day(record.decidedAt)}` : null}</>}>
              <div className="read"><SaidText text={record.answer} /></div>
            </Answered>
          ) : (
            <Between><Awaited record={record} dates={dates} /></Between>
          )}
        </Dialogue>
        {more}
      </div>
      <div>
        {actions}
        <Panel title={t("facts")}>
          <Facts
            layout="stack"
            items={[
              { term: t("municipality"), value: record.municipality },
              ...(record.placeText ? [{ term: t("place"), value: record.placeText }] : []),
              { term: t("direction"), value: record.direction },
              { term: t("group"), value: record.group ?? t("noGroup") },
              ...(record.competence ? [{ term: t("competence"), value: t(`competences.${record.competence}`) }] : []),
            ]}
          />
        </Panel>
        <Panel title={t("course")}>
          <RecordCourse record={record} dates={dates} />
        </Panel>
      </div>
    </div>
  );
}

function Awaited({ record: { dueAt, isPaused, status }, dates }: Pick<Props, "record" | "dates">) {
  const t = useTranslations("initiatives.record");
  if (isPaused) return <span>{t("paused")}</span>;
  if (dueAt === null) return null;
  const deadline = formatDeadline(dueAt, dates);
  if (dueAt <= dates.now) return <span className="text-late">{t("answerOverdue", { deadline })}</span>;
  return <span>{t(status === "submitted" ? "reactionBy" : "answerBy", { deadline })}</span>;
}
