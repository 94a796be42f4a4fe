import type { ReactNode } from 'react';
import type { MapMark } from './circle-map';

/** A place on the map: a link with its name and figure, or an image with the same words. */
export function MapShape({ mark, children }: { mark: MapMark; children: ReactNode }) {
  const inside = (
    <>
      <title>{mark.words}</title>
      {children}
    </>
  );
  return mark.href ? (
    <a href={mark.href} aria-label={mark.words} className="map-place">{inside}</a>
  ) : (
    <g role="img" aria-label={mark.words} className="map-place">{inside}</g>
  );
}
