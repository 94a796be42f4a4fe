import { useTranslations } from "next-intl";
import { roles, type Role } from "@/access/roles";
import { Course, type CourseStep } from "@/ui/dialogue/course";
import type { CourseEntry, InitiativeRecord } from "../record/schema";
import { RecordFacts } from "./record-facts";
import { useDates } from "./use-words";

const kinds = ["submitted", "accepted", "clarificationAsked", "clarificationAnswered", "note", "proposalPrepared", "proposalReturned", "nominated", "nominationAnswered", "withdrawn", "merged", "carriedOut", "authorErased",
  "published", "publishedHiding", "broughtBack", "returnedToAuthor", "resubmitted", "wentOn", "assigned", "redirected", "offered", "offerRecalled", "offerAccepted", "offerReturned", "disputed", "keptHere", "escalated", "imposed",
  "objected", "objectionRaised", "reminded", "lapsed", "objectionAnswered", "signed", "answerAttached", "photoAdded", "fileRemoved", "passedOn", "mergedWith", "split", "splitOff", "placeCorrected",
] as const;
const isRole = (text: string | null): text is Role => (roles as readonly (string | null)[]).includes(text);
const isKnown = (kind: string): kind is (typeof kinds)[number] => (kinds as readonly string[]).includes(kind);

/** Beside the words: what has happened, what comes next and by when, who is in charge, which keys there are. */
export function RecordSide({ record, now, level, hasKeys }: { readonly record: InitiativeRecord; readonly now: Date; readonly level: 2 | 3; readonly hasKeys: boolean }) {
  const t = useTranslations("considering");
  const { leads, secretaries } = record.people;
  const isGroup = record.actions.includes("note") || leads.length + secretaries.length > 0;
  const Sub = `h${level}` as const;
  const heading = "mb-2 text-small font-medium text-muted";
  return (
    <>
      <Sub className={heading}>{t("record.course")}</Sub>
      <Course label={t("record.course")} steps={useCourse(record, now)} stateLabels={{ next: t("courseState.next"), late: t("courseState.late"), ahead: t("courseState.ahead") }} />
      <RecordFacts record={record} now={now} level={level} />
      {isGroup ? (
        <>
          <Sub className={`${heading} mt-5`}>{t("record.who")}</Sub>
          {record.group ? <p>{record.group}</p> : null}
          <p className="mt-1">{leads.length > 0 ? t("record.leads", { count: leads.length, names: leads.join(", ") }) : t("record.noLead")}</p>
          {secretaries.length > 0 ? <p className="mt-1">{t("record.secretaries", { count: secretaries.length, names: secretaries.join(", ") })}</p> : null}
        </>
      ) : null}
      {hasKeys ? (
        <div className="hidden md:block">
          <Sub className={`${heading} mt-5`}>{t("record.keys")}</Sub>
          <ul className="small grid gap-2">
            <li><kbd>J</kbd> <kbd>K</kbd> {t("record.keysNext")}</li>
            <li><kbd>R</kbd> {t("record.keysAnswer")}</li>
            <li><kbd>Q</kbd> {t("record.keysQuestion")}</li>
            <li><kbd>N</kbd> {t("record.keysNote")}</li>
          </ul>
        </div>
      ) : null}
    </>
  );
}

function useCourse(record: InitiativeRecord, now: Date): CourseStep[] {
  const t = useTranslations("considering");
  const status = useTranslations("initiatives.status");
  const role = useTranslations("access.roles");
  const dates = useDates(now, record.timeZone);
  const who = ({ byName, byRole, isByAuthor }: CourseEntry) => (isByAuthor ? null : (byName ?? (isRole(byRole) ? role(byRole) : null)));
  const what = ({ kind, toStatus }: CourseEntry) => {
    if (kind === "decided") return t("courseKind.decided", { status: toStatus ? status(toStatus) : "" });
    return isKnown(kind) ? t(`courseKind.${kind}`) : toStatus ? status(toStatus) : t("courseKind.other");
  };
  const steps = record.course.map((entry): CourseStep => ({
    at: dates.moment(entry.at),
    dateTime: entry.at.toISOString(),
    what: what(entry),
    by: (
      <>
        {[who(entry), entry.visibility === "internal" ? t("record.internal") : null].filter(Boolean).join(" · ")}
        {entry.visibility === "internal" && entry.text && entry.kind !== "proposalPrepared" ? <q className="block text-ink">{entry.text}</q> : null}
      </>
    ),
  }));
  if (record.dueAt === null) return steps;
  const isLate = record.term.kind === "overdue";
  return [...steps, { at: dates.day(new Date(record.dueAt.getTime() - 1)), dateTime: record.dueAt.toISOString(), what: t(record.status === "submitted" ? "record.nextAccept" : "record.next"), state: isLate ? "late" : "next" }];
}
