import type { MultiPolygon, Polygon, Position } from "geojson";

/** A closed ring of grid points; the first is the last. */
type Ring = readonly Position[];
export type Area = Polygon | MultiPolygon;

/** In: degrees and decimals to keep. Out: rings of an area on that grid, without what shrank to nothing. */
export function ringsOf(area: Area, decimals: number): Ring[][] {
  const polygons = area.type === "Polygon" ? [area.coordinates] : area.coordinates;
  return polygons.flatMap((rings) => {
    const [outer, ...holes] = rings.map((ring) => cleanRing(ring, decimals));
    if (!outer) return [];
    return [[turned(outer, true), ...holes.filter((hole) => hole !== null).map((hole) => turned(hole, false))]];
  });
}

/** Points on a grid, each once in a row, closed; null when less than a triangle is left. */
function cleanRing(ring: readonly Position[], decimals: number): Ring | null {
  const scale = 10 ** decimals;
  const kept: Position[] = [];
  for (const [lon = 0, lat = 0] of ring) {
    const point: Position = [Math.round((lon > 180 ? lon - 360 : lon) * scale) / scale, Math.round(lat * scale) / scale];
    const last = kept.at(-1);
    if (!last || !isSame(last, point)) kept.push(point);
  }
  const [first] = kept;
  const last = kept.at(-1);
  if (!first || !last) return null;
  if (!isSame(first, last)) kept.push(first);
  return kept.length >= 4 && signedArea(kept) !== 0 ? kept : null;
}

function isSame(a: Position, b: Position): boolean {
  return a[0] === b[0] && a[1] === b[1];
}

/** Twice the area on the plane; positive when the ring runs against the clock. */
export function signedArea(ring: Ring): number {
  return ring.reduce((sum, point, at) => {
    const next = ring[at + 1] ?? point;
    return sum + (point[0] ?? 0) * (next[1] ?? 0) - (next[0] ?? 0) * (point[1] ?? 0);
  }, 0);
}

/** RFC 7946: outer rings against the clock, holes with it. */
function turned(ring: Ring, isOuter: boolean): Ring {
  return signedArea(ring) > 0 === isOuter ? ring : ring.toReversed();
}

/**
 * Several areas of one municipality become one: what runs along both is taken away («Георгиевск» inside «Георгиевский»).
 * In: the rings of each, turned as RFC 7946 asks, on one grid. Out: one geometry.
 */
export function dissolve(polygons: readonly Ring[][]): MultiPolygon {
  const [only] = polygons;
  if (only && polygons.length === 1) return { type: "MultiPolygon", coordinates: [only.map((ring) => [...ring])] };
  const joined = polygons.length === 0 ? [] : walk(edgesOnce(polygons.flat()));
  // edges that don't close are of areas that overlap: then each stays as it is
  return joined === null ? asMany(polygons) : asMany(nest(joined));
}

function asMany(polygons: readonly Ring[][]): MultiPolygon {
  return { type: "MultiPolygon", coordinates: polygons.map((rings) => rings.map((ring) => [...ring])) };
}

const keyOf = (point: Position) => `${point[0]},${point[1]}`;

/** From each point on to the next ones; an edge that somebody else walks the other way is an inner border, and gone. */
function edgesOnce(rings: readonly Ring[]): Map<string, { point: Position; to: Position[] }> {
  const edges = new Map<string, Map<string, { from: Position; to: Position; count: number }>>();
  for (const ring of rings) {
    for (const [at, from] of ring.entries()) {
      const to = ring[at + 1];
      if (!to) continue;
      const back = edges.get(keyOf(to))?.get(keyOf(from));
      if (back && back.count > 0) {
        back.count -= 1;
        continue;
      }
      const out = edges.get(keyOf(from)) ?? new Map<string, { from: Position; to: Position; count: number }>();
      const edge = out.get(keyOf(to)) ?? { from, to, count: 0 };
      edge.count += 1;
      out.set(keyOf(to), edge);
      edges.set(keyOf(from), out);
    }
  }
  const left = new Map<string, { point: Position; to: Position[] }>();
  for (const [key, out] of edges) {
    const to = [...out.values()].flatMap((edge) => Array.from({ length: edge.count }, () => edge.to));
    const [first] = out.values();
    if (to.length > 0 && first) left.set(key, { point: first.from, to });
  }
  return left;
}

/** Closed rings out of single edges; null when they don't close. Takes the edges away as it goes. */
function walk(edges: Map<string, { point: Position; to: Position[] }>): Ring[] | null {
  const rings: Ring[] = [];
  for (;;) {
    const start = [...edges.values()].find(({ to }) => to.length > 0);
    if (!start) return rings;
    const ring: Position[] = [start.point];
    let at = start;
    for (;;) {
      const next = at.to.pop();
      if (!next) return null;
      ring.push(next);
      if (isSame(next, start.point)) break;
      const following = edges.get(keyOf(next));
      if (!following) return null;
      at = following;
    }
    for (const [key, { to }] of edges) if (to.length === 0) edges.delete(key);
    if (ring.length >= 4) rings.push(ring);
  }
}

/** Each hole goes into the smallest outer ring around it. */
function nest(rings: readonly Ring[]): Ring[][] {
  const outers = rings.filter((ring) => signedArea(ring) > 0).toSorted((a, b) => signedArea(a) - signedArea(b));
  const polygons = outers.map((outer): Ring[] => [outer]);
  for (const hole of rings.filter((ring) => signedArea(ring) < 0)) {
    const [point] = hole;
    const home = polygons.find(([outer]) => outer && point && isInside(point, outer));
    home?.push(hole);
  }
  return polygons;
}

/** A ray to the right crosses the ring an odd number of times. */
export function isInside(point: Position, ring: Ring): boolean {
  const [x = 0, y = 0] = point;
  let inside = false;
  for (let at = 0; at + 1 < ring.length; at += 1) {
    const [ax = 0, ay = 0] = ring[at] ?? [];
    const [bx = 0, by = 0] = ring[at + 1] ?? [];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}

export function countPoints(area: Area): number {
  const polygons = area.type === "Polygon" ? [area.coordinates] : area.coordinates;
  return polygons.reduce((sum, rings) => sum + rings.reduce((inner, ring) => inner + ring.length, 0), 0);
}

/** [west, south, east, north] in degrees. */
export function boundsOf(area: Area): readonly [number, number, number, number] {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  const polygons = area.type === "Polygon" ? [area.coordinates] : area.coordinates;
  for (const ring of polygons.flat()) {
    for (const [lon = 0, lat = 0] of ring) {
      box[0] = Math.min(box[0], lon);
      box[1] = Math.min(box[1], lat);
      box[2] = Math.max(box[2], lon);
      box[3] = Math.max(box[3], lat);
    }
  }
  return box;
}
