/** Handing a draft over from a phone without a line: real pixels, a real decoder, and nothing lost by a reload. */
import type { BrowserContext, Page } from 'playwright';
import { beforeAll, expect, test } from 'vitest';
import { collectFrames } from '#assist/frames.ts';
import { readQr } from '#assist/qr-read.ts';
import { look } from './look.ts';
import { atHeading, toWords } from './resident-phone.ts';
import { until } from './stage.ts';
import { withStage } from './with-stage.ts';

const stage = withStage();
let phone: BrowserContext;
let page: Page;
beforeAll(async () => {
  page = await stage.phone({ bypassCSP: true });
  phone = page.context();
}, 60_000);

/** What a camera would see of the picture, and what it reads there. */
async function readPicture(): Promise<string | undefined> {
  const png = (await page.locator('.hand-over-picture').screenshot()).toString('base64');
  const { width, height, raw } = await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
    const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const { width, height } = picture;
    const pen = new OffscreenCanvas(width, height).getContext('2d');
    pen?.drawImage(picture, 0, 0);
    const seen = pen?.getImageData(0, 0, width, height).data ?? new Uint8ClampedArray();
    let raw = '';
    for (let at = 0; at < seen.length; at += 8192)
      raw += String.fromCharCode(...seen.subarray(at, at + 8192));
    return { width, height, raw: btoa(raw) };
  }, png);
  return readQr({ width, height, data: new Uint8Array(Buffer.from(raw, 'base64')) }, 600);
}

const signs = async () =>
  (await page.locator('.hand-over-code .for-readers').innerText()).replaceAll(' ', '');

test('without a line the pictures carry the whole draft, the code survives a reload, and one tap ends it', async () => {
  await phone.setOffline(true);
  await toWords(page);
  await page.getByRole('textbox').fill('路灯坏了三天，晚上看不见路。');
  await page.getByRole('link', { name: /帮帮我/u }).click();
  await page.getByRole('link', { name: /带到大厅，请人帮着填/u }).click();
  await page.getByRole('textbox', { name: '怎么称呼您？' }).fill('王秀兰');
  await page.getByRole('radio', { name: /一个小时/u }).check();
  await page.getByRole('button', { name: '我同意' }).click();
  await atHeading(page, '把这个给工作人员看');
  await page.getByText('还没网，请让工作人员扫').waitFor();

  const code = await signs();
  await page.reload();
  await atHeading(page, '把这个给工作人员看');
  expect(await signs()).toBe(code);

  // By hand: a screenshot of a picture that turns by itself would be half of one and half of another.
  await page.getByRole('button', { name: '停一下' }).click();
  expect(await look(page, 'the code, without a line')).toEqual([]);
  const hear = collectFrames();
  let bytes: Uint8Array | undefined;
  const next = page.getByRole('button', { name: '下一张' });
  await until(
    async () => {
      const text = await readPicture();
      bytes = text === undefined ? undefined : hear(text)?.bytes;
      if (!bytes) await next.click();
      return bytes !== undefined;
    },
    'enough pictures were read to have the letter whole',
    60_000,
  );
  // Sealed: neither the words nor the code can be read in it.
  const plain = new TextDecoder().decode(bytes);
  expect(plain).not.toContain(code);
  expect(plain).not.toContain('路灯');

  await page.getByRole('button', { name: '不用了，收回来' }).click();
  await atHeading(page, '请社区的人帮您填');
  await page.getByRole('link', { name: '返回' }).click();
  expect(await page.getByRole('textbox').inputValue()).toBe('路灯坏了三天，晚上看不见路。');
}, 120_000);

test('who asked for less motion gets a slow turn and a button for the next picture', async () => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.getByRole('link', { name: /帮帮我/u }).click();
  await page.getByRole('link', { name: /带到大厅，请人帮着填/u }).click();
  await page.getByRole('textbox', { name: '怎么称呼您？' }).fill('王秀兰');
  await page.getByRole('radio', { name: /一个小时/u }).check();
  await page.getByRole('button', { name: '我同意' }).click();
  await page.getByRole('button', { name: '下一张' }).waitFor();
  const place = () => page.locator('.hand-over-place').innerText();
  const before = await place();
  await page.getByRole('button', { name: '下一张' }).click();
  await until(async () => (await place()) !== before, 'another picture');
  // The line is back: the office hears of it, and the picture stands still.
  await phone.setOffline(false);
  await page.getByText('社区收到了').waitFor();
  await until(async () => (await readPicture()) === `BANGBAN:H:${await signs()}`, 'the code alone');
}, 60_000);
