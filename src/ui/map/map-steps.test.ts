import { describe, expect, it } from 'vitest';
import { quantileBounds, stepOf } from './map-steps';

describe('тона карты', () => {
  it('пять равных частей дают пять тонов, наибольшее — самый тёмный', () => {
    const values = Array.from({ length: 50 }, (_, at) => at);
    const bounds = quantileBounds(values);
    expect(bounds).toHaveLength(4);
    expect(values.map((value) => stepOf(value, bounds)).filter((step) => step === 3)).toHaveLength(10);
    expect([stepOf(0, bounds), stepOf(49, bounds)]).toEqual([1, 5]);
  });

  it('одинаковые значения не делятся: тон один', () => {
    const bounds = quantileBounds([7, 7, 7, 7]);
    expect(bounds).toEqual([]);
    expect(stepOf(7, bounds)).toBe(5);
  });
});
