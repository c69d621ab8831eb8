/**
 * axe with every rule tag, AAA included, on every screen in its states, at three sizes and in both languages.
 *
 * `region` and the rest of best-practice are on as well; what is switched off is named with its reason.
 */
import type { Browser, BrowserContext, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openFromQueue, signIn, take } from './hall-desk.ts';
import { look, setLooks } from './look.ts';
import { atHeading, firstStart, toCheck, toWords } from './resident-phone.ts';
import { launch, ServiceProcess, until } from './stage.ts';

const SIZES = [
  { width: 360, height: 640, size: '20' },
  { width: 768, height: 1024, size: '24' },
  { width: 1280, height: 800, size: '30' },
] as const;
const LANGUAGES = ['zh-CN', 'en'] as const;

let service: ServiceProcess;
let browser: Browser;
let phone: BrowserContext;
let page: Page;
let desk: Page;
const request = { waiting: '', taken: '' };
let draft = '';

beforeAll(async () => {
  service = await ServiceProcess.start();
  browser = await launch();
  phone = await browser.newContext({
    viewport: { width: 360, height: 640 },
    locale: 'zh-CN',
    bypassCSP: true,
  });
  page = await firstStart(phone, service.url);

  // One request that a worker has, one that waits on the phone, and a draft.
  await send('王秀兰');
  await page.getByText('社区收到了', { exact: true }).first().waitFor();
  request.taken = idIn(page.url());
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'zh-CN',
    bypassCSP: true,
  });
  desk = await signIn(context, service.url, service.signIns[0] ?? { name: '', password: '' });
  await openFromQueue(desk, '王秀兰');
  await take(desk);
  await until(async () => (await desk.getByText('您在办').count()) > 0, 'taken');
  await phone.setOffline(true);
  await send('陈福根');
  request.waiting = idIn(page.url());
  await page.goto(service.url);
  await toWords(page);
  draft = idIn(page.url());
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await service?.remove();
});

