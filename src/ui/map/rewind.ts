import { geoArea } from 'd3-geo';
import type { Feature, FeatureCollection, Geometry, Position } from 'geojson';

/** d3-geo reads rings the other way round than RFC 7946: a ring that would cover more than half the globe is turned. */
export function rewind(collection: FeatureCollection<Geometry>): FeatureCollection<Geometry> {
  return { ...collection, features: collection.features.map((feature): Feature<Geometry> => ({ ...feature, geometry: turn(feature.geometry) })) };
}

function turn(geometry: Geometry): Geometry {
  if (geometry.type === 'Polygon') return { ...geometry, coordinates: turnRings(geometry.coordinates) };
  if (geometry.type === 'MultiPolygon') return { ...geometry, coordinates: geometry.coordinates.map(turnRings) };
  return geometry;
}

function turnRings(rings: Position[][]): Position[][] {
  return rings.map((ring, at) => {
    const isHuge = geoArea({ type: 'Polygon', coordinates: [ring] }) > 2 * Math.PI;
    const isHole = at > 0;
    return isHuge !== isHole ? ring.toReversed() : ring;
  });
}
