import type { FeatureCollection, Geometry } from 'geojson';
import { ChartFrame, type ChartWords } from '../chart/chart-frame';
import { layOutCircles } from './circle-layout';
import { CircleShapes } from './circle-shapes';
import { MapLegend } from './map-legend';
import { quantileBounds, stepOf, type MapStep } from './map-steps';
import { OutlineShapes } from './outline-shapes';

export type MapPlace = {
  id: string; name: string; lon: number; lat: number;
  /** Area of the circle: population. */
  size: number;
  /** Tone: the figure shown; null where there is none. */
  value: number | null;
  href?: string;
  /** Instead of «name: value» when hovered or heard. */
  title?: string;
};
export type MapMark = MapPlace & { step: MapStep | 'none'; words: string };
export type Outlines = FeatureCollection<Geometry>;

export type CircleMapProps = ChartWords & {
  places: readonly MapPlace[];
  /** Boundaries, where an administrator has imported them: then a choropleth. A feature's `id` is a place's `id`. */
  features?: Outlines;
  format: (value: number) => string;
  legend: { title: string; noData?: string };
  /** Whose boundaries these are, as their licence asks. */
  attribution?: string;
  bounds?: readonly number[];
};

/** A map without tiles: circles kept apart, or outlines. The table with the same figures stands beside it and is the caller's. */
export function CircleMap({ sentence, places, features, format, legend, attribution, bounds, source, ...words }: CircleMapProps) {
  const known = places.flatMap((place) => (place.value === null ? [] : [place.value]));
  const cuts = bounds ?? quantileBounds(known);
  const marks = places.map((place): MapMark => ({
    ...place,
    step: place.value === null ? 'none' : stepOf(place.value, cuts),
    words: place.title ?? `${place.name}: ${place.value === null ? (legend.noData ?? '–') : format(place.value)}`,
  }));
  return (
    <ChartFrame {...words} source={attribution ? <>{source}{source ? ' ' : null}{attribution}</> : source}>
      <div className="map-box">
        {features ? <OutlineShapes sentence={sentence} marks={marks} features={features} /> : <CircleShapes sentence={sentence} marks={marks} layout={layOutCircles(places)} />}
      </div>
      {known.length > 0 && <MapLegend title={legend.title} bounds={cuts} min={Math.min(...known)} max={Math.max(...known)} format={format} noData={known.length < places.length ? legend.noData : undefined} />}
    </ChartFrame>
  );
}