async function send(name: string): Promise<void> {
  await page.goto(service.url);
  await toWords(page);
  await page.getByRole('textbox').fill('路灯坏了三天，晚上看不见路。');
  await toCheck(page, name);
  await page.getByRole('button', { name: '送出去' }).click();
  await page.waitForURL(/\/sent\//u);
}

const idIn = (url: string) => /[0-9a-f]{32}/u.exec(url)?.[0] ?? '';

const RESIDENT: readonly (readonly [screen: string, path: () => string])[] = [
  ['home with requests and a draft', () => '/'],
  ['welcome', () => '/welcome'],
  ['more', () => '/more'],
  ['a matter', () => '/matter/old-age-allowance'],
  ['a choice', () => `/draft/${draft}/kind`],
  ['yes or no', () => `/draft/${draft}/danger`],
  ['long words', () => `/draft/${draft}/words`],
  ['photos', () => `/draft/${draft}/photos`],
  ['a telephone', () => `/draft/${draft}/telephone`],
  ['check', () => `/draft/${draft}/check`],
  ['sent, on the phone only', () => `/sent/${request.waiting}`],
  ['sent, the office has it', () => `/sent/${request.taken}`],
  ['my requests', () => '/requests'],
  ['a waiting request', () => `/request/${request.waiting}`],
  ['a taken request', () => `/request/${request.taken}`],
  ['add', () => `/request/${request.waiting}/add`],
  ['withdraw', () => `/request/${request.waiting}/withdraw`],
  ['reply', () => `/request/${request.taken}/add`],
  ['rate too early', () => `/request/${request.taken}/rate`],
  ['settings', () => '/settings'],
  ['help', () => '/help'],
  ['about', () => '/about'],
  ['nowhere', () => '/nowhere'],
];

const HALL: readonly (readonly [screen: string, path: () => string])[] = [
  ['the queue', () => '/hall'],
  ['a request at the hall', () => `/hall/request/${request.taken}`],
  ['the hall’s settings', () => '/hall/settings'],
];

describe.each(LANGUAGES)('in %s', (language) => {
  test.each(SIZES)(
    'no screen has a violation at $width × $height, text $size',
    async ({ width, height, size }) => {
      const found: string[] = [];
      for (const [on, screens] of [
        [page, RESIDENT],
        [desk, HALL],
      ] as const) {
        await on.setViewportSize({ width, height });
        await setLooks(on, { language, size, theme: 'day' });
        for (const [screen, path] of screens) {
          await open(on, path());
          found.push(...(await look(on, screen)));
        }
      }
      expect(found).toEqual([]);
    },
    240_000,
  );
});

async function open(on: Page, path: string): Promise<void> {
  await on.goto(service.url + path);
  await on.getByRole('heading', { level: 1 }).first().waitFor();
}

test('an empty answer is said above the heading, beside the question and in the title, without a violation', async () => {
  await page.setViewportSize({ width: 360, height: 640 });
  await setLooks(page, { language: 'zh-CN', size: '20', theme: 'day' });
  await page.goto(`${service.url}/matter/regular-visits`);
  await page.getByRole('button', { name: '开始', exact: true }).click();
  await page.getByRole('button', { name: '下一步' }).click();
  const alert = page.getByRole('alert').first();
  await alert.waitFor();
  expect(await page.title()).toMatch(/^请再看看/u);
  expect(await look(page, 'an empty answer')).toEqual([]);
});

test.each(['night', 'contrast'] as const)(
  'the %s theme has no violation on the main screens',
  async (theme) => {
    const found: string[] = [];
    await page.setViewportSize({ width: 360, height: 640 });
    await setLooks(page, { language: 'zh-CN', size: '20', theme });
    for (const [screen, path] of RESIDENT) {
      await open(page, path());
      found.push(...(await look(page, screen)));
    }
    expect(found).toEqual([]);
  },
  120_000,
);

test('at 320 px and the largest text nothing is wider than the screen', async () => {
  await page.setViewportSize({ width: 320, height: 640 });
  await setLooks(page, { language: 'en', size: '30', theme: 'day' });
  const found: string[] = [];
  for (const [screen, path] of RESIDENT) {
    await open(page, path());
    const over = await page.evaluate(() => document.documentElement.scrollWidth);
    if (over > 320) found.push(`${screen}: ${over} px`);
  }
  expect(found).toEqual([]);
}, 120_000);

test('every control is large enough, and text is at least 18 px', async () => {
  await page.setViewportSize({ width: 360, height: 640 });
  await setLooks(page, { language: 'zh-CN', size: '20', theme: 'day' });
  const found: string[] = [];
  for (const [screen, path] of RESIDENT) {
    await page.goto(service.url + path());
    await atHeading(page, await page.getByRole('heading', { level: 1 }).innerText());
    const small = await page.evaluate(() => {
      const seen = (element: Element) =>
        element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
      const inText = (element: Element) => getComputedStyle(element).display === 'inline';
      const targets = [...document.querySelectorAll('a, button, input, textarea')]
        .map((element) => (element.matches('input') ? (element.closest('label') ?? element) : element))
        .filter((element) => seen(element) && !inText(element))
        .filter((element) => {
          const { width, height } = element.getBoundingClientRect();
          return width > 0 && (width < 44 || height < 44);
        })
        .map((element) => `small: ${element.outerHTML.slice(0, 100)}`);
      const texts = [...document.querySelectorAll('body *')]
        .filter((element) =>
          [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()),
        )
        .filter((element) => seen(element) && parseFloat(getComputedStyle(element).fontSize) < 18)
        .map((element) => `text: ${element.outerHTML.slice(0, 100)}`);
      return [...targets, ...texts];
    });
    found.push(...small.map((each) => `${screen}: ${each}`));
  }
  expect(found).toEqual([]);
}, 120_000);
