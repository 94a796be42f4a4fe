import { describe, expect, it } from 'vitest';
import { layOutCircles, type PlaceOnMap } from './circle-layout';

/** Forty-five places, dense in the middle, one of them forty times larger: like a region with its capital. */
const region: PlaceOnMap[] = Array.from({ length: 45 }, (_, at) => ({
  id: String(at),
  lon: 47 + ((at * 37) % 60) / 10 + (at % 5) * 0.02,
  lat: 56 + ((at * 53) % 40) / 10,
  size: at === 20 ? 470_000 : 6_000 + ((at * 71) % 30) * 1_000,
}));
const together: PlaceOnMap[] = Array.from({ length: 12 }, (_, at) => ({ id: String(at), lon: 50, lat: 58, size: 10_000 }));

function overlaps(places: PlaceOnMap[]): string[] {
  const { circles } = layOutCircles(places);
  return circles.flatMap((a, i) => circles.slice(i + 1).filter((b) => Math.hypot(a.x - b.x, a.y - b.y) < a.r + b.r).map((b) => `${a.id} и ${b.id}`));
}

describe('карта кругов', () => {
  it('круги не накладываются', () => expect(overlaps(region)).toEqual([]));
  it('круги не накладываются, даже если все стоят в одной точке', () => expect(overlaps(together)).toEqual([]));
  it('одни и те же данные дают один и тот же рисунок', () => expect(layOutCircles(region)).toEqual(layOutCircles(structuredClone(region))));

  it('все круги целиком на рисунке', () => {
    const { width, height, circles } = layOutCircles(region);
    expect(circles).toHaveLength(45);
    for (const { x, y, r } of circles) expect([x - r >= 0, y - r >= 0, x + r <= width + 0.02, y + r <= height + 0.02]).toEqual([true, true, true, true]);
  });

  it('большее население — больший круг', () => {
    const { circles } = layOutCircles(region);
    const radius = (id: string) => circles.find((circle) => circle.id === id)?.r ?? 0;
    expect(radius('20')).toBe(Math.max(...circles.map((circle) => circle.r)));
  });

  it('место без координат не рисуется, пустая карта не падает', () => {
    expect(layOutCircles([...region, { id: 'нет', lon: Number.NaN, lat: 58, size: 1 }]).circles).toHaveLength(45);
    expect(layOutCircles([]).circles).toEqual([]);
    expect(layOutCircles(together.slice(0, 1)).circles).toHaveLength(1);
  });

  it('Чукотка за 180-м меридианом стоит на востоке страны, а не на западе', () => {
    const { circles } = layOutCircles([{ id: 'Калининград', lon: 20.5, lat: 54.7, size: 1 }, { id: 'Москва', lon: 37.6, lat: 55.7, size: 1 }, { id: 'Якутск', lon: 129.7, lat: 62, size: 1 }, { id: 'Чукотка', lon: -172, lat: 65, size: 1 }]);
    expect([...circles].sort((a, b) => a.x - b.x).map((circle) => circle.id)).toEqual(['Калининград', 'Москва', 'Якутск', 'Чукотка']);
  });
});
