import { feature } from "topojson-client";
import type { GeometryCollection, GeometryObject, Topology } from "topojson-specification";
import * as z from "zod";
import { AppError } from "@/shared/errors/app-error";
import { cleanLine } from "@/shared/text/normalise";
import type { Area } from "./geometry";
import { geoLimitBytes } from "./schema";

/** What an import may weigh: bytes of the file, areas, points before they are cleaned, and how deep its JSON may nest. */
export const geoLimits = { bytes: geoLimitBytes, features: 3_000, rawPoints: 800_000, depth: 40, properties: 40, valueLength: 200 } as const;

export interface GeoFeature {
  readonly area: Area;
  /** texts and numbers alone; everything else says nothing to join by */
  readonly properties: Readonly<Record<string, string>>;
}

/** In: the bytes of a GeoJSON or TopoJSON file. Out: its areas. Throws file.empty, file.tooLarge, boundaries.notGeo, boundaries.notDegrees. */
export function readGeoFile(bytes: Uint8Array): GeoFeature[] {
  if (bytes.length === 0) throw new AppError("file.empty");
  if (bytes.length > geoLimits.bytes) throw new AppError("file.tooLarge", { megabytes: geoLimits.bytes / 1_000_000 });
  const json = readJson(bytes);
  const features = readFeatures(json);
  if (features.length === 0 || features.length > geoLimits.features) throw new AppError("boundaries.notGeo");
  checkCoordinates(features);
  return features;
}

function readJson(bytes: Uint8Array): unknown {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new AppError("boundaries.notGeo", undefined, { cause });
  }
  if (depthOf(text) > geoLimits.depth) throw new AppError("boundaries.notGeo");
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new AppError("boundaries.notGeo", undefined, { cause });
  }
}

/** The deepest nesting, found without parsing: what is nested too deep is not parsed at all. */
export function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let inText = false;
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charCodeAt(at);
    if (inText) {
      if (char === 92) at += 1;
      else if (char === 34) inText = false;
    } else if (char === 34) inText = true;
    else if (char === 91 || char === 123) deepest = Math.max(deepest, (depth += 1));
    else if (char === 93 || char === 125) depth -= 1;
  }
  return deepest;
}

const positionSchema = z.array(z.number()).min(2).max(4);
const ringSchema = z.array(positionSchema).max(geoLimits.rawPoints);
const areaSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("Polygon"), coordinates: z.array(ringSchema) }),
  z.object({ type: z.literal("MultiPolygon"), coordinates: z.array(z.array(ringSchema)) }),
]);
const looseFeature = z.object({ type: z.literal("Feature"), properties: z.record(z.string(), z.unknown()).nullish(), geometry: z.unknown(), id: z.union([z.string(), z.number()]).optional() });
const collectionSchema = z.object({ type: z.literal("FeatureCollection"), features: z.array(z.unknown()).max(geoLimits.features) });
const topologySchema = z.object({
  type: z.literal("Topology"),
  arcs: z.array(z.array(positionSchema)),
  transform: z.object({ scale: z.tuple([z.number(), z.number()]), translate: z.tuple([z.number(), z.number()]) }).optional(),
  objects: z.record(z.string(), z.unknown()),
});
const geometriesSchema = z.object({ type: z.literal("GeometryCollection"), geometries: z.array(z.unknown()).max(geoLimits.features) });

function readFeatures(json: unknown): GeoFeature[] {
  const topology = topologySchema.safeParse(json);
  const collection = topology.success ? collectionSchema.safeParse(fromTopology(topology.data)) : collectionSchema.safeParse(json);
  const all = collection.success ? collection.data.features : [json];
  return all.flatMap((one) => {
    const found = looseFeature.safeParse(one);
    const area = found.success ? areaSchema.safeParse(found.data.geometry) : null;
    return found.success && area?.success ? [{ area: area.data, properties: textsOf(found.data.properties ?? {}) }] : [];
  });
}

/** The object with the most areas; arcs that lead nowhere are a broken file. */
function fromTopology(topology: z.infer<typeof topologySchema>): unknown {
  const sized = Object.values(topology.objects).map((object) => ({ object, size: geometriesSchema.safeParse(object).data?.geometries.length ?? 0 }));
  const [largest] = sized.toSorted((a, b) => b.size - a.size);
  if (!largest || largest.size === 0) throw new AppError("boundaries.notGeo");
  try {
    return feature(topology as unknown as Topology, largest.object as GeometryCollection & GeometryObject);
  } catch (cause) {
    throw new AppError("boundaries.notGeo", undefined, { cause });
  }
}

function textsOf(properties: Readonly<Record<string, unknown>>): Record<string, string> {
  const entries = Object.entries(properties).flatMap(([key, value]) => {
    const text = typeof value === "number" && Number.isFinite(value) ? String(value) : typeof value === "string" ? cleanLine(value) : "";
    return text === "" || text.length > geoLimits.valueLength || key.length > geoLimits.valueLength ? [] : [[key, text] as const];
  });
  return Object.fromEntries(entries.slice(0, geoLimits.properties));
}

/** WGS 84 in degrees; metres of a projection are far outside. East of the date line some files count beyond 180. */
function checkCoordinates(features: readonly GeoFeature[]): void {
  let points = 0;
  for (const { area } of features) {
    for (const ring of area.type === "Polygon" ? area.coordinates : area.coordinates.flat()) {
      points += ring.length;
      if (points > geoLimits.rawPoints) throw new AppError("boundaries.tooDetailed", { points: geoLimits.rawPoints });
      for (const [lon = Number.NaN, lat = Number.NaN] of ring) if (!(lon >= -180 && lon <= 360 && lat >= -90 && lat <= 90)) throw new AppError("boundaries.notDegrees");
    }
  }
}
