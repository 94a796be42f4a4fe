import { useTranslations } from "next-intl";
import { SortedBars } from "@/ui/chart/sorted-bars";
import { Link } from "@/ui/page/link";
import { Panel } from "@/ui/page/panel";
import { isBelow } from "../../rules";
import { useNumbers } from "../../ui/use-numbers";
import { courseShare } from "../rules";
import type { ComparisonRow } from "../schema";
import { councilAddress, type CouncilQuery } from "./council-query";

const shown = 12;

/** Who is the furthest behind: done by today of what is needed by today. For the council alone; nobody is ranked in public. */
export function ComparisonRanking({ rows, query }: { readonly rows: readonly ComparisonRow[]; readonly query: CouncilQuery }) {
  const t = useTranslations("indicators.council");
  const { percent, whole } = useNumbers();
  const ranked = rows.flatMap((row) => {
    const share = courseShare(row.initiatives);
    return share === null ? [] : [{ row, share }];
  }).toSorted((a, b) => a.share - b.share);
  return (
    <Panel title={t("ranking")}>
      {ranked.length === 0 ? <p className="muted">{t("noRanking")}</p> : (
        <SortedBars
          title={t("rankingTitle")}
          sentence={t("rankingSentence")}
          caption={t("rankingNote")}
          order="given"
          max={Math.max(1.25, ...ranked.slice(0, shown).map(({ share }) => share))}
          format={percent}
          reference={{ value: 1, label: t("rankingReference") }}
          items={ranked.slice(0, shown).map(({ row, share }) => ({
            id: row.id, label: row.name, value: share, href: `/desk/indicators?municipality=${row.id}`,
            tone: isBelow(row.initiatives) ? ("late" as const) : share < 1 ? ("soon" as const) : undefined,
            note: `${whole(row.initiatives.actual)} / ${whole(row.initiatives.pace?.expectedToday ?? 0)}`,
          }))}
        />
      )}
      {ranked.length > shown ? <p className="mt-3"><Link className="link" href={councilAddress(query, { sort: "pace", direction: "ascending" })}>{t("rankingAll")}</Link></p> : null}
    </Panel>
  );
}
