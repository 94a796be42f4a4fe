import { useTranslations } from "next-intl";
import { formatDay, formatDeadline, type DateContext } from "@/shared/dates/format";
import { plainDateIn } from "@/shared/dates/zone";
import { LinkButton } from "@/ui/page/link-button";
import { StatusTag } from "../../ui/status-tag";
import type { MineRow } from "../schema";

type Dates = Pick<DateContext, "now" | "locale">;

/** The state first, then what is awaited of whom, and by when. */
export function MyList({ rows, dates }: { readonly rows: readonly MineRow[]; readonly dates: Dates }) {
  return (
    <ul className="record-list">
      {rows.map((row) => (
        <li key={row.number}>
          <p><StatusTag status={row.status} /></p>
          <h3><a href={`/my/${row.number}`}>{row.title}</a></h3>
          <p className="small muted num">{[row.publicNumber, row.municipality, formatDay(plainDateIn(row.timeZone, row.submittedAt), { ...dates, zone: row.timeZone })].join(" · ")}</p>
          <Awaited row={row} dates={dates} />
        </li>
      ))}
    </ul>
  );
}

function Awaited({ row, dates: { now, locale } }: { readonly row: MineRow; readonly dates: Dates }) {
  const t = useTranslations("initiatives.my");
  if (row.question !== null) {
    return (
      <div className="answered max-w-measure">
        <p>{row.question}</p>
        <p className="mt-2"><LinkButton href={`/my/${row.number}#answer`}>{t("answer")}</LinkButton></p>
      </div>
    );
  }
  if (row.answer !== null) return <p className="max-w-measure">{t("answerBegins", { text: row.answer })}</p>;
  if (row.dueAt === null) return null;
  const deadline = formatDeadline(row.dueAt, { now, zone: row.timeZone, locale });
  if (row.dueAt <= now) return <p className="text-late">{t("overdue", { deadline })}</p>;
  return <p>{t(row.status === "submitted" ? "waitReaction" : "waitAnswer", { deadline })}</p>;
}
