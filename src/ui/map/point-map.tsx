'use client';

import { useId, useState, type KeyboardEvent, type MouseEvent } from 'react';
import { Button } from '../form/button';
import { planeOf, type GeoPoint } from './plane';

const size = { width: 640, height: 400 };
/** Kilometres across, from a district to a street. */
const spans = [80, 40, 20, 10, 5, 2, 1] as const;
const firstSpan = 2;

export type PointMapProps = {
  point: GeoPoint | null;
  /** where the map begins, and what is named on it for bearings */
  centre: GeoPoint;
  places: readonly ({ readonly id: string; readonly name: string } & GeoPoint)[];
  onChange: (point: GeoPoint) => void;
  labels: { map: string; hint: string; nearer: string; further: string; set: string; toCentre: string; scale: (km: number) => string };
};

/** A map without tiles on which a point is set: by a tap, or by arrow keys and Enter. What is set is said beside it, by the caller. */
export function PointMap({ point, centre, places, onChange, labels }: PointMapProps) {
  const hintId = useId();
  const [span, setSpan] = useState(firstSpan);
  const [middle, setMiddle] = useState(point ?? centre);
  const km = spans[span] ?? 20;
  const plane = planeOf(middle, km, size);
  const mark = point && plane.toDrawing(point);
  const step = size.width / 16;

  const set = (to: GeoPoint) => {
    setMiddle(to);
    onChange(to);
  };
  const zoom = (by: number) => setSpan((before) => Math.min(spans.length - 1, Math.max(0, before + by)));
  const onClick = (event: MouseEvent<HTMLDivElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    set(plane.toPoint(((event.clientX - box.left) / box.width) * size.width, ((event.clientY - box.top) / box.height) * size.height));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const moves: Readonly<Record<string, readonly [number, number]>> = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] };
    const move = moves[event.key];
    if (move) setMiddle(plane.toPoint(size.width / 2 + move[0], size.height / 2 + move[1]));
    else if (event.key === '+' || event.key === '=') zoom(1);
    else if (event.key === '-') zoom(-1);
    else if (event.key === 'Enter' || event.key === ' ') set(middle);
    else return;
    event.preventDefault();
  };
  const inside = ({ x, y }: { readonly x: number; readonly y: number }) => x > 0 && x < size.width && y > 0 && y < size.height;
  const near = places.map((place) => ({ ...place, at: plane.toDrawing(place) })).filter(({ at }) => inside(at));
  return (
    <div className="point-map">
      <p className="hint" id={hintId}>{labels.hint}</p>
      <div className="map-box point-map-box" role="application" tabIndex={0} aria-label={labels.map} aria-describedby={hintId} onClick={onClick} onKeyDown={onKeyDown}>
        <svg className="map" viewBox={`0 0 ${size.width} ${size.height}`} aria-hidden="true">
          {[1 / 8, 1 / 4, 1 / 2].map((share) => <circle key={share} className="point-map-ring" cx={size.width / 2} cy={size.height / 2} r={size.width * share} />)}
          <path className="point-map-cross" d={`M${size.width / 2 - 14} ${size.height / 2}h28M${size.width / 2} ${size.height / 2 - 14}v28`} />
          {near.map(({ id, at }) => <rect key={id} className="point-map-place" x={at.x - 4} y={at.y - 4} width={8} height={8} />)}
          {mark && inside(mark) ? <path className="point-map-mark" d={`M${mark.x} ${mark.y}l-10-16a11 11 0 1 1 20 0z`} /> : null}
        </svg>
        {near.map(({ id, name, at }) => <span key={id} aria-hidden="true" className="point-map-name" style={{ left: `${(at.x / size.width) * 100}%`, top: `${(at.y / size.height) * 100}%` }}>{name}</span>)}
      </div>
      <p className="small muted num mt-2">{labels.scale(km)}</p>
      <div className="acts mt-2">
        <Button variant="quiet" isDisabled={span === spans.length - 1} onPress={() => zoom(1)}>{labels.nearer}</Button>
        <Button variant="quiet" isDisabled={span === 0} onPress={() => zoom(-1)}>{labels.further}</Button>
        <Button variant="quiet" onPress={() => set(middle)}>{labels.set}</Button>
        <Button variant="quiet" onPress={() => setMiddle(centre)}>{labels.toCentre}</Button>
      </div>
    </div>
  );
}
