/** A new version of the app: offered at home, never while something is half filled, and never by itself. */
import { appendFileSync, cpSync, rmSync } from 'node:fs';
import type { Page } from 'playwright';
import { afterAll, expect, test } from 'vitest';
import { atHeading, toWords } from './resident-phone.ts';
import { until } from './stage.ts';
import { withStage } from './with-stage.ts';

/** A build of its own: the walks beside this one must not be offered the next version. */
const ROOT = 'dist/update';
const SHELL = `${ROOT}/dist/app/sw.js`;
for (const part of ['dist/app', 'dist/service', 'src/matters'])
  cpSync(part, `${ROOT}/${part}`, { recursive: true });

const stage = withStage(ROOT);
afterAll(() => rmSync(ROOT, { recursive: true }));

/**
 * About one time in ten Chromium 156, with a debugger attached as here, does not let a waiting worker take over
 * at all: it stays `installed` for more than a minute after `skipWaiting`, and even a reload of the page hangs.
 * A new context is free of it.
 */
const RETRY = { timeout: 60_000, retry: 3 };

test(
  'a new version waits until nothing is half filled, and changes over only when it is pressed',
  RETRY,
  async () => {
    const page = await stage.phone();
    const offer = page.getByText('帮办有新版本');
    await toWords(page);
    await page.getByRole('textbox').fill('写到一半');

    appendFileSync(SHELL, '\n// the next version');
    await until(() => nextWaits(page), 'the new version waits');
    expect(await page.getByRole('textbox').inputValue()).toBe('写到一半');

    // Home, with a draft: no word of it yet.
    await page.goto(stage.url);
    await page
      .getByRole('link', { name: '返回' })
      .or(page.getByRole('button', { name: '返回' }))
      .first()
      .click();
    for (let step = 0; step < 6 && !(await page.getByText('今天要办什么事？').isVisible()); step += 1)
      await page.getByText('返回').first().click();
    await atHeading(page, '今天要办什么事？');
    await page
      .getByText(/接着填/u)
      .first()
      .waitFor();
    expect(await offer.count()).toBe(0);

    // The draft is sent: now it is offered, and still nothing has reloaded by itself.
    await page.evaluate(async () => {
      const names = (await indexedDB.databases()).map(({ name }) => name ?? '');
      const name = names.find((one) => /^bangban-[0-9a-f]{32}$/u.test(one)) ?? '';
      await new Promise<void>((done) => {
        const opened = indexedDB.open(name);
        opened.onsuccess = () => {
          const change = opened.result.transaction('drafts', 'readwrite');
          change.objectStore('drafts').clear();
          change.oncomplete = () => {
            opened.result.close();
            done();
          };
        };
      });
    });
    await page.goto(stage.url);
    await offer.waitFor();
    await mark(page);
    await page.getByRole('button', { name: '现在换' }).click();
    await until(() => loadedAnew(page), 'the page has loaded again');
    await atHeading(page, '今天要办什么事？');
    await until(async () => (await offer.count()) === 0, 'nothing more is offered');
    await page.context().close();
  },
);

test(
  'a version that changed over by itself after it was offered still comes with the press',
  RETRY,
  async () => {
    const page = await stage.phone();
    const offer = page.getByText('帮办有新版本');
    appendFileSync(SHELL, '\n// one more version');
    await until(() => nextWaits(page), 'the new version waits');
    await page.goto(stage.url);
    await offer.waitFor();
    const changesOver = () =>
      page.evaluate(async () => {
        const registration = await navigator.serviceWorker.getRegistration();
        registration?.waiting?.postMessage({ type: 'SKIP_WAITING' });
        return registration?.waiting === null && registration.active?.state === 'activated';
      });
    await until(changesOver, 'the new version is the one that serves');

    await mark(page);
    await page.getByRole('button', { name: '现在换' }).click();
    await until(() => loadedAnew(page), 'the page has loaded again');
    await atHeading(page, '今天要办什么事？');
    await until(async () => (await offer.count()) === 0, 'nothing more is offered');
    await page.context().close();
  },
);

function nextWaits(page: Page): Promise<boolean> {
  return page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration?.update();
    return registration?.waiting !== null && registration?.waiting !== undefined;
  });
}

/** A sign on the document that only a new document is without. */
async function mark(page: Page): Promise<void> {
  await page.evaluate(() => document.documentElement.setAttribute('data-before', ''));
}

async function loadedAnew(page: Page): Promise<boolean> {
  // Between two documents there is none to ask.
  return page.evaluate(() => !document.documentElement.hasAttribute('data-before')).catch(() => false);
}
