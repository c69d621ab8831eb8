/** A shared device: the resident's way, which keeps nothing after "finish". */
import type { Page } from 'playwright';
import { expect, test, vi } from 'vitest';
import { toCheck, toWords } from './resident-phone.ts';
import { until } from './stage.ts';
import { withStage } from './with-stage.ts';

vi.setConfig({ testTimeout: 60_000 });

const stage = withStage();
const MACHINE = { viewport: { width: 768, height: 1024 } };

async function begin(page: Page): Promise<void> {
  await page.goto(`${stage.url}/kiosk`);
  const start = page.getByRole('button', { name: '开始用' });
  await start
    .or(page.getByRole('link', { name: /^身边的问题 路灯/u }))
    .first()
    .waitFor();
  if (await start.isVisible()) await start.click();
}

test('after "finish" nothing of the visit is left on the machine, and the next person starts afresh', async () => {
  const context = await stage.context(MACHINE);
  const page = await context.newPage();
  await page.goto(`${stage.url}/kiosk`);
  await page.getByRole('button', { name: '开始用' }).click();
  await toWords(page);
  await page.getByRole('textbox').fill('秘密的话，别让后面的人看见。');
  await toCheck(page, '王秀兰');
  await page.getByRole('button', { name: '送出去' }).click();
  await page.getByText('社区收到了', { exact: true }).first().waitFor();
  await page.getByRole('link', { name: /办完/u }).first().click();
  await page.getByRole('button', { name: '办完了，清掉' }).click();
  await page.getByRole('button', { name: '开始用' }).waitFor();
  await until(async () => !(await everything(page)).includes('王秀兰'), 'the visit’s database is gone');
  expect(await everything(page)).not.toContain('秘密的话');
  await page.goBack().catch(() => undefined);
  expect(await page.locator('body').innerText()).not.toContain('王秀兰');
  await context.close();
});

test('a visit that the power cut short, unsent, is sent at the next start and then deleted', async () => {
  const context = await stage.context(MACHINE);
  const page = await context.newPage();
  await begin(page);
  await toWords(page);
  await page.getByRole('textbox').fill('断电前写的。');
  await context.route('**/api/v1/push', (route) => route.abort());
  await toCheck(page, '断电前');
  await page.getByRole('button', { name: '送出去' }).click();
  await page.getByText('还没有送到社区').first().waitFor();
  await page.close();
  await context.unroute('**/api/v1/push');
  const next = await context.newPage();
  const sent = next.waitForResponse((response) => response.url().endsWith('/api/v1/push') && response.ok());
  await begin(next);
  expect(await (await sent).text()).toContain('"accepted"');
  await until(async () => !(await everything(next)).includes('断电前'), 'the visit’s database is gone');
  await context.close();
});

/** Every row of every database of this site, and both storages, as text. */
function everything(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const found: unknown[] = [{ ...localStorage }, { ...sessionStorage }];
    for (const { name } of await indexedDB.databases()) {
      const opened = indexedDB.open(name ?? '');
      const db = await new Promise<IDBDatabase | undefined>((done) => {
        opened.onsuccess = () => done(opened.result);
        opened.onerror = () => done(undefined);
        opened.onblocked = () => done(undefined);
      });
      for (const table of db?.objectStoreNames ?? []) {
        const rows = db?.transaction(table).objectStore(table).getAll();
        found.push(await new Promise((done) => rows && (rows.onsuccess = () => done(rows.result))));
      }
      db?.close();
    }
    return JSON.stringify(found);
  });
}
