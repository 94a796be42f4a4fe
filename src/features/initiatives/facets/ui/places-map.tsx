import { useLocale, useTranslations } from "next-intl";
import { intlTag, type Locale } from "@/shared/text/locale";
import { CircleMap } from "@/ui/map/circle-map";
import { Link } from "@/ui/page/link";
import { Table } from "@/ui/table/table";
import type { PlaceCount } from "../schema";

interface Props {
  readonly places: readonly PlaceCount[];
  /** the list of one municipality, with the other filters kept */
  readonly hrefOf: (municipalityId: string) => string;
}

/** Circles at the municipalities, and the table with the same numbers. Drawn on the server: no script is needed. */
export function PlacesMap({ places, hrefOf }: Props) {
  const t = useTranslations("initiatives.catalogue");
  const format = new Intl.NumberFormat(intlTag[useLocale() as Locale]).format;
  const most = places.toSorted((a, b) => b.count - a.count);
  const known = most.filter(({ count }) => count > 0);
  const sentence = t("mapSentence", { count: known.length, most: known.slice(0, 3).map(({ name, count }) => `${name} (${format(count)})`).join(", ") || t("mapNone") });
  const onMap = places.flatMap(({ id, name, longitude, latitude, population, count }) =>
    longitude === null || latitude === null ? [] : [{ id, name, lon: longitude, lat: latitude, size: population ?? 0, value: count === 0 ? null : count, href: hrefOf(id) }]);
  return (
    <div className="split">
      <Table
        caption={t("mapCaption")} rows={most} rowKey={({ id }) => id}
        columns={[
          { id: "name", header: t("municipality"), rowHeader: true, cell: ({ id, name }) => <Link className="link" href={hrefOf(id)}>{name}</Link> },
          { id: "count", header: t("mapLegend"), align: "end", cell: ({ count }) => format(count) },
        ]}
      />
      {onMap.length > 0 ? <CircleMap title={t("mapTitle")} level={2} sentence={sentence} places={onMap} format={format} legend={{ title: t("mapLegend"), noData: t("mapNone") }} caption={t("mapNote")} /> : null}
    </div>
  );
}
