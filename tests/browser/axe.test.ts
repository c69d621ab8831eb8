/**
 * axe with every rule tag, AAA included, on every screen in its states, in both languages; then the same screen at
 * three sizes, in three themes and at 320 px, with the rules that a look can change. `npm run test:long` asks every
 * rule of every look. `region` and the rest of best-practice are on as well.
 */
import type { Page } from 'playwright';
import { beforeAll, describe, expect, test } from 'vitest';
import { openFromQueue, take } from './hall-desk.ts';
import { lookInAll, lookLike, setLooks } from './look.ts';
import { toCheck, toWords } from './resident-phone.ts';
import { until } from './stage.ts';
import { withStage } from './with-stage.ts';

const SIZES = [
  { width: 360, height: 640, size: '20' },
  { width: 768, height: 1024, size: '24' },
  { width: 1280, height: 800, size: '30' },
] as const;
const THEMES = [
  { ...SIZES[0], theme: 'night' },
  { ...SIZES[0], theme: 'contrast' },
] as const;
/** Under 1000 px the hall is one column, and not every part of it is there. */
const HALL_SIZES = [
  { width: 1280, height: 800, size: '20' },
  { width: 768, height: 1024, size: '24', anew: true },
  { width: 1280, height: 800, size: '30' },
  { width: 360, height: 640, size: '20' },
] as const;
const NARROWEST = { width: 320, height: 640, size: '30' } as const;

const stage = withStage();
let page: Page;
let desk: Page;
const request = { waiting: '', taken: '' };
let draft = '';

beforeAll(async () => {
  page = await stage.phone({ bypassCSP: true });

  // One request that a worker has, one that waits on the phone, and a draft.
  await send('王秀兰');
  await page.getByText('社区收到了', { exact: true }).first().waitFor();
  request.taken = idIn(page.url());
  desk = await stage.desk(0, { bypassCSP: true });
  await openFromQueue(desk, '王秀兰');
  await take(desk);
  await until(async () => (await desk.getByText('您在办').count()) > 0, 'taken');
  await page.context().setOffline(true);
  await send('陈福根');
  request.waiting = idIn(page.url());
  await page.goto(stage.url);
  await toWords(page);
  draft = idIn(page.url());
}, 120_000);

async function send(name: string): Promise<void> {
  await page.goto(stage.url);
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
  ['looking up by a slip', () => '/lookup'],
  ['a waiting request', () => `/request/${request.waiting}`],
  ['a taken request', () => `/request/${request.taken}`],
  ['add', () => `/request/${request.waiting}/add`],
  ['withdraw', () => `/request/${request.waiting}/withdraw`],
  ['reply', () => `/request/${request.taken}/add`],
  ['rate too early', () => `/request/${request.taken}/rate`],
  ['settings', () => '/settings'],
  ['help', () => '/help'],
  ['help from a question', () => `/help?draft=${draft}&place=words`],
  ['handing over', () => `/draft/${draft}/hand-over`],
  ['done in my name', () => '/done-for-me'],
  ['about', () => '/about'],
  ['nowhere', () => '/nowhere'],
];

const HALL: readonly (readonly [screen: string, path: () => string])[] = [
  ['the queue', () => '/hall'],
  ['a request at the hall', () => `/hall/request/${request.taken}`],
  ['the hall’s settings', () => '/hall/settings'],
];

describe.each(['zh-CN', 'en'] as const)('in %s', (language) => {
  /** Colours are the same in every language, the width of words is not. */
  const looks = language === 'en' ? SIZES : ([...SIZES, ...THEMES] as const);

  test('no screen of the resident has a violation at any size, in any theme', async () => {
    await setLooks(page, { language, size: '20' });
    const found: string[] = [];
    for (const [screen, path] of RESIDENT) {
      await open(page, path());
      found.push(...(await lookInAll(page, screen, looks)), ...(await measureUp(page, screen)));
      await lookLike(page, NARROWEST);
      const over = await page.evaluate(() => document.documentElement.scrollWidth);
      if (over > NARROWEST.width) found.push(`${screen}: ${over} px at ${NARROWEST.width}`);
    }
    expect(found).toEqual([]);
  }, 240_000);

  test('no screen of the hall has a violation at any size', async () => {
    await setLooks(desk, { language, size: '20' });
    const found: string[] = [];
    for (const [screen, path] of HALL) {
      await open(desk, path());
      found.push(...(await lookInAll(desk, screen, HALL_SIZES)));
    }
    expect(found).toEqual([]);
  }, 120_000);
});

async function open(on: Page, path: string): Promise<void> {
  await on.goto(stage.url + path);
  await on.getByRole('heading', { level: 1 }).first().waitFor();
}

test('an empty answer is said above the heading, beside the question and in the title, without a violation', async () => {
  await setLooks(page, { language: 'zh-CN', size: '20', theme: 'day' });
  await page.goto(`${stage.url}/matter/regular-visits`);
  await page.getByRole('button', { name: '开始', exact: true }).click();
  await page.getByRole('button', { name: '下一步' }).click();
  const alert = page.getByRole('alert').first();
  await alert.waitFor();
  expect(await page.title()).toMatch(/^请再看看/u);
  expect(await lookInAll(page, 'an empty answer', [...SIZES, ...THEMES])).toEqual([]);
});

/** Every control large enough, and text at least 18 px, as the phone stands. */
async function measureUp(on: Page, screen: string): Promise<string[]> {
  const small = await on.evaluate(() => {
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
  return small.map((each) => `${screen}: ${each}`);
}
