import { useTranslations } from "next-intl";
import { ComparisonMap } from "../../comparison/ui/comparison-map";
import type { Boundaries } from "../../comparison/schema";
import { useNumbers } from "../../ui/use-numbers";
import type { RegionProgress } from "../schema";
import { PlacesTable } from "./places-table";

interface Props {
  readonly progress: RegionProgress;
  readonly boundaries: Boundaries | null;
}

/** One region: sentence, map, and the table with the same numbers. */
export function RegionSection({ progress: { region, places }, boundaries }: Props) {
  const t = useTranslations("indicators.progress");
  const { whole } = useNumbers();
  const { net, answered } = region.figures;
  const hidden = region.municipalities - region.released;
  return (
    <>
      <p className="read">{t.rich("sayRegion", { net: whole(net), netCount: net, answered: whole(answered), i: (words) => <b className="num">{words}</b> })} {hidden > 0 ? t("hidden", { count: hidden }) : null}</p>
      <div className="split mt-4">
        <PlacesTable places={places} caption={t("table")} withTotal />
        <ComparisonMap isRanked={false} lines={places.map((place) => ({ ...place, href: `/initiatives?municipality=${place.id}` }))} boundaries={boundaries} />
      </div>
    </>
  );
}
