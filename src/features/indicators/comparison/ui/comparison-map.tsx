import type { Geometry } from "geojson";
import { useTranslations } from "next-intl";
import { CircleMap, type MapPlace } from "@/ui/map/circle-map";
import { Panel } from "@/ui/page/panel";
import { perThousand } from "../../rules";
import type { Figures } from "../../schema";
import { useNumbers } from "../../ui/use-numbers";
import type { Boundaries } from "../schema";

export interface MapLine {
  readonly id: string;
  readonly name: string;
  readonly population: number | null;
  readonly longitude: number | null;
  readonly latitude: number | null;
  readonly figures: Figures;
  readonly href?: string;
}

interface Props {
  readonly lines: readonly MapLine[];
  readonly boundaries: Boundaries | null;
  /** names the first: for the council, never in public */
  readonly isRanked?: boolean;
}

/** Circles by population, or outlines where an administrator has imported them; the tone is initiatives per 1 000. */
export function ComparisonMap({ lines, boundaries, isRanked = true }: Props) {
  const t = useTranslations("indicators.council");
  const { one } = useNumbers();
  const places = lines.flatMap(({ id, name, population, longitude, latitude, figures, href }): MapPlace[] =>
    longitude === null || latitude === null ? [] : [{ id, name, lon: longitude, lat: latitude, size: population ?? 0, value: perThousand(figures.net, population), href }]);
  const first = places.filter((place) => place.value !== null).toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0))[0];
  if (places.length === 0) return null;
  const features = boundaries && { type: "FeatureCollection" as const, features: boundaries.features.map(({ id, geometry }) => ({ type: "Feature" as const, id, properties: {}, geometry: geometry as Geometry })) };
  return (
    <Panel title={t("map")}>
      <CircleMap
        sentence={t(features ? "mapOutline" : "mapSentence")}
        title={isRanked && first ? t("mapTitle", { name: first.name, value: one(first.value ?? 0) }) : undefined}
        caption={features ? undefined : t("mapCaption")}
        places={places}
        features={features ?? undefined}
        attribution={boundaries?.attribution}
        format={one}
        legend={{ title: t("map"), noData: t("noData") }}
      />
    </Panel>
  );
}
