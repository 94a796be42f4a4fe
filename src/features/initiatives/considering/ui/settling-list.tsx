import { useTranslations } from "next-intl";
import { formatDeadline } from "@/shared/dates/format";
import { Link } from "@/ui/page/link";
import { Panel } from "@/ui/page/panel";
import { useLocale } from "next-intl";
import { Pager } from "@/ui/page/pager";
import type { SettlingOutput } from "../nominations/schema";

/** What waits for the reader's word: redirected here, disputed, objected to. Nothing where nothing does. */
export function SettlingList({ list: { rows, next, count }, isFirstPage, now }: { readonly list: SettlingOutput; readonly isFirstPage: boolean; readonly now: Date }) {
  const t = useTranslations("considering.settling");
  const locale = useLocale();
  if (rows.length === 0 && isFirstPage) return null;
  return (
    <Panel title={t("title", { count })}>
      <ul className="grid gap-3">
        {rows.map((row) => (
          <li key={`${row.kind}:${row.id}`}>
            <Link className="link" href={`/desk/nominations/${row.id}`}>{row.title}</Link>
            <span className="small muted num block">{[row.publicNumber, row.municipality, t(row.kind), ...(row.dueAt ? [formatDeadline(row.dueAt, { now, zone: row.timeZone, locale })] : [])].join(" · ")}</span>
          </li>
        ))}
      </ul>
      <Pager labels={{ nav: t("pages"), previous: t("first"), next: t("further") }} previous={isFirstPage ? undefined : "/desk/nominations"} next={next ? `/desk/nominations?settling=${next}` : undefined} />
    </Panel>
  );
}
