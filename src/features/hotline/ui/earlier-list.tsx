import { useLocale, useTranslations } from "next-intl";
import { formatMoment } from "@/shared/dates/format";
import type { EarlierOutput } from "../queue/schema";

/** Who may be calling, as far as this hotline knows: earlier questions from the number. */
export function EarlierList({ rows, now, onOpen }: { readonly rows: EarlierOutput["rows"]; readonly now: Date; readonly onOpen: (ticketId: string) => void }) {
  const t = useTranslations("hotline.call");
  const locale = useLocale();
  return (
    <div className="mb-6" aria-live="polite">
      {rows.length > 0 ? (
        <div className="notice mt-3">
          <h3>{t("earlier")}</h3>
          <ul>
            {rows.map((row) => (
              <li key={row.id}>
                <a href={`/desk/hotline/${row.id}`} className="link inline-flex min-h-9 items-center" onClick={(event) => { if (event.metaKey || event.ctrlKey) return; event.preventDefault(); onOpen(row.id); }}>
                  {t("earlierRow", { number: String(row.number), at: formatMoment(row.createdAt, { now, zone: row.timeZone, locale }), subject: row.subject })}
                </a>
                {row.callerName ? <span className="small muted block">{t("earlierName", { name: row.callerName })}</span> : null}
              </li>
            ))}
          </ul>
          <p className="small muted">{t("earlierHint")}</p>
        </div>
      ) : null}
    </div>
  );
}
