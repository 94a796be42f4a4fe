import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { formatDay, formatDeadline, type DateContext } from "@/shared/dates/format";
import { plainDate } from "@/shared/dates/plain-date";
import { plainDateIn } from "@/shared/dates/zone";
import { formatNumber } from "@/shared/numbers/format";
import { formatPoint } from "@/shared/text/point";
import { Answered } from "@/ui/dialogue/answered";
import { Between } from "@/ui/dialogue/between";
import { Dialogue } from "@/ui/dialogue/dialogue";
import { Said } from "@/ui/dialogue/said";
import { Facts } from "@/ui/page/facts";
import { Panel } from "@/ui/page/panel";
import { AttachmentList } from "../../attachments/ui/attachment-list";
import { DonePhotos } from "../../considering/evidence/ui/done-photos";
import { usePaperFacts } from "../../paper/ui/paper-facts";
import type { Paper } from "../../schema";
import { AuthorLine } from "../../ui/author-line";
import { SaidText } from "../../ui/said-text";
import { StatusTag } from "../../ui/status-tag";
import type { PublicRecord } from "../schema";
import { toDialogue, type Utterance as OneUtterance } from "../rules";
import { isKnownEvent, RecordCourse } from "./record-course";

interface Props {
  readonly record: PublicRecord;
  readonly dates: DateContext;
  /** for those who may know how it came on paper */
  readonly paper?: Paper | null;
  /** above the dialogue: what is asked of the reader */
  readonly asked?: ReactNode;
  /** first on the right: what the reader can do */
  readonly actions?: ReactNode;
  /** below the dialogue: what readers say */
  readonly more?: ReactNode;
}

/** An initiative as a dialogue: what was said, who answers and by when, what was answered. */
export function RecordView({ record, dates, paper, asked, actions, more }: Props) {
  const t = useTranslations("initiatives.record");
  const day = (at: Date) => formatDay(plainDateIn(dates.zone, at), dates);
  const onPaper = usePaperFacts(paper, record.submittedAt, day);
  // rows older than the course of events have their answer on the row alone
  const isAnswerShown = record.course.some(({ kind, text }) => kind === "decided" && text !== null);
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
          {toDialogue(record.course).map((one) => <Utterance key={one.entry.id} of={one} record={record} day={day} />)}
          {isAnswerShown || record.answer === null ? null : (
            <Answered who={<>{record.group ? t("officialFrom", { group: record.group }) : t("official")}{record.decidedAt ? ` · ${day(record.decidedAt)}` : null}</>}>
              <div className="read"><SaidText text={record.answer} /></div>
            </Answered>
          )}
          <Between>
            <StatusTag status={record.status} />
            {record.group || record.answer === null ? <span>{record.group ? t(record.answer ? "considered" : "considers", { group: record.group }) : t("considersNobody")}</span> : null}
          </Between>
          {record.answer === null ? <Between><Awaited record={record} dates={dates} /></Between> : null}
        </Dialogue>
        {record.evidence.photos.length > 0 ? <section><h2 className="text-lead font-semibold">{t("donePhotos")}</h2><DonePhotos photos={record.evidence.photos} label={t("donePhotos")} /></section> : null}
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
              ...(record.point ? [{ term: t("point"), value: <a className="link num" href={`geo:${record.point.latitude},${record.point.longitude}`}>{formatPoint(record.point)}</a> }] : []),
              ...(record.fromOrganisation ? [{ term: t("fromOrganisation"), value: record.fromOrganisation }] : []),
              ...(record.keyQuestion ? [{ term: t("keyQuestion"), value: record.keyQuestion }] : []),
              ...(record.isAppeal ? [{ term: t("kind"), value: t("appeal") }] : []),
              ...(record.appealDueAt ? [{ term: t("appealDue"), value: formatDeadline(record.appealDueAt, dates) }] : []),
              { term: t("direction"), value: record.direction },
              { term: t("group"), value: record.group ?? t("noGroup") },
              ...(record.signed ? [{ term: t("signed"), value: signedLine(record.signed, dates) }] : []),
              ...(record.evidence.scan ? [{ term: t("answerScan"), value: <><a className="link" href={`/files/${record.evidence.scan.id}`} download>{record.evidence.scan.name}</a> <span className="small muted num">{t("scanSize", { kilobytes: formatNumber(Math.max(1, Math.round(record.evidence.scan.bytes / 1000)), dates.locale) })}</span></> }] : []),
              ...onPaper,
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

function signedLine({ by, number, on }: NonNullable<PublicRecord["signed"]>, dates: DateContext): string {
  return [by, `№ ${number}`, on === null ? null : formatDay(plainDate(on), dates)].filter(Boolean).join(", ");
}

/** What somebody said, by function; what only happened stands between. */
function Utterance({ of, record, day }: { readonly of: OneUtterance; readonly record: PublicRecord; readonly day: (at: Date) => string }) {
  const t = useTranslations("initiatives");
  const { by, kind, at, toStatus } = of.entry;
  const what = t(`record.event.${isKnownEvent(kind) ? kind : "other"}`);
  const state = kind === "decided" && toStatus ? t(`status.${toStatus}`) : null;
  if (of.kind === "between") return <Between><span>{[what, day(at)].join(" · ")}</span></Between>;
  if (of.kind === "said") return <Said who={<>{t("record.speaker.author")} · {what} · {day(at)}</>}><div className="read"><SaidText text={of.text} /></div></Said>;
  const who = kind === "decided" ? (record.group ? t("record.officialFrom", { group: record.group }) : t("record.official")) : by === "group" && record.group ? record.group : t(`record.speaker.${by ?? "municipality"}`);
  return (
    <Answered who={[who, ...(kind === "decided" ? [] : [what]), day(at)].join(" · ")}>
      <div className="read">{state ? <p><b>{state.charAt(0).toUpperCase() + state.slice(1)}.</b></p> : null}<SaidText text={of.text} /></div>
    </Answered>
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
