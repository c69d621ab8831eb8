/**
 * A look at a screen as it stands: axe with every rule tag, AAA included, no control under 44 px, nothing wider
 * than the screen; and the same screen in other looks without opening it again.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOnly } from 'axe-core';
import type { Page } from 'playwright';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = 'wcag2a wcag2aa wcag2aaa wcag21a wcag21aa wcag22aa best-practice experimental'.split(' ');
/** What another size or theme of the same page can change: measured at a third of the time of all rules. */
const BY_EYE = [
  'color-contrast',
  'color-contrast-enhanced',
  'link-in-text-block',
  'scrollable-region-focusable',
  'target-size',
];
/** `npm run test:long` asks every rule of every look. */
const EVERY_LOOK = process.env['LOOKS'] === 'every';

export type Looks = {
  readonly language: 'zh-CN' | 'en';
  readonly size: '20' | '24' | '30';
  readonly theme?: 'day' | 'night' | 'contrast';
};

/** One more look of a page that is open: another size of the window, of the text, or another theme. */
export type OtherLook = {
  readonly width: number;
  readonly height: number;
  readonly size: Looks['size'];
  readonly theme?: NonNullable<Looks['theme']>;
  /** Another layout altogether: every rule is asked again. */
  readonly anew?: boolean;
};

/** How the next page that is opened looks. */
export async function setLooks(page: Page, looks: Looks): Promise<void> {
  const settings = JSON.stringify({ theme: 'day', started: true, ...looks });
  await page.evaluate((kept) => localStorage.setItem('bangban-settings', kept), settings);
}

/** Changes the look of the page that is open, as the settings do. */
export async function lookLike(page: Page, { width, height, size, theme = 'day' }: OtherLook): Promise<void> {
  await page.setViewportSize({ width, height });
  await page.evaluate((now) => Object.assign(document.documentElement.dataset, now), { size, theme });
}

/** What is wrong with the screen, a line each, named by `screen`. The context must bypass the page's CSP. */
export async function look(page: Page, screen: string): Promise<string[]> {
  await page.evaluate(AXE);
  return [...(await axe(page, screen, { type: 'tag', values: TAGS })), ...(await measure(page, screen))];
}

/**
 * The screen as it stands with every rule, and then in other looks with the rules that a look can change;
 * in the end it is as it was. Much cheaper than opening it anew for each look.
 */
export async function lookInAll(
  page: Page,
  screen: string,
  [first, ...others]: readonly [OtherLook, ...OtherLook[]],
): Promise<string[]> {
  await lookLike(page, first);
  const found = await look(page, `${screen} ${nameOf(first)}`);
  for (const other of others) {
    await lookLike(page, other);
    const name = `${screen} ${nameOf(other)}`;
    const rules: RunOnly =
      EVERY_LOOK || other.anew ? { type: 'tag', values: TAGS } : { type: 'rule', values: BY_EYE };
    found.push(...(await axe(page, name, rules)), ...(await measure(page, name)));
  }
  if (others.length > 0) await lookLike(page, first);
  return found;
}

const nameOf = ({ width, height, size, theme = 'day' }: OtherLook) =>
  `(${width} × ${height}, text ${size}, ${theme})`;

/** A page that has axe in it. */
async function axe(page: Page, screen: string, rules: RunOnly): Promise<string[]> {
  const results: AxeResults = await page.evaluate(
    (runOnly) =>
      (globalThis as unknown as { axe: typeof import('axe-core') }).axe.run(document, {
        runOnly,
        resultTypes: ['violations'],
      }),
    rules,
  );
  return results.violations.map(
    ({ id, nodes }) => `${screen}: ${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
  );
}

async function measure(page: Page, screen: string): Promise<string[]> {
  const { wide, small } = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    // A link inside a sentence is as high as its line (WCAG 2.5.5).
    small: [...document.querySelectorAll('button, a')]
      .filter((one) => one.checkVisibility() && getComputedStyle(one).display !== 'inline')
      .filter((one) => one.getBoundingClientRect().height < 44)
      .map((one) => one.outerHTML.slice(0, 100)),
  }));
  return [
    ...small.map((html) => `${screen}: small: ${html}`),
    ...(wide > 0 ? [`${screen}: ${wide} px wider than the screen`] : []),
  ];
}
