import { stepOf } from './map-steps';

export type MapLegendProps = { title: string; bounds: readonly number[]; min: number; max: number; format: (value: number) => string; noData?: string };

/** Five tones with the ranges they stand for. */
export function MapLegend({ title, bounds, min, max, format, noData }: MapLegendProps) {
  const starts = [min, ...bounds];
  return (
    <div className="map-legend">
      <span>{title}</span>
      <ul>
        {starts.map((start, at) => (
          <li key={start}>
            <i className={`map-swatch map-step-${stepOf(start, bounds)}`} />
            {format(start)}{'–'}{format(starts[at + 1] ?? max)}
          </li>
        ))}
        {noData ? <li><i className="map-swatch map-step-none" />{noData}</li> : null}
      </ul>
    </div>
  );
}
