/** What goes wrong in practice: files that are no pictures, a huge photo, a session that ends in the middle. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { finish, openFromQueue, signIn, take } from './hall-desk.ts';
import { atHeading, firstStart, photosToCheck, toCheck, toWords } from './resident-phone.ts';
import { launch, PHONE, ServiceProcess, until } from './stage.ts';

vi.setConfig({ testTimeout: 60_000 });

let service: ServiceProcess;
let browser: Browser;
let context: BrowserContext | undefined;
const folder = mkdtempSync(join(tmpdir(), 'bangban-bad-'));

beforeAll(async () => {
  service = await ServiceProcess.start();
  browser = await launch();
}, 60_000);
afterEach(() => context?.close());
afterAll(async () => {
  await browser?.close();
  await service?.remove();
  rmSync(folder, { recursive: true, force: true });
});

async function phone(): Promise<Page> {
  context = await browser.newContext({ viewport: PHONE, locale: 'zh-CN' });
  return firstStart(context, service.url);
}

async function toPhotos(page: Page): Promise<void> {
  await toWords(page);
  await page.getByRole('textbox').fill('路灯坏了。');
  await page.getByRole('button', { name: '下一步' }).click();
  await atHeading(page, '要拍张照片吗？');
}

test('a file that only says it is a picture is declined in words, and nothing else is lost', async () => {
  const page = await phone();
  await toPhotos(page);
  const fake = join(folder, 'fake.png');
  writeFileSync(fake, 'this is no picture');
  await page.locator('input[type=file]').last().setInputFiles(fake);
  await page.getByText('这个打不开，不是照片。请换一张。').waitFor();
  await page.getByRole('button', { name: '返回' }).click();
  await atHeading(page, '到底是怎么回事？');
  expect(await page.getByRole('textbox').inputValue()).toBe('路灯坏了。');
});

test('a photo of ten megabytes becomes small on the phone and reaches the worker without its place', async () => {
  const page = await phone();
  await toPhotos(page);
  const large = join(folder, 'large.png');
  writeFileSync(large, await picture(page, 2600, 2000));
  await page.locator('input[type=file]').last().setInputFiles(large);
  await page.getByRole('img', { name: '第 1 张照片' }).waitFor();
  await photosToCheck(page, '大照片');
  await page.getByRole('button', { name: '送出去' }).click();
  await page.getByText('社区收到了', { exact: true }).first().waitFor();

  const hall = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN' });
  try {
    const desk = await signIn(hall, service.url, service.signIns[0] ?? { name: '', password: '' });
    const arrived = desk.waitForResponse(
      (response) => response.url().includes('/api/v1/files/') && response.ok(),
    );
    await openFromQueue(desk, '大照片');
    const bytes = await fetchedBy(desk, (await arrived).url());
    expect(bytes.length).toBeLessThan(1_000_000);
    expect(bytes.subarray(0, 3).toString('hex')).toBe('ffd8ff');
    expect(bytes.includes('Exif')).toBe(false);
    const size = execFileSync('node', ['-e', SIZE_OF_JPEG], { input: bytes }).toString();
    expect(Math.max(...size.split(' ').map(Number))).toBe(1600);
  } finally {
    await hall.close();
  }
});

test('a worker whose session ends in the middle loses nothing: after signing in again it is sent', async () => {
  const page = await phone();
  await toWords(page);
  await page.getByRole('textbox').fill('电梯停了。');
  await toCheck(page, '断开');
  await page.getByRole('button', { name: '送出去' }).click();
  await page.getByText('社区收到了', { exact: true }).first().waitFor();

  const hall = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN' });
  try {
    const worker = service.signIns[0] ?? { name: '', password: '' };
    const desk = await signIn(hall, service.url, worker);
    await openFromQueue(desk, '断开');
    await take(desk);
    await desk.getByText('您在办').first().waitFor();
    await hall.clearCookies();
    await finish(desk, '电梯修好了。');
    await desk.getByText('请重新登录，写好的都在。').waitFor();
    await desk.getByRole('button', { name: '重新登录' }).click();
    await desk.getByRole('textbox', { name: '您的名字' }).fill(worker.name);
    await desk.getByLabel('密码').fill(worker.password);
    await desk.getByRole('button', { name: '登录', exact: true }).click();
    await page.goto(`${service.url}/requests`);
    await page.getByRole('link', { name: /身边的问题/u }).click();
    await until(
      async () => (await page.getByText('电梯修好了。').count()) > 0,
      'the resident reads the result',
    );
  } finally {
    await hall.close();
  }
});

/** The photo as the worker's page gets it, asked for with the worker's own cookie. */
async function fetchedBy(desk: Page, url: string): Promise<Buffer> {
  const numbers = await desk.evaluate(
    async (path) => Array.from(new Uint8Array(await (await fetch(path)).arrayBuffer())),
    url,
  );
  return Buffer.from(numbers);
}

/** A PNG of noise, which does not compress: 2600 × 2000 is above ten megabytes. */
async function picture(page: Page, width: number, height: number): Promise<Buffer> {
  const base64 = await page.evaluate(
    async ([w, h]) => {
      const canvas = new OffscreenCanvas(w, h);
      const paint = canvas.getContext('2d');
      if (!paint) throw new Error('no canvas');
      const image = paint.createImageData(w, h);
      for (let at = 0; at < image.data.length; at += 65_536)
        crypto.getRandomValues(
          new Uint8Array(image.data.buffer, at, Math.min(65_536, image.data.length - at)),
        );
      for (let at = 3; at < image.data.length; at += 4) image.data[at] = 255;
      paint.putImageData(image, 0, 0);
      const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer());
      let text = '';
      for (let at = 0; at < bytes.length; at += 32_768)
        text += String.fromCharCode(...bytes.subarray(at, at + 32_768));
      return btoa(text);
    },
    [width, height] as const,
  );
  return Buffer.from(base64, 'base64');
}

/** Reads a JPEG's size from its frame header, so that no picture library is needed. */
const SIZE_OF_JPEG = `
const b = require('fs').readFileSync(0);
for (let i = 2; i < b.length;) {
  const kind = b[i + 1];
  if (kind >= 0xc0 && kind <= 0xc3) { process.stdout.write(b.readUInt16BE(i + 7) + ' ' + b.readUInt16BE(i + 5)); break; }
  i += 2 + b.readUInt16BE(i + 2);
}`;
