import { linear, linePath } from './scale';

export type SparklineProps = { values: readonly (number | null)[]; sentence: string; width?: number; height?: number; max?: number; tone?: 'actual' | 'late' };

/** A line the size of a word, from zero; gaps where a value is unknown. */
export function Sparkline({ values, sentence, width = 96, height = 28, max, tone = 'actual' }: SparklineProps) {
  const known = values.flatMap((value) => (value === null ? [] : [value]));
  const sx = linear([0, Math.max(1, values.length - 1)], [2, width - 4]);
  const sy = linear([0, max ?? (Math.max(...known, 0) || 1)], [height - 3, 4]);
  const runs: { x: number; y: number }[][] = [];
  values.forEach((value, at) => {
    if (value === null) return;
    const isContinued = at > 0 && values[at - 1] !== null;
    if (isContinued) runs[runs.length - 1]?.push({ x: at, y: value });
    else runs.push([{ x: at, y: value }]);
  });
  const last = runs[runs.length - 1]?.at(-1);
  return (
    <svg className={`spark spark-${tone}`} role="img" aria-label={sentence} width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
      <line className="plot-grid" x1="0" x2={width} y1={height - 3} y2={height - 3} />
      {runs.map((run) => <path key={run[0]?.x} d={linePath(run, sx, sy)} />)}
      {last && <circle cx={sx(last.x)} cy={sy(last.y)} r="3" />}
    </svg>
  );
}
