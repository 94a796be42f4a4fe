import { useTranslations } from "next-intl";
import { formatDay, type DateContext } from "@/shared/dates/format";
import { plainDateIn } from "@/shared/dates/zone";
import { StatusTag } from "../../ui/status-tag";
import type { Piece } from "../../search/ranking";
import type { CatalogueRow } from "../schema";

interface Props {
  readonly rows: readonly CatalogueRow[];
  readonly dates: DateContext;
}

export function CatalogueList({ rows, dates }: Props) {
  const t = useTranslations("initiatives");
  return (
    <ul className="record-list" aria-label={t("catalogue.list")}>
      {rows.map((row) => (
        <li key={row.number}>
          <h2>
            <a href={`/initiatives/${row.number}`}><Pieces of={row.title} /></a>
          </h2>
          <p className="small muted num">
            {[row.municipality, row.direction, formatDay(plainDateIn(dates.zone, row.submittedAt), dates), ...(row.supportCount > 0 ? [t("supported", { count: row.supportCount })] : [])].join(" · ")}
          </p>
          <p className="max-w-measure"><Pieces of={row.excerpt} />{row.excerpt.at(-1)?.text.endsWith(".") ? null : "…"}</p>
          <p className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
            <StatusTag status={row.status} />
            {row.answer ? <span className="max-w-measure">{row.answer}</span> : null}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** What was looked for is marked; the words themselves are plain text. */
function Pieces({ of }: { readonly of: readonly Piece[] }) {
  return of.map((piece, at) => (piece.hit ? <mark key={at} className="bg-soon-tint text-ink">{piece.text}</mark> : <span key={at}>{piece.text}</span>));
}
