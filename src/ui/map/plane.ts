/** In degrees. */
export interface GeoPoint {
  readonly latitude: number;
  readonly longitude: number;
}

const kmInDegree = 111.32;
const radians = Math.PI / 180;

export interface Plane {
  /** from the upper left corner, in the drawing's units */
  readonly toDrawing: (point: GeoPoint) => { readonly x: number; readonly y: number };
  readonly toPoint: (x: number, y: number) => GeoPoint;
}

/** A small piece of the earth as a plane. In: what is in the middle, how many kilometres the drawing is wide, its size. */
export function planeOf(middle: GeoPoint, kmAcross: number, { width, height }: { readonly width: number; readonly height: number }): Plane {
  const perKm = width / kmAcross;
  // near the poles a degree of longitude is nothing: the drawing stays finite
  const narrow = Math.max(0.02, Math.cos(middle.latitude * radians));
  return {
    toDrawing: ({ latitude, longitude }) => ({ x: width / 2 + turned(longitude - middle.longitude) * kmInDegree * narrow * perKm, y: height / 2 - (latitude - middle.latitude) * kmInDegree * perKm }),
    toPoint: (x, y) => ({
      latitude: Math.min(90, Math.max(-90, middle.latitude - (y - height / 2) / perKm / kmInDegree)),
      longitude: turned(middle.longitude + (x - width / 2) / perKm / kmInDegree / narrow),
    }),
  };
}

/** Into −180 … 180: the country goes on beyond it. */
function turned(degrees: number): number {
  return degrees - 360 * Math.round(degrees / 360);
}

export const sides = ["north", "northEast", "east", "southEast", "south", "southWest", "west", "northWest"] as const;
export type Side = (typeof sides)[number];

/** How far and where a point is from another one; kilometres on a plane. */
export function offsetOf(from: GeoPoint, to: GeoPoint): { readonly km: number; readonly side: Side } {
  const narrow = Math.max(0.02, Math.cos(((from.latitude + to.latitude) / 2) * radians));
  const [east, north] = [turned(to.longitude - from.longitude) * kmInDegree * narrow, (to.latitude - from.latitude) * kmInDegree];
  const at = Math.round(Math.atan2(east, north) / (Math.PI / 4));
  return { km: Math.hypot(east, north), side: sides[(at + 8) % 8] ?? "north" };
}
