/**
 * The app's own voice, in a browser that has none of the system's: heard in the audio graph itself,
 * without a network, to the end of every screen.
 */
import type { BrowserContext, Page } from 'playwright';
import { expect, test } from 'vitest';
import { heard, wireEars } from './listen.ts';
import { atHeading, firstStart, toWords } from './resident-phone.ts';
import { until } from './stage.ts';
import { withStage } from './with-stage.ts';

const stage = withStage();

const aloud = (page: Page) => page.getByRole('button', { name: '朗读这一页' });
const silent = async (page: Page) => (await page.locator('.read-aloud').count()) === 0;
const louder = (page: Page, than: number) =>
  until(async () => (await heard(page)).loudMs > than, 'something is heard');

/** A phone whose app has been here once, with ears, and with the voice fetched. */
async function phone(): Promise<{ readonly context: BrowserContext; readonly page: Page }> {
  const context = await stage.context();
  await wireEars(context);
  const page = await firstStart(context, stage.url);
  expect((await heard(page)).loudMs).toBe(0);
  await aloud(page).click();
  await louder(page, 0);
  await page.getByRole('button', { name: '听见了', exact: true }).click();
  await page.getByRole('button', { name: '不念了' }).click();
  await until(() => silent(page), 'nothing is read');
  return { context, page };
}

/** Reads the screen at its fastest, and gives back every block that was marked, and how long there was sound. */
async function readToEnd(
  page: Page,
): Promise<{ readonly marked: readonly string[]; readonly loudMs: number }> {
  await page.evaluate(() => {
    const marked: string[] = [];
    const see = new MutationObserver(() => {
      const text = document.querySelector('[data-spoken]')?.textContent?.trim() ?? '';
      if (text !== '' && marked.at(-1) !== text) marked.push(text);
    });
    see.observe(document, { subtree: true, attributes: true, attributeFilter: ['data-spoken'] });
    Object.assign(globalThis, { marked });
  });
  const before = (await heard(page)).loudMs;
  await aloud(page).click();
  await louder(page, before);
  await until(() => silent(page), 'read to the end', 120_000);
  const marked = await page.evaluate(() => Reflect.get(globalThis, 'marked') as string[]); // put there above
  return { marked, loudMs: (await heard(page)).loudMs - before };
}

test('without a network a question is read to its end: title, hint and choices, each marked while it is heard', async () => {
  const { context, page } = await phone();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await toWords(page);
  await page.goto(`${stage.url}/`);
  await context.setOffline(true);
  await page.goto(`${stage.url}/matter/home-repair`);
  await page.getByRole('button', { name: '开始', exact: true }).click();
  await atHeading(page, '家里什么坏了？');
  await page.evaluate(() =>
    localStorage.setItem('bangban-settings', JSON.stringify({ started: true, speed: '1.5', voice: 'any' })),
  );

  const { marked, loudMs } = await readToEnd(page);
  expect(marked.slice(0, 2).join(' ')).toContain('家里什么坏了？');
  expect(marked.join(' ')).toContain('水管、水龙头');
  expect(marked.join(' ')).toContain('家用电器');
  expect(loudMs).toBeGreaterThan(4_000);
  expect(asked.every((url) => url.startsWith(stage.url))).toBe(true);
  await context.close();
}, 180_000);

test('what was begun falls silent within 300 ms: at a touch, at a key, at "stop", on the next screen', async () => {
  const { context, page } = await phone();
  const acts = {
    'a touch elsewhere': () => page.getByRole('heading', { level: 1 }).click(),
    'a key': () => page.keyboard.press('Tab'),
    stop: () => page.getByRole('button', { name: '不念了' }).click(),
    'the next screen': () => page.evaluate(() => history.back()),
  };
  await page.getByRole('link', { name: /^字号/u }).first().click();
  await atHeading(page, '字号、语言和颜色');
  for (const [name, act] of Object.entries(acts)) {
    await aloud(page).click();
    await louder(page, (await heard(page)).loudMs + 200);
    await act();
    await until(async () => {
      const { now, lastLoudAt, touchedAt } = await heard(page);
      return Math.min(now - lastLoudAt, now - touchedAt) > 1_000;
    }, 'silence');
    const { lastLoudAt, touchedAt } = await heard(page);
    expect(lastLoudAt - touchedAt, name).toBeLessThan(300);
  }
  await context.close();
}, 120_000);

test('with no voice at all the words stay, and the page says so', async () => {
  const context = await stage.context({ serviceWorkers: 'block' });
  await context.route('**/voice/**', (route) => route.abort());
  await wireEars(context);
  const page = await context.newPage();
  await page.goto(stage.url);
  await page.getByRole('button', { name: '开始用' }).click();
  await atHeading(page, '今天要办什么事？');
  await aloud(page).click();
  await page.getByText('这台机器出不了声。').waitFor();
  expect(await page.getByRole('link', { name: /^上门维修/u }).isVisible()).toBe(true);
  expect((await heard(page)).loudMs).toBe(0);
  await context.close();
}, 60_000);

test('on a shared machine what a person typed is not spoken until the person asks for it', async () => {
  const context = await stage.context({ viewport: { width: 768, height: 1024 } });
  await wireEars(context);
  const page = await context.newPage();
  await page.goto(`${stage.url}/kiosk`);
  await page.getByRole('button', { name: '开始用' }).click();
  await toWords(page);
  await page.getByRole('textbox').fill('三号楼王秀兰家');
  await page.evaluate(() =>
    localStorage.setItem('bangban-settings', JSON.stringify({ started: true, speed: '1.5', voice: 'any' })),
  );
  const own = () =>
    page.evaluate(() => document.querySelector('[data-spoken]')?.matches('input, textarea') ?? false);
  const { loudMs } = await readToEnd(page);
  expect(loudMs).toBeGreaterThan(500);
  const marked = await page.evaluate(() => Reflect.get(globalThis, 'marked') as string[]); // put there by readToEnd
  expect(marked.join(' ')).not.toContain('王秀兰');

  await aloud(page).click();
  await louder(page, (await heard(page)).loudMs);
  await page.getByRole('button', { name: '填的也念' }).click();
  await until(own, 'the words in the box are being read', 60_000);
  await context.close();
}, 180_000);
