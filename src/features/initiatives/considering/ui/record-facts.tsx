import { useLocale, useTranslations } from "next-intl";
import { formatDeadline } from "@/shared/dates/format";
import { Facts } from "@/ui/page/facts";
import { Link } from "@/ui/page/link";
import { usePaperFacts } from "../../paper/ui/paper-facts";
import type { InitiativeRecord } from "../record/schema";
import { useDates } from "./use-words";

/** What stands of it beside the course: whose hands, whose it may become, what was objected, signed and passed on, its kin, its earlier words. */
export function RecordFacts({ record, now, level }: { readonly record: InitiativeRecord; readonly now: Date; readonly level: 2 | 3 }) {
  const t = useTranslations("considering.facts");
  const locale = useLocale();
  const dates = useDates(now, record.timeZone);
  const Sub = `h${level}` as const;
  const { kin, objection, signed, wordings } = record;
  const deadline = (at: Date) => formatDeadline(at, { now, zone: record.timeZone, locale });
  const offer = record.transfers.at(-1);
  const link = (one: { readonly id: string; readonly number: number; readonly title: string }) => <Link key={one.id} className="link block" href={`/desk/queue?number=${one.number}`}>№ {one.number} {one.title}</Link>;
  const onPaper = usePaperFacts(record.paper, record.submittedAt, (at) => dates.day(at));
  const items = [
    ...onPaper,
    ...(record.appeal ? [{ term: t("appeal"), value: <>{t("appealNote", { deadline: deadline(record.appeal.dueAt) })}{record.appeal.redirectBy > now && record.actions.includes("redirect") ? <span className="small muted block">{t("appealRedirect", { deadline: deadline(record.appeal.redirectBy) })}</span> : null}</> }] : []),
    ...(record.assignee ? [{ term: t("assignee"), value: record.assignee.name }] : []),
    ...(record.authorDueAt ? [{ term: t("authorDue"), value: deadline(record.authorDueAt) }] : []),
    ...(offer ? [{ term: t(`transfer.${offer.state}`), value: <>{offer.to}, {dates.day(offer.at)}<span className="small muted block">{offer.answer ?? offer.reason}</span></> }] : []),
    ...(objection ? [{ term: objection.answer ? t("objectionAnswered", { to: objection.to }) : t("objection", { to: objection.to }), value: objection.text }] : []),
    ...(signed ? [{ term: t("signed"), value: [signed.by, `№ ${signed.number}`, signed.on ? dates.day(new Date(`${signed.on}T12:00:00Z`)) : null].filter(Boolean).join(", ") }] : []),
    ...record.passings.map((one) => ({ term: t(`passed.${one.system}`), value: one.link ? <a className="link" href={one.link} rel="noreferrer noopener" target="_blank">№ {one.number}</a> : `№ ${one.number}` })),
    ...(kin.into ? [{ term: t("into"), value: link(kin.into) }] : []),
    ...(kin.merged.length > 0 ? [{ term: t("merged"), value: <>{kin.merged.map(link)}</> }] : []),
    ...(kin.from ? [{ term: t("splitFrom"), value: link(kin.from) }] : []),
    ...(kin.parts.length > 0 ? [{ term: t("parts"), value: <>{kin.parts.map(link)}</> }] : []),
  ];
  if (items.length === 0 && wordings.length === 0) return null;
  return (
    <>
      {items.length > 0 ? <><Sub className="mt-5 mb-2 text-small font-medium text-muted">{t("title")}</Sub><Facts layout="stack" items={items} /></> : null}
      {wordings.map((one) => (
        <details key={one.number} className="mt-3">
          <summary className="link small">{t("wording", { date: dates.moment(one.replacedAt) })}</summary>
          <p className="mt-2"><b>{one.title}</b></p>
          <p className="whitespace-pre-line">{one.essence}</p>
          <p className="muted">{one.expectedResult}</p>
        </details>
      ))}
    </>
  );
}
