import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync('src/app/theme.css', 'utf8');

/** The colours of one block of theme.css, by token. */
function colours(selector: string): Record<string, string> {
  const start = css.indexOf(`\n${selector} {`);
  if (start < 0) throw new Error(`theme.css has no block for ${selector}`);
  const block = css.slice(start, css.indexOf('\n}', start));
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/gu)].map(([, name, hex]) => [name, hex]),
  );
}

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function ratio(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const THEMES = { day: ':root', night: "[data-theme='night']", contrast: "[data-theme='contrast']" };

/** Words on their ground: what, on what. */
const TEXT = [
  ...['paper', 'card', 'chosen', 'mint-ground'].map((ground) => ['ink', ground] as const),
  ...['paper', 'card'].map((ground) => ['soft', ground] as const),
  ...['paper', 'card', 'chosen', 'mint-ground'].map((ground) => ['act', ground] as const),
  ['on-act', 'act-ground'],
  ['paper', 'ink'],
  ...['sun', 'mint', 'clay', 'sky'].flatMap((tone) =>
    [`${tone}-ground`, 'paper', 'card', 'chosen'].map((ground) => [`${tone}-ink`, ground] as const),
  ),
] as const;

/** Borders, rings and pictures that carry meaning. */
const SHAPES = [
  ...['paper', 'card'].map((ground) => ['line', ground] as const),
  ...['paper', 'card', 'chosen', 'mint-ground', 'sun-ground', 'clay-ground', 'sky-ground'].map(
    (ground) => ['focus', ground] as const,
  ),
  ['act-ground', 'paper'],
] as const;

describe.each(Object.entries(THEMES))('in the %s theme', (_, selector) => {
  const tokens = colours(selector);
  const colour = (name: string) => tokens[name] ?? 'missing';

  test.each(TEXT)('%s can be read on %s', (words, ground) => {
    expect(ratio(colour(words), colour(ground))).toBeGreaterThanOrEqual(7);
  });

  test.each(SHAPES)('%s can be seen on %s', (shape, ground) => {
    expect(ratio(colour(shape), colour(ground))).toBeGreaterThanOrEqual(3);
  });

  test('every theme names every colour', () => {
    expect(Object.keys(tokens).sort()).toEqual(Object.keys(colours(':root')).sort());
  });
});
