import { useTranslations } from "next-intl";
import { Answered } from "@/ui/dialogue/answered";
import { Between } from "@/ui/dialogue/between";
import { Dialogue } from "@/ui/dialogue/dialogue";
import { Said } from "@/ui/dialogue/said";
import { Link } from "@/ui/page/link";
import { Tag } from "@/ui/page/tag";
import { AttachmentList } from "../../attachments/ui/attachment-list";
import type { CourseEntry, InitiativeRecord } from "../record/schema";
import { AuthorLine } from "./author-line";
import type { ConsideringCalls } from "./calls";
import { TermTag } from "./term-tag";
import { capital, useDates, useDirectionName } from "./use-words";

interface Props {
  readonly record: InitiativeRecord;
  readonly now: Date;
  readonly author: ConsideringCalls["author"];
  /** the record's own page has its title as h1, the queue beside its list as h2 */
  readonly level: 1 | 2;
}

/** Of what stands under the title. */
export function below(level: 1 | 2): 2 | 3 {
  return level === 1 ? 2 : 3;
}

/** What was said and answered so far, as a conversation. */
export function RecordWords({ record, now, author, level }: Props) {
  const t = useTranslations("considering");
  const status = useTranslations("initiatives.status");
  const kindOf = useTranslations("initiatives.kindOfAuthor");
  const dates = useDates(now, record.timeZone);
  const directionName = useDirectionName();
  const Title = `h${level}` as const;
  const Sub = `h${below(level)}` as const;
  const kind = kindOf(record.initiatorKind).toLowerCase();
  const organisation = record.organisationHidden ? t("queue.organisationHidden") : (record.organisation ?? t("queue.withoutOrganisation"));
  const who = [
    record.isAuthorErased ? t("record.authorErased") : record.publicAuthor ? t("record.authorNamed", { kind, name: record.publicAuthor }) : t("record.authorHidden", { kind }),
    organisation,
    ...(record.isCollective ? [t("record.collective")] : []),
    ...(record.isHelped ? [t("queue.helped")] : []),
  ];
  return (
    <>
      <p className="small muted num">{t("record.facts", { number: record.publicNumber, date: dates.moment(record.submittedAt), direction: directionName(record.direction) })}</p>
      <Title className="mt-2 text-title font-semibold">{record.title}</Title>
      <p className="mt-3 mb-4 flex flex-wrap items-center gap-2">
        <Tag>{status(record.status)}</Tag>
        <TermTag term={record.term} dueAt={record.dueAt} timeZone={record.timeZone} />
        {record.term.kind === "paused" ? <span className="small muted">{t("term.pausedLeft", { left: record.term.unit === "workingHours" ? Math.ceil(record.term.left / 60) : record.term.left, unit: record.term.unit })}</span> : null}
        <span className="small muted num">{t("record.supports", { count: record.supportCount })}</span>
      </p>
      <Dialogue>
        <Said who={who.join(" · ")}>
          <div className="text-read">
            {paragraphs(record.essence)}
            <p><b>{t("record.expected")}</b> {record.expectedResult}</p>
            <AttachmentList attachments={record.attachments} />
            <p className="muted">{t("record.place", { place: [record.municipality, record.placeText].filter(Boolean).join(", ") })}</p>
          </div>
          <AuthorLine record={record} author={author} />
        </Said>
        {record.course.map((entry) => <Utterance key={entry.id} entry={entry} record={record} now={now} level={below(level)} />)}
      </Dialogue>
      {record.similar.length > 0 && (
        <section className="mt-5">
          <Sub className="text-work font-semibold">{t("record.similar")}</Sub>
          {record.actions.includes("prepare") ? <p className="mt-1"><Link className="link" href={`/desk/queue/together/${record.id}`}>{t("record.together")}</Link></p> : null}
          <ul className="mt-1 grid gap-1">
            {record.similar.map((one) => (
              <li key={one.id}><Link className="link" href={`/initiatives/${one.number}`}>{one.title}</Link> <span className="small muted num">{one.publicNumber} · {status(one.status)}</span></li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** What the author and those who answer have said to each other; the rest of the course stands beside. */
function Utterance({ entry, record, now, level }: { readonly entry: CourseEntry; readonly record: InitiativeRecord; readonly now: Date; readonly level: 2 | 3 }) {
  const t = useTranslations("considering.record");
  const status = useTranslations("initiatives.status");
  const dates = useDates(now, record.timeZone);
  if (!entry.text || entry.visibility === "internal") return null;
  const at = dates.moment(entry.at);
  if (entry.isByAuthor) return <Said who={`${t("reply")} · ${at}`}>{paragraphs(entry.text)}</Said>;
  if (entry.kind === "clarificationAsked") return <Answered who={`${t("question")} · ${at}`}>{paragraphs(entry.text)}</Answered>;
  if (entry.kind === "decided") return <Answered who={`${t("answer")} · ${at}`} level={level} title={entry.toStatus ? capital(status(entry.toStatus)) : undefined}>{paragraphs(entry.text)}</Answered>;
  const nomination = record.nominations.find((one) => (entry.kind === "nominated" ? one.reason : one.answer) === entry.text);
  const who = nomination ? (entry.kind === "nominated" ? t("nomination", { from: nomination.from, to: nomination.to }) : t("nominationAnswer", { to: nomination.to })) : (record.group ?? "");
  return (
    <>
      <Answered who={`${who} · ${at}`}>{paragraphs(entry.text)}</Answered>
      {entry.kind === "nominated" && nomination?.isCurrent && nomination.answer === null ? <Between>{t("nominationWaits")}</Between> : null}
    </>
  );
}

function paragraphs(text: string) {
  return text.split("\n").filter(Boolean).map((line, at) => <p key={at}>{line}</p>);
}
