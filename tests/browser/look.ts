/** A look at a screen as it stands: axe with every rule tag, AAA included, no control under 44 px, nothing wider than the screen. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = 'wcag2a wcag2aa wcag2aaa wcag21a wcag21aa wcag22aa best-practice experimental'.split(' ');

export type Looks = {
  readonly language: 'zh-CN' | 'en';
  readonly size: '20' | '24' | '30';
  readonly theme?: 'day' | 'night' | 'contrast';
};

/** How the next page that is opened looks. */
export async function setLooks(page: Page, looks: Looks): Promise<void> {
  const settings = JSON.stringify({ theme: 'day', started: true, ...looks });
  await page.evaluate((kept) => localStorage.setItem('bangban-settings', kept), settings);
}

/** What is wrong with the screen, a line each, named by `screen`. The context must bypass the page's CSP. */
export async function look(page: Page, screen: string): Promise<string[]> {
  await page.evaluate(AXE);
  const results: AxeResults = await page.evaluate(
    (values) =>
      (globalThis as unknown as { axe: typeof import('axe-core') }).axe.run(document, {
        runOnly: { type: 'tag', values },
      }),
    TAGS,
  );
  const { wide, small } = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    // A link inside a sentence is as high as its line (WCAG 2.5.5).
    small: [...document.querySelectorAll('button, a')]
      .filter((one) => one.checkVisibility() && getComputedStyle(one).display !== 'inline')
      .filter((one) => one.getBoundingClientRect().height < 44)
      .map((one) => one.outerHTML.slice(0, 100)),
  }));
  return [
    ...results.violations.map(
      ({ id, nodes }) => `${screen}: ${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
    ),
    ...small.map((html) => `${screen}: small: ${html}`),
    ...(wide > 0 ? [`${screen}: ${wide} px wider than the screen`] : []),
  ];
}
