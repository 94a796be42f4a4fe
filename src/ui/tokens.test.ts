import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const css = readFileSync(fileURLToPath(new URL('./tokens.css', import.meta.url)), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');

type Palette = Record<string, string>;
/** Every block that chooses a ground is a palette, told by what stands before it. */
const blocks = [...css.matchAll(/([^{}]*(?:\{[^{}]*)?)\{([^{}]*--ground:[^{}]*)\}/g)].map(([, before = '', body = '']) => ({
  name: before.replace(/\s+/g, ' ').trim(),
  palette: Object.fromEntries([...body.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, key = '', value = '']) => [key, value.trim()])) as Palette,
}));
const palette = (has: RegExp, without = /$^/) => blocks.find((block) => has.test(block.name) && !without.test(block.name))?.palette ?? {};

const palettes = {
  light: palette(/data-theme='light'\]$/, /@media/),
  dark: palette(/data-theme='dark'\]$/),
  'dark by system': palette(/^@media \(prefers-color-scheme: dark\)/),
  contrast: palette(/data-theme='contrast'\]$/, /@media/),
  'contrast by system': palette(/^@media \(prefers-contrast: more\) \{/),
  'contrast on dark': palette(/prefers-contrast: more\) and/),
};

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255).map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

const GROUNDS = ['ground', 'surface', 'sunken', 'accent-tint'];
const TEXT: [string, string][] = [
  ...['ink', 'muted', 'accent', 'accent-strong', 'late', 'soon', 'done'].flatMap((text) => GROUNDS.map((ground): [string, string] => [text, ground])),
  ...['soon', 'late', 'done'].flatMap((tone): [string, string][] => [[tone, `${tone}-tint`], ['ink', `${tone}-tint`], ['muted', `${tone}-tint`]]),
  ['on-accent', 'accent'], ['on-accent', 'accent-strong'], ['on-late', 'late'], ['on-late', 'late-strong'], ['surface', 'ink'],
  ['map-low-ink', 'map-1'], ['map-low-ink', 'map-2'], ['map-low-ink', 'map-3'], ['map-low-ink', 'map-none'], ['map-high-ink', 'map-4'], ['map-high-ink', 'map-5'],
];
const DRAWN: [string, string][] = [
  ...['field', 'focus'].flatMap((mark) => GROUNDS.map((ground): [string, string] => [mark, ground])),
  ...['series-actual', 'series-needed', 'series-earlier'].flatMap((mark) => ['ground', 'surface'].map((ground): [string, string] => [mark, ground])),
  ['series-actual', 'series-band'], ['series-actual', 'sunken'],
];

const failing = (of: Palette, pairs: [string, string][], least: number) =>
  pairs.flatMap(([front, back]) => {
    const ratio = contrast(of[front] ?? '', of[back] ?? '');
    return ratio >= least ? [] : [`${front} на ${back}: ${ratio.toFixed(2)}`];
  });

describe('цвета', () => {
  it('палитр шесть, и каждая называет те же цвета, что светлая', () => {
    const names = Object.keys(palettes.light).sort();
    expect(names.length).toBeGreaterThan(30);
    for (const each of Object.values(palettes)) expect(Object.keys(each).sort()).toEqual(names);
  });

  for (const [name, each] of Object.entries(palettes)) {
    const least = name.startsWith('contrast') ? 7 : 4.5;
    it(`в палитре «${name}» текст отличается от фона не менее чем в ${least} раза`, () => expect(failing(each, TEXT, least)).toEqual([]));
    it(`в палитре «${name}» границы полей и линии графиков отличаются от фона не менее чем в 3 раза`, () => expect(failing(each, DRAWN, 3)).toEqual([]));
  }

  it('тёмная и контрастная палитры одинаковы, выбраны ли они человеком или системой', () => {
    expect(palettes['dark by system']).toEqual(palettes.dark);
    expect(palettes['contrast by system']).toEqual(palettes.contrast);
  });
});

describe('размеры', () => {
  const sheets = ['tokens', 'base', 'kit', 'field', 'data', 'work'].map((name) => readFileSync(fileURLToPath(new URL(`./${name}.css`, import.meta.url)), 'utf8')).join('\n');

  it('на экране нет шрифта мельче 13 px, и ни один размер не задан в px', () => {
    const sizes = [...sheets.matchAll(/(?:font-size:|--t-\w+:|font:[^;/]*?)\s*(?:clamp\()?([\d.]+)(rem|px)/g)];
    expect(sizes.length).toBeGreaterThan(5);
    for (const [whole, size, unit] of sizes) expect([unit, Number(size) * 16 >= 13], whole).toEqual(['rem', true]);
  });

  it('поле ввода набрано не мельче 16 px, чтобы телефон не увеличивал страницу', () => {
    expect(sheets).toMatch(/\.input \{[^}]*font: 400 var\(--t-read\)/);
    expect(Number(/--t-read: ([\d.]+)rem/.exec(sheets)?.[1]) * 16).toBeGreaterThanOrEqual(16);
  });
});
