import { useTranslations } from "next-intl";
import { formatDay, formatDeadline, formatFullMoment, type DateContext } from "@/shared/dates/format";
import { plainDateIn } from "@/shared/dates/zone";
import { Course, type CourseStep } from "@/ui/dialogue/course";
import type { CourseEntry, PublicRecord } from "../schema";

const known = ["submitted", "accepted", "clarificationAsked", "clarificationAnswered", "decided", "nominated", "nominationAnswered", "carriedOut", "withdrawn", "merged", "placeCorrected", "authorErased",
  "published", "publishedHiding", "broughtBack", "returnedToAuthor", "resubmitted", "wentOn", "redirected", "offered", "offerRecalled", "offerAccepted", "offerReturned", "keptHere", "imposed", "objected", "objectionRaised", "reminded", "lapsed", "objectionAnswered", "signed", "answerAttached", "passedOn", "mergedWith", "split", "splitOff",
] as const;

export function isKnownEvent(kind: string): kind is (typeof known)[number] {
  return (known as readonly string[]).includes(kind);
}

/** What was, dated; and what comes next, by when. */
export function RecordCourse({ record, dates }: { readonly record: PublicRecord; readonly dates: DateContext }) {
  const t = useTranslations("initiatives");
  const what = ({ kind, toStatus }: CourseEntry) => {
    const name = t(`record.event.${isKnownEvent(kind) ? kind : "other"}`);
    return kind === "decided" && toStatus ? `${name}: ${t(`status.${toStatus}`)}` : name;
  };
  const steps: CourseStep[] = record.course.map((entry) => ({
    at: <span title={formatFullMoment(entry.at, dates.zone, dates.locale)}>{formatDay(plainDateIn(dates.zone, entry.at), dates)}</span>,
    dateTime: entry.at.toISOString(),
    what: what(entry),
  }));
  if (record.dueAt !== null && record.answer === null) {
    const isLate = record.dueAt <= dates.now;
    steps.push({ at: formatDeadline(record.dueAt, dates), dateTime: record.dueAt.toISOString(), what: t(record.status === "submitted" ? "record.event.accepted" : "record.event.decided"), state: isLate ? "late" : "next" });
  }
  return <Course steps={steps} label={t("record.course")} stateLabels={{ next: t("record.courseNext"), late: t("record.courseLate"), ahead: t("record.courseAhead") }} />;
}
