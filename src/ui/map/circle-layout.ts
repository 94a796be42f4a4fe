import { forceCollide, forceSimulation, forceX, forceY, type SimulationNodeDatum } from 'd3-force';
import { geoConicEqualArea, geoMercator, type GeoProjection } from 'd3-geo';

export type PlaceOnMap = { id: string; lon: number; lat: number; size: number };
export type Circle = { id: string; x: number; y: number; r: number };
export type CircleLayout = { width: number; height: number; circles: Circle[] };

type Node = SimulationNodeDatum & { id: string; r: number; homeX: number; homeY: number; x: number; y: number };

/** Mercator for a region; for a country (more than 40° wide) an equal-area cone about its middle, so that Chukotka stays in one piece. */
export function projectionFor(longitudes: readonly number[], latitudes: readonly number[]): GeoProjection {
  const east = longitudes.map((lon) => (lon < -168 ? lon + 360 : lon));
  const [west, far] = [Math.min(...east), Math.max(...east)];
  if (!(far - west > 40)) return geoMercator();
  const [south, north] = [Math.min(...latitudes), Math.max(...latitudes)];
  return geoConicEqualArea().parallels([south + (north - south) / 6, north - (north - south) / 6]).rotate([-(west + far) / 2, 0]);
}

/** Dorling circles: area by `size`, pushed apart by `gap`, as near to their places as that allows. The same input gives the same drawing (d3-force draws lots with a fixed seed). */
export function layOutCircles(given: readonly PlaceOnMap[], { width = 640, fill = 0.42, smallest = 7, gap = 2 } = {}): CircleLayout {
  const places = given.filter((place) => Number.isFinite(place.lon) && Number.isFinite(place.lat));
  if (places.length === 0) return { width, height: Math.round(width / 2), circles: [] };
  const points = { type: 'MultiPoint' as const, coordinates: places.map((place): [number, number] => [place.lon, place.lat]) };
  const projection = projectionFor(places.map((place) => place.lon), places.map((place) => place.lat)).fitWidth(width, points);
  const homes = places.map((place): [number, number] => projection([place.lon, place.lat]) ?? [width / 2, 0]);
  const tall = Math.max(width * 0.4, ...homes.map(([, y]) => y));
  const total = places.reduce((sum, place) => sum + Math.max(0, place.size), 0) || 1;
  const perUnit = (fill * width * Math.min(tall, width)) / (Math.PI * total);
  const largest = width / 7;
  const nodes: Node[] = places.map((place, at) => {
    const [homeX, homeY] = homes[at] ?? [0, 0];
    return { id: place.id, homeX, homeY, x: homeX, y: homeY, r: Math.min(largest, Math.max(smallest, Math.sqrt(Math.max(0, place.size) * perUnit))) };
  });
  forceSimulation(nodes)
    .force('x', forceX<Node>((node) => node.homeX).strength(0.12))
    .force('y', forceY<Node>((node) => node.homeY).strength(0.12))
    .force('apart', forceCollide<Node>((node) => node.r + gap / 2).iterations(3))
    .stop()
    .tick(160);
  separate(nodes, gap);

  const left = Math.min(...nodes.map((node) => node.x - node.r)) - gap;
  const top = Math.min(...nodes.map((node) => node.y - node.r)) - gap;
  const scale = width / (Math.max(...nodes.map((node) => node.x + node.r)) + gap - left);
  const round = (value: number) => Math.round(value * 100) / 100;
  return {
    width,
    height: Math.ceil((Math.max(...nodes.map((node) => node.y + node.r)) + gap - top) * scale),
    circles: nodes.map((node) => ({ id: node.id, x: round((node.x - left) * scale), y: round((node.y - top) * scale), r: round(node.r * scale) })),
  };
}

/** The simulation leaves slight overlaps; push each remaining pair apart along its line until none is left. */
function separate(nodes: Node[], gap: number): void {
  for (let round = 0; round < 400; round += 1) {
    let isApart = true;
    for (let i = 0; i < nodes.length; i += 1) {
      for (let j = i + 1; j < nodes.length; j += 1) {
        const [a, b] = [nodes[i], nodes[j]];
        if (!a || !b) continue;
        const [dx, dy] = [b.x - a.x, b.y - a.y];
        const distance = Math.hypot(dx, dy);
        const overlap = a.r + b.r + gap * 0.5 - distance;
        if (overlap <= 0.01) continue;
        isApart = false;
        const [ux, uy] = distance > 0 ? [dx / distance, dy / distance] : [Math.cos(i), Math.sin(i)];
        const share = b.r / (a.r + b.r);
        a.x -= ux * overlap * share;
        a.y -= uy * overlap * share;
        b.x += ux * overlap * (1 - share);
        b.y += uy * overlap * (1 - share);
      }
    }
    if (isApart) return;
  }
}
