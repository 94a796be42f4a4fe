import { useTranslations } from "next-intl";
import { Tag } from "@/ui/page/tag";
import type { QueueRow } from "../queue/schema";
import { TermTag } from "./term-tag";
import { useDates } from "./use-words";

/** One line of the queue: what, from where, by when. */
export function QueueItem({ row, now }: { readonly row: QueueRow; readonly now: Date }) {
  const t = useTranslations("considering");
  const status = useTranslations("initiatives.status");
  const dates = useDates(now, row.timeZone);
  const organisation = row.organisationHidden ? t("queue.organisationHidden") : (row.organisation ?? t("queue.withoutOrganisation"));
  const notes = [row.publicNumber, organisation, ...(row.isHelped ? [t("queue.helped")] : []), ...(row.assignee ? [t("queue.assignee", { name: row.assignee })] : []), ...(row.similar > 0 ? [t("queue.similar", { count: row.similar })] : [])];
  const isDone = row.decidedAt !== null && row.term.kind === "none";
  return (
    <>
      <b>{row.title}</b>
      <span className="small muted num">{notes.join(" · ")}</span>
      <span className="flex flex-wrap gap-1">
        <TermTag term={row.term} dueAt={row.dueAt} timeZone={row.timeZone} />
        {isDone && row.decidedAt ? <Tag tone={row.status === "carriedOut" ? "done" : "neutral"}>{status(row.status)}</Tag> : null}
        {isDone && row.decidedAt ? <span className="small muted">{t("term.decided", { date: dates.day(row.decidedAt) })}</span> : null}
        {row.isAppeal ? <Tag>{t("queue.appeal")}</Tag> : null}
        {row.proposal ? <Tag tone="asks">{t("queue.awaitsLead")}</Tag> : null}
        {row.status === "submitted" ? <Tag>{t("queue.notAccepted")}</Tag> : null}
      </span>
    </>
  );
}
