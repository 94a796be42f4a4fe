import type { CSSProperties } from 'react';
import { ChartFrame, type ChartWords } from './chart-frame';
import { layOutCourse, type CourseLayoutInput } from './course-layout';
import { PlotDot, PlotWord } from './plot-parts';
import { bandPath, linePath } from './scale';

export type CourseLineProps = ChartWords & CourseLayoutInput & { formatX: (x: number) => string; formatY: (y: number) => string; height?: number };

/** A course towards a target: earlier round, needed pace, forecast with its band, actual up to today, each named where its line ends. Narrow: the names go under the chart. */
export function CourseLine({ sentence, title, level, caption, source, formatX, formatY, height = 240, ...input }: CourseLineProps) {
  const plot = layOutCourse(input, height);
  const { sx, sy } = plot;
  const style = { '--plot-height': `${height}px`, '--plot-gutter': `${plot.longestLabel * 0.56 + 1}em` } as CSSProperties;
  return (
    <ChartFrame title={title} level={level} caption={caption} source={source}>
      <div className="plot-box" role="img" aria-label={sentence} style={style}>
        <div className="plot">
          <div className="plot-area">
            <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
              {plot.yTicks.map((tick) => <line key={tick} className="plot-grid" x1="0" x2="100" y1={sy(tick)} y2={sy(tick)} />)}
              {input.forecast?.band && <path className="plot-band" d={bandPath(input.forecast.band, sx, sy)} />}
              {input.target && <line className="plot-line plot-line-target" x1="0" x2="100" y1={sy(input.target.value)} y2={sy(input.target.value)} />}
              {plot.lines.map((line) => <path key={line.kind} className={`plot-line plot-line-${line.kind}`} d={linePath(line.points, sx, sy)} />)}
            </svg>
            {plot.yTicks.filter((tick) => tick > 0).map((tick) => <PlotWord key={tick} kind="tick-y" x={0} y={sy(tick)} className={plot.isBesideToday(tick) ? 'plot-wide-only' : undefined}>{formatY(tick)}</PlotWord>)}
            {plot.today && <PlotDot kind="actual" x={plot.today.x} y={plot.today.y} />}
            {plot.today && <PlotWord kind="today" x={plot.today.x} y={plot.today.y} anchor={plot.today.x > 34 ? 'end' : 'start'}>{input.actual.label}</PlotWord>}
            {plot.ends.map((end) => <PlotWord key={end.kind} kind={`end-${end.kind}`} className="plot-end-word" x={100} y={end.at}>{end.label}</PlotWord>)}
          </div>
          <div className="plot-axis">
            {plot.xTicks.map((tick) => (
              <PlotWord key={tick.value} kind="tick-x" x={tick.at} anchor={tick.anchor} className={tick.isTight ? 'plot-wide-only' : undefined}>{formatX(tick.value)}</PlotWord>
            ))}
          </div>
        </div>
        <ul className="plot-key">
          {plot.today ? null : <li className="plot-key-actual">{input.actual.label}</li>}
          {plot.ends.map((end) => <li key={end.kind} className={`plot-key-${end.kind}`}>{end.label}</li>)}
        </ul>
      </div>
    </ChartFrame>
  );
}
