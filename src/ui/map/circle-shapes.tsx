import type { MapMark } from './circle-map';
import type { CircleLayout } from './circle-layout';
import { MapShape } from './map-shape';

/** A name is written inside where it fits at the drawing's full width; on narrow screens the names are in the table. */
const fits = (name: string, radius: number) => name.length * 7.4 < radius * 1.86;

export function CircleShapes({ sentence, marks, layout }: { sentence: string; marks: readonly MapMark[]; layout: CircleLayout }) {
  const { width, height } = layout;
  const placed = layout.circles.flatMap((circle) => {
    const mark = marks.find((one) => one.id === circle.id);
    return mark ? [{ circle, mark }] : [];
  });
  return (
    <>
      <svg className="map" role="group" aria-label={sentence} viewBox={`0 0 ${width} ${height}`}>
        {placed.map(({ circle, mark }) => (
          <MapShape key={mark.id} mark={mark}>
            <circle className={`map-step-${mark.step}`} cx={circle.x} cy={circle.y} r={circle.r} />
          </MapShape>
        ))}
      </svg>
      {placed.filter(({ circle, mark }) => fits(mark.name, circle.r)).map(({ circle, mark }) => (
        <span key={mark.id} aria-hidden="true" className={`map-name map-ink-${mark.step}`} style={{ left: `${(circle.x / width) * 100}%`, top: `${(circle.y / height) * 100}%` }}>
          {mark.name}
        </span>
      ))}
    </>
  );
}
