import { useLocale, useTranslations } from "next-intl";
import { formatMoment } from "@/shared/dates/format";
import type { QueueRow } from "../queue/schema";
import { TermTag } from "./term-tag";

/** One question in the queue: what about, where from, who holds it, by when. */
export function TicketItem({ row, now }: { readonly row: QueueRow; readonly now: Date }) {
  const t = useTranslations("hotline");
  const locale = useLocale();
  const at = formatMoment(row.createdAt, { now, zone: row.timeZone, locale });
  const holder = row.isMine ? t("desk.mine") : row.claimedBy === null ? null : t("desk.claimedBy", { name: row.claimedBy });
  const notes = [t(`channel.${row.channel}`), at, row.status === "open" ? null : holder, row.handedTo].filter((note) => note !== null);
  return (
    <>
      <b>{row.subject}</b>
      <span className="small muted num">{notes.join(" · ")}</span>
      <TermTag status={row.status} term={row.term} timeZone={row.timeZone} now={now} />
    </>
  );
}
