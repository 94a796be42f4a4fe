import { describe, expect, it } from 'vitest';
import { bandPath, linear, linePath, roundTicks, spread } from './scale';

describe('шкала', () => {
  it('переводит края в края, а пустой промежуток — в начало', () => {
    expect(linear([0, 10], [0, 100])(5)).toBe(50);
    expect(linear([0, 10], [100, 0])(10)).toBe(0);
    expect(linear([3, 3], [0, 100])(3)).toBe(0);
  });

  it.each([[0, 0], [0, 1], [0, 7], [0, 345], [0, 1834], [0, 81_312], [0, 0.4], [-12, 30]])('деления от %d до %d круглые, начинаются не выше нуля и накрывают наибольшее', (min, max) => {
    const ticks = roundTicks(min, max);
    expect(ticks[0]).toBeLessThanOrEqual(Math.min(0, min));
    expect(ticks.at(-1)).toBeGreaterThanOrEqual(max);
    expect(ticks).toContain(0);
    expect(ticks.length).toBeGreaterThanOrEqual(2);
    expect(ticks.length).toBeLessThanOrEqual(7);
    const step = (ticks[1] ?? 0) - (ticks[0] ?? 0);
    expect([1, 2, 2.5, 5]).toContain(Number((step / 10 ** Math.floor(Math.log10(step) + 1e-9)).toPrecision(3)));
  });

  it('линия начинается с M, полоса замкнута, пустая полоса не рисуется', () => {
    const same = (value: number) => value;
    expect(linePath([{ x: 0, y: 1 }, { x: 2, y: 3.456 }], same, same)).toBe('M0,1 L2,3.46');
    expect(bandPath([{ x: 0, low: 1, high: 2 }, { x: 1, low: 1, high: 3 }], same, same)).toBe('M0,2 L1,3 L1,1 L0,1 Z');
    expect(bandPath([], same, same)).toBe('');
  });
});

describe('подписи у линий', () => {
  it('расходятся, сохраняя порядок, и не выходят за края, пока место есть', () => {
    const at = spread([50, 51, 52, 99], 10, [0, 100]);
    const sorted = [...at].sort((a, b) => a - b);
    expect(at).toEqual(sorted);
    for (let i = 1; i < at.length; i += 1) expect((at[i] ?? 0) - (at[i - 1] ?? 0)).toBeGreaterThanOrEqual(10);
    expect(at[0]).toBeGreaterThanOrEqual(0);
    expect(at.at(-1)).toBeLessThanOrEqual(100);
  });

  it('стоят на месте, если не мешают друг другу', () => expect(spread([80, 10, 40], 10, [0, 100])).toEqual([80, 10, 40]));
});
