import { getTranslations } from "next-intl/server";
import type { Place } from "@/features/structure/schema";
import { Chips } from "@/ui/page/chips";

/** For the few who work in several municipalities. */
export async function PlaceChoice({ places, current, path }: { readonly places: readonly Place[]; readonly current: string; readonly path: string }) {
  if (places.length < 2) return null;
  const t = await getTranslations("structure.chart");
  return (
    <div className="mb-6">
      <Chips label={t("places")} items={places.map(({ id, shortName }) => ({ href: `${path}?m=${id}`, label: shortName, current: id === current }))} />
    </div>
  );
}
