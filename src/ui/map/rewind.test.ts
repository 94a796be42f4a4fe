import { geoArea } from 'd3-geo';
import { describe, expect, it } from 'vitest';
import { rewind } from './rewind';

const ring = [[47, 57], [49, 57], [49, 59], [47, 59], [47, 57]];
const of = (coordinates: number[][]) => ({ type: 'FeatureCollection' as const, features: [{ type: 'Feature' as const, properties: null, geometry: { type: 'Polygon' as const, coordinates: [coordinates] } }] });

describe('границы', () => {
  it('в каком бы порядке ни шли точки, район не закрашивает весь мир', () => {
    for (const each of [ring, ring.toReversed()]) expect(geoArea(rewind(of(each)))).toBeLessThan(0.01);
  });
});
