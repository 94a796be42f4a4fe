import { geoBounds, geoPath } from 'd3-geo';
import type { MapMark, Outlines } from './circle-map';
import { projectionFor } from './circle-layout';
import { MapShape } from './map-shape';
import { rewind } from './rewind';

const WIDTH = 640;

export function OutlineShapes({ sentence, marks, features }: { sentence: string; marks: readonly MapMark[]; features: Outlines }) {
  const turned = rewind(features);
  const [[west, south], [east, north]] = geoBounds(turned);
  const projection = projectionFor([west, east < west ? east + 360 : east], [south, north]).fitWidth(WIDTH, turned);
  const path = geoPath(projection).digits(1);
  const height = Math.ceil(path.bounds(turned)[1][1]);
  return (
    <svg className="map" role="group" aria-label={sentence} viewBox={`0 0 ${WIDTH} ${height}`}>
      {turned.features.map((feature, at) => {
        const mark = marks.find((one) => one.id === String(feature.id));
        const shape = <path className={`map-outline map-step-${mark?.step ?? 'none'}`} d={path(feature) ?? ''} />;
        return mark ? <MapShape key={mark.id} mark={mark}>{shape}</MapShape> : <g key={`outline-${at}`} aria-hidden="true">{shape}</g>;
      })}
    </svg>
  );
}
