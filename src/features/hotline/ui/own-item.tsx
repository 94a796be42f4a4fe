import { useLocale, useTranslations } from "next-intl";
import { formatMoment } from "@/shared/dates/format";
import { Link } from "@/ui/page/link";
import { Tag, type Tone } from "@/ui/page/tag";
import type { OwnListOutput } from "../own/schema";
import type { TicketStatus } from "../rules";

const tones: Readonly<Record<TicketStatus, Tone>> = { open: "neutral", claimed: "neutral", waitingForPerson: "asks", answered: "done", closed: "neutral" };

/** One of a person's questions: what about, where, what has become of it, the last answer's beginning. */
export function OwnItem({ row, now }: { readonly row: OwnListOutput["rows"][number]; readonly now: Date }) {
  const t = useTranslations("hotline");
  const locale = useLocale();
  return (
    <>
      <h2><Link href={`/my/questions/${row.id}`}>{row.subject}</Link></h2>
      <p className="small muted num">{t("number", { number: String(row.number) })} · {t("own.listNote", { place: row.municipality, at: formatMoment(row.createdAt, { now, zone: row.timeZone, locale }) })}</p>
      <Tag tone={tones[row.status]}>{t(row.status === "waitingForPerson" ? "own.waitsForYou" : `status.${row.status}`)}</Tag>
      {row.lastAnswer ? <p className="max-w-measure line-clamp-2">{t("own.lastAnswer", { text: row.lastAnswer })}</p> : null}
    </>
  );
}
