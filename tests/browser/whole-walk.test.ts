/** The main job, end to end, in real browsers against the real stage.service. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page, Route } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { finish, openFromQueue, take } from './hall-desk.ts';
import { atHeading, firstStart, toCheck, toWords } from './resident-phone.ts';
import { launchProfile, until } from './stage.ts';
import { withStage } from './with-stage.ts';

const WORDS = '路灯坏了三天，晚上看不见路。';

const stage = withStage();

const sun = (page: Page) => page.getByText('还没有送到社区').first();
const mint = (page: Page) => page.getByText('社区收到了', { exact: true }).first();

test('a request begun without a network survives a killed browser, reaches the hall, is finished there and rated', async () => {
  const profile = mkdtempSync(join(tmpdir(), 'bangban-phone-'));
  let phone = await launchProfile(profile);
  try {
    // The phone has seen the app once; from here on it has no line.
    let page = await firstStart(phone, stage.url);
    await phone.setOffline(true);
    await toWords(page);
    await page.getByRole('textbox').fill(WORDS);
    await until(() => keptWords(page), 'the words are in the database');

    // The whole browser is gone, as when the battery dies.
    await kill(phone);
    phone = await launchProfile(profile, { offline: true });
    page = await phone.newPage();
    await page.goto(stage.url);
    await atHeading(page, '到底是怎么回事？');
    expect(await page.getByRole('textbox').inputValue()).toBe(WORDS);

    await toCheck(page);
    await page.getByRole('button', { name: '送出去' }).click();
    await atHeading(page, '都记在这部手机上了');
    expect(await sun(page).isVisible()).toBe(true);
    expect(await mint(page).count()).toBe(0);

    // The line returns; nobody presses anything.
    await phone.setOffline(false);
    await mint(page).waitFor();
    await until(
      async () => /\d{3}\s+\d{3}\s+\d{2}/u.test(await page.locator('main').innerText()),
      'the number can be read out',
    );

    const desk = await stage.desk(0);
    await openFromQueue(desk, '王秀兰');
    await take(desk);
    await page.goto(`${stage.url}/requests`);
    await page.getByRole('link', { name: /身边的问题/u }).click();
    await page.getByText('李敏在办了').waitFor();

    await finish(desk, '换了新灯，今晚会亮。');
    await page.getByText('李敏办好了').first().waitFor();
    await page.getByText('换了新灯，今晚会亮。').first().waitFor();

    await page.getByRole('link', { name: '说说满不满意' }).click();
    expect(await page.getByRole('radio', { checked: true }).count()).toBe(0);
    await page.getByRole('radio', { name: '非常满意', exact: true }).check();
    await page.getByRole('button', { name: '交上去' }).click();
    await page.getByText('谢谢您的评价。').first().waitFor();
    await until(async () => (await desk.getByText(/非常满意/u).count()) > 0, 'the worker sees the rating');
  } finally {
    await phone.close();
    rmSync(profile, { recursive: true, force: true });
  }
}, 120_000);

describe('a line that lies', () => {
  let phone: BrowserContext;
  let page: Page;
  beforeAll(async () => {
    page = await stage.phone();
    phone = page.context();
  });
  afterAll(() => phone.close());

  async function send(name: string): Promise<void> {
    await page.goto(stage.url);
    await atHeading(page, '今天要办什么事？');
    await toWords(page);
    await page.getByRole('textbox').fill(`${WORDS}${name}`);
    await toCheck(page, name);
    await page.getByRole('button', { name: '送出去' }).click();
    await atHeading(page, '都记在这部手机上了');
  }

  test('the reply is lost after the service committed: the office has it once', async () => {
    let lost = 0;
    await phone.route('**/api/v1/push', async (route: Route) => {
      await route.fetch(); // the service has it
      lost += 1;
      await route.abort('connectionreset').catch(() => undefined); // the page had hung up first
    });
    await send('陈福根');
    await until(async () => lost > 0, 'a reply was lost');
    expect(await sun(page).isVisible()).toBe(true);
    await phone.unroute('**/api/v1/push');
    await page.reload();
    await mint(page).waitFor();
    expect(await inTheQueue('陈福根')).toBe(1);
  });

  test('a café’s login page that says 200 is not taken for an answer', async () => {
    let asked = 0;
    await phone.route('**/api/**', (route: Route) => {
      asked += 1;
      return route.fulfill({ status: 200, contentType: 'text/html', body: '<h1>Welcome</h1>' });
    });
    await send('刘淑珍');
    await until(async () => asked > 1, 'the login page was met');
    expect(await sun(page).isVisible()).toBe(true);
    await phone.unroute('**/api/**');
    await page.reload();
    await mint(page).waitFor();
    expect(await inTheQueue('刘淑珍')).toBe(1);
  });

  test('the service stops in between and starts again: the words wait, then arrive', async () => {
    await page.goto(stage.url);
    await toWords(page);
    await page.getByRole('textbox').fill(WORDS);
    await stage.service.stop();
    await toCheck(page, '赵国强');
    await page.getByRole('button', { name: '送出去' }).click();
    await atHeading(page, '都记在这部手机上了');
    await page.reload(); // the shell is there without the service
    await sun(page).waitFor();
    await stage.service.start();
    await page.reload();
    await mint(page).waitFor();
    expect(await inTheQueue('赵国强')).toBe(1);
  });
});

/** How many cards of that name a worker who signs in now sees. */
async function inTheQueue(name: string): Promise<number> {
  const desk = await stage.desk(1);
  const cards = desk.getByRole('link', { name: new RegExp(name, 'u') });
  await cards.first().waitFor();
  const many = await cards.count();
  await desk.context().close();
  return many;
}

function keptWords(page: Page): Promise<boolean> {
  return page.evaluate(async (words) => {
    const names = (await indexedDB.databases()).map(({ name }) => name ?? '');
    for (const name of names.filter((one) => one.startsWith('bangban-'))) {
      const rows = await new Promise<unknown[]>((done, failed) => {
        const opened = indexedDB.open(name);
        opened.onerror = () => failed(opened.error ?? new Error('not opened'));
        opened.onsuccess = () => {
          const all = opened.result.transaction('drafts').objectStore('drafts').getAll();
          all.onsuccess = () => {
            opened.result.close();
            done(all.result);
          };
        };
      });
      if (JSON.stringify(rows).includes(words)) return true;
    }
    return false;
  }, WORDS);
}

/** Ends the browser without letting it say goodbye. */
async function kill(context: BrowserContext): Promise<void> {
  const session = await context.newCDPSession(context.pages()[0] ?? fail());
  await session.send('Browser.crash').catch(() => undefined); // the answer dies with the browser
  await context.close().catch(() => undefined);
}

function fail(): never {
  throw new Error('the stage is not set');
}
