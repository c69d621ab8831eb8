/** What goes wrong in practice: files that are no pictures, a huge photo, a session that ends in the middle. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest';
import { largePicture } from '#tests/support/large-picture.ts';
import { finish, openFromQueue, take } from './hall-desk.ts';
import { atHeading, photosToCheck, toCheck, toWords } from './resident-phone.ts';
import { until } from './stage.ts';
import { withStage } from './with-stage.ts';

vi.setConfig({ testTimeout: 60_000 });

const PLACE = '40.0013 N 116.3265 E';

const stage = withStage();
let page: Page;
const folder = mkdtempSync(join(tmpdir(), 'bangban-bad-'));

beforeEach(async () => {
  page = await stage.phone();
});
afterEach(async () => {
  for (const context of stage.browser.contexts()) await context.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function toPhotos(): Promise<void> {
  await toWords(page);
  await page.getByRole('textbox').fill('路灯坏了。');
  await page.getByRole('button', { name: '下一步' }).click();
  await atHeading(page, '要拍张照片吗？');
}

test('a file that only says it is a picture is declined in words, and nothing else is lost', async () => {
  await toPhotos();
  const fake = join(folder, 'fake.png');
  writeFileSync(fake, 'this is no picture');
  await page.locator('input[type=file]').last().setInputFiles(fake);
  await page.getByText('这个打不开，不是照片。请换一张。').waitFor();
  await page.getByRole('button', { name: '返回' }).click();
  await atHeading(page, '到底是怎么回事？');
  expect(await page.getByRole('textbox').inputValue()).toBe('路灯坏了。');
});

test('a photo of ten megabytes becomes small on the phone and reaches the worker without its place', async () => {
  await toPhotos();
  const large = join(folder, 'large.png');
  const taken = largePicture(2400, 1500, PLACE);
  expect(taken.length).toBeGreaterThan(10_000_000);
  expect(taken.includes(PLACE)).toBe(true);
  writeFileSync(large, taken);
  await page.locator('input[type=file]').last().setInputFiles(large);
  await page.getByRole('img', { name: '第 1 张照片' }).waitFor();
  await photosToCheck(page, '大照片');
  await page.getByRole('button', { name: '送出去' }).click();
  await page.getByText('社区收到了', { exact: true }).first().waitFor();

  const desk = await stage.desk(0);
  const arrived = desk.waitForResponse(
    (response) => response.url().includes('/api/v1/files/') && response.ok(),
  );
  await openFromQueue(desk, '大照片');
  // Asked for with the worker's own cookie.
  const bytes = await (await desk.context().request.get((await arrived).url())).body();
  expect(bytes.length).toBeLessThan(1_000_000);
  expect(bytes.subarray(0, 3).toString('hex')).toBe('ffd8ff');
  for (const told of ['Exif', PLACE]) expect(bytes.includes(told)).toBe(false);
  const size = execFileSync('node', ['-e', SIZE_OF_JPEG], { input: bytes }).toString();
  expect(Math.max(...size.split(' ').map(Number))).toBe(1600);
});

test('a worker whose session ends in the middle loses nothing: after signing in again it is sent', async () => {
  await toWords(page);
  await page.getByRole('textbox').fill('电梯停了。');
  await toCheck(page, '断开');
  await page.getByRole('button', { name: '送出去' }).click();
  await page.getByText('社区收到了', { exact: true }).first().waitFor();

  const worker = stage.worker(0);
  const desk = await stage.desk(0);
  await openFromQueue(desk, '断开');
  await take(desk);
  await desk.getByText('您在办').first().waitFor();
  await desk.context().clearCookies();
  await finish(desk, '电梯修好了。');
  await desk.getByText('请重新登录，写好的都在。').waitFor();
  await desk.getByRole('button', { name: '重新登录' }).click();
  await desk.getByRole('textbox', { name: '您的名字' }).fill(worker.name);
  await desk.getByLabel('密码').fill(worker.password);
  await desk.getByRole('button', { name: '登录', exact: true }).click();
  await page.goto(`${stage.url}/requests`);
  await page.getByRole('link', { name: /身边的问题/u }).click();
  await until(
    async () => (await page.getByText('电梯修好了。').count()) > 0,
    'the resident reads the result',
  );
});

/** Reads a JPEG's size from its frame header, so that no picture library is needed. */
const SIZE_OF_JPEG = `
const b = require('fs').readFileSync(0);
for (let i = 2; i < b.length;) {
  const kind = b[i + 1];
  if (kind >= 0xc0 && kind <= 0xc3) { process.stdout.write(b.readUInt16BE(i + 7) + ' ' + b.readUInt16BE(i + 5)); break; }
  i += 2 + b.readUInt16BE(i + 2);
}`;
