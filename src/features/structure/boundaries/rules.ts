import type { MultiPolygon } from "geojson";
import { AppError } from "@/shared/errors/app-error";
import { groupBy } from "@/shared/lists/group-by";
import type { GeoFeature } from "./geo-file";
import { boundsOf, countPoints, dissolve, ringsOf } from "./geometry";
import { matchUnit, offerProperties, type Candidate } from "./matching";
import { boundaryLimits, type BoundaryPreview, type MatchRow } from "./schema";

/** A municipality with the point that stands for it on maps without outlines. */
export interface Municipality extends Candidate {
  readonly longitude: number | null;
  readonly latitude: number | null;
}

export interface Plan {
  readonly preview: Omit<BoundaryPreview, "hash" | "standing">;
  readonly outlines: ReadonlyMap<string, MultiPolygon>;
}

/** Degrees that a municipality's own point may lie outside of its outline's box. */
const farDegrees = 1;
/** About 11 m and 110 m. */
const grids = [4, 3] as const;

/**
 * What would be drawn: each municipality with all areas that are joined to it, as one. In: the file's areas, the region's
 * municipalities, the property, what a person decided (value → municipality or none). Throws boundaries.tooDetailed.
 */
export function planOf(features: readonly GeoFeature[], municipalities: readonly Municipality[], property: string | null, decisions: Readonly<Record<string, string | null>>): Plan {
  const properties = offerProperties(features, municipalities);
  const chosen = property ?? properties[0]?.name ?? "";
  const known = new Set(municipalities.map(({ id }) => id));
  const byValue = groupBy(features.filter(({ properties: own }) => own[chosen] !== undefined), ({ properties: own }) => own[chosen] ?? "");
  const rows = [...byValue].map(([value, areas]): MatchRow => {
    const decided = Object.hasOwn(decisions, value) ? decisions[value] : undefined;
    if (decided !== undefined) return { value, areas: areas.length, unitId: decided !== null && known.has(decided) ? decided : null, certainty: null, isDecided: true, isFar: false };
    const match = matchUnit(value, municipalities);
    return { value, areas: areas.length, unitId: match?.unitId ?? null, certainty: match?.certainty ?? null, isDecided: false, isFar: false };
  });
  const outlines = outlinesOf(rows, byValue);
  const far = new Set(municipalities.filter((one) => isFar(one, outlines.get(one.id))).map(({ id }) => id));
  return {
    outlines,
    preview: {
      property: chosen, properties,
      rows: rows.map((row) => ({ ...row, isFar: row.unitId !== null && far.has(row.unitId) })).toSorted((a, b) => weightOf(a) - weightOf(b) || (a.value < b.value ? -1 : 1)),
      nameless: features.length - [...byValue.values()].reduce((sum, areas) => sum + areas.length, 0),
      municipalities: municipalities.map(({ id, shortName }) => ({ id, shortName })),
      missing: municipalities.filter(({ id }) => !outlines.has(id)).map(({ id }) => id),
      points: [...outlines.values()].reduce((sum, outline) => sum + countPoints(outline), 0),
    },
  };
}

/** What needs a look comes first: without a municipality, likely, decided, certain. */
function weightOf({ unitId, certainty, isDecided }: MatchRow): number {
  if (isDecided) return 2;
  return unitId === null ? 0 : certainty === "likely" ? 1 : 3;
}

/** On the finer grid, or if that is too much on the coarser. */
function outlinesOf(rows: readonly MatchRow[], byValue: ReadonlyMap<string, readonly GeoFeature[]>): Map<string, MultiPolygon> {
  const taken = rows.filter((row): row is MatchRow & { unitId: string } => row.unitId !== null);
  for (const decimals of grids) {
    const outlines = new Map<string, MultiPolygon>();
    for (const [unitId, own] of groupBy(taken, (row) => row.unitId)) {
      const polygons = own.flatMap(({ value }) => (byValue.get(value) ?? []).flatMap(({ area }) => ringsOf(area, decimals)));
      if (polygons.length > 0) outlines.set(unitId, dissolve(polygons));
    }
    const points = [...outlines.values()].reduce((sum, outline) => sum + countPoints(outline), 0);
    if (points <= boundaryLimits.points) return outlines;
  }
  throw new AppError("boundaries.tooDetailed", { points: boundaryLimits.points });
}

function isFar({ longitude, latitude }: Municipality, outline: MultiPolygon | undefined): boolean {
  if (!outline || longitude === null || latitude === null) return false;
  const [west, south, east, north] = boundsOf(outline);
  return longitude < west - farDegrees || longitude > east + farDegrees || latitude < south - farDegrees || latitude > north + farDegrees;
}
