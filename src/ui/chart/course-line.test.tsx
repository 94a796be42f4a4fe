import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { CourseLine } from './course-line';
import { layOutCourse } from './course-layout';

const line = (from: number, to: number, rate: number) => Array.from({ length: to - from + 1 }, (_, at) => ({ x: from + at, y: (from + at) * rate }));
const input = {
  actual: { label: 'сегодня 147', points: line(0, 20, 7) },
  needed: { label: 'нужно', points: line(0, 45, 7.6) },
  earlier: { label: 'год назад 289', points: line(0, 45, 6.4) },
  forecast: { label: 'прогноз 328', points: line(20, 45, 7.3), band: line(20, 45, 7.3).map(({ x, y }) => ({ x, low: y - x, high: y + x })) },
  target: { label: 'цель 345', value: 345 },
};

describe('ход к цели', () => {
  it('подписи концов линий не касаются друг друга, даже если линии сходятся', () => {
    const { ends } = layOutCourse(input, 240);
    expect(ends.map((end) => end.kind).sort()).toEqual(['earlier', 'forecast', 'needed', 'target']);
    for (let i = 1; i < ends.length; i += 1) expect(((ends[i]?.at ?? 0) - (ends[i - 1]?.at ?? 0)) * 2.4).toBeGreaterThanOrEqual(23.9);
  });

  it('ничто не выше верха и не ниже нуля графика', () => {
    const plot = layOutCourse(input, 240);
    const heights = [...plot.lines.flatMap((each) => each.points.map((point) => plot.sy(point.y))), ...input.forecast.band.map((point) => plot.sy(point.high)), plot.sy(345)];
    for (const height of heights) expect(height >= 0 && height <= 100).toBe(true);
  });

  it('до первого дня марафона рисуется пустым, а не падает', () => {
    const plot = layOutCourse({ actual: { label: '0', points: [] } }, 240);
    expect(plot.today).toBeUndefined();
    expect(plot.lines).toEqual([]);
  });

  const html = renderToStaticMarkup(<CourseLine {...input} sentence="Подано 147, прогноз 328, цель 345" formatX={String} formatY={String} />);

  it('буквы стоят вне растянутого рисунка, поэтому на узком экране не мельчают', () => {
    const drawings = [...html.matchAll(/<svg[\s\S]*?<\/svg>/g)].map(([drawing]) => drawing);
    expect(drawings).toHaveLength(1);
    expect(drawings.join('')).not.toMatch(/<text|font-size/);
    expect(html).not.toMatch(/font-size/);
  });

  it('на узком экране те же подписи стоят под графиком', () => {
    const key = /<ul class="plot-key">([\s\S]*?)<\/ul>/.exec(html)?.[1] ?? '';
    for (const words of ['нужно', 'год назад 289', 'прогноз 328', 'цель 345']) expect(key).toContain(words);
  });

  it('слушающему рисунок сказан одним предложением', () => expect(html).toContain('role="img" aria-label="Подано 147, прогноз 328, цель 345"'));
});
