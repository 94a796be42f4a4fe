export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

const number = String.raw`([+-]?\d{1,3}(?:[.,]\d+)?)`;
const pair = new RegExp(`^${number}(?:°?\\s*\\p{L}?)\\s*[,;\\s]\\s*${number}(?:°?\\s*\\p{L}?)$`, "u");

/** In: «58.6035, 49.6680», «58,6035; 49,6680», as maps copy it: latitude first. Out: the point, or null. */
export function parsePoint(text: string): Point | null {
  const match = pair.exec(text.trim());
  if (!match) return null;
  const [latitude, longitude] = [match[1], match[2]].map((part) => Number((part ?? "").replace(",", "."))) as [number, number];
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : null;
}

/** Five digits behind the point: a metre. */
export function formatPoint({ latitude, longitude }: Point): string {
  return `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`;
}
