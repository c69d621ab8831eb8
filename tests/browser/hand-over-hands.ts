/** The two people of a hand-over, by the names that are on their screens. */
import type { Page } from 'playwright';
import { atHeading, toWords } from './resident-phone.ts';

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();

/** On the phone: three questions answered, then "help me" and a yes. Gives the eight signs back. */
export async function askForHelp(phone: Page, name: string): Promise<string> {
  await toWords(phone);
  await phone.getByRole('link', { name: /帮帮我/u }).click();
  await phone
    .getByRole('link', { name: /工作人员|帮我填|请.*帮/u })
    .first()
    .click();
  await atHeading(phone, '请社区的人帮您填');
  const box = phone.getByRole('textbox', { name: '怎么称呼您？' });
  if (await box.count()) await box.fill(name);
  await phone.getByRole('radio', { name: /一个小时/u }).check();
  await press(phone, '我同意');
  await atHeading(phone, '把这个给工作人员看');
  return signsOn(phone);
}

export async function signsOn(phone: Page): Promise<string> {
  return (await phone.locator('.hand-over-code .for-readers').innerText()).replaceAll(/\s/gu, '');
}

export const toHelp = (desk: Page, url: string) =>
  desk.goto(`${url}/hall/help`).then(() => atHeading(desk, '您在帮谁办？'));

/** At the desk: is it this person? Then the form. */
export async function sayYes(desk: Page, name: string): Promise<void> {
  await atHeading(desk, `是${name}吗？`);
  await press(desk, '是，打开');
  await desk.getByRole('banner', { name: '正在替别人办' }).waitFor();
}

export const field = (desk: Page, label: string) => desk.getByRole('region', { name: label, exact: true });

/** What the resident had not filled in yet. */
export async function fillTheRest(desk: Page, name: string, words?: string): Promise<void> {
  if (words !== undefined) await field(desk, '怎么回事').getByRole('textbox').fill(words);
  await field(desk, '姓名').getByRole('textbox').fill(name);
  await field(desk, '电话').getByRole('textbox').fill('13800138000');
}

/**
 * Each frame of the cycle as the phone's screen shows it: real pixels, taken while it stands still. A second
 * round shows each frame turned otherwise, so that what was hidden in it lies elsewhere.
 */
export async function shootFrames(phone: Page, rounds = 1): Promise<readonly Buffer[]> {
  await press(phone, '停一下');
  const shots: Buffer[] = [];
  const place = phone.locator('.hand-over-place');
  const [, of = '1'] = /共 (\d+) 张/u.exec(await place.innerText()) ?? [];
  for (let n = 0; n < rounds * Number(of); n += 1) {
    shots.push(await phone.locator('.hand-over-picture').screenshot());
    const before = await place.innerText();
    await press(phone, '下一张');
    await phone.waitForFunction(
      (was) => document.querySelector('.hand-over-place')?.textContent !== was,
      before,
    );
  }
  return shots;
}

/** The resident goes on beside the worker: the words, and on to the next question. */
export async function goOnAtWords(phone: Page, words: string): Promise<void> {
  await phone.getByRole('link', { name: '我也接着填' }).click();
  await atHeading(phone, '到底是怎么回事？');
  await phone.getByRole('textbox').fill(words);
  await press(phone, '下一步');
  await atHeading(phone, '要拍张照片吗？');
}

/** One tap, on the screen that says who helps. */
export async function takeBack(phone: Page): Promise<void> {
  await phone.goto(phone.url().replace(/\/[^/]*$/u, '/hand-over'));
  await press(phone, /收回来/u);
}

/** The same pictures with a fifth of each hidden, as by a thumb on the corner that holds no finder mark. */
export function hideFifth(page: Page, shots: readonly Buffer[]): Promise<readonly Buffer[]> {
  const hidden = shots.map(async (shot) => {
    const base64 = await page.evaluate(async (data) => {
      const picture = new Image();
      picture.src = `data:image/png;base64,${data}`;
      await picture.decode();
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [picture.width, picture.height];
      const pen = canvas.getContext('2d');
      pen?.drawImage(picture, 0, 0);
      const side = Math.sqrt(0.2) * picture.width;
      if (pen) pen.fillStyle = '#777';
      pen?.fillRect(picture.width - side, picture.height - side, side, side);
      return canvas.toDataURL('image/png').split(',')[1] ?? '';
    }, shot.toString('base64'));
    return Buffer.from(base64, 'base64');
  });
  return Promise.all(hidden);
}

/** What a camera before the phone sees, in the form that Chromium takes for one: 640 by 480, three a second. */
export async function film(page: Page, shots: readonly Buffer[]): Promise<Buffer> {
  const parts: Buffer[] = [Buffer.from('YUV4MPEG2 W640 H480 F3:1 Ip A1:1 C420\n')];
  for (const shot of shots) {
    const base64 = await page.evaluate(async (data) => {
      const picture = new Image();
      picture.src = `data:image/png;base64,${data}`;
      await picture.decode();
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [640, 480];
      const pen = canvas.getContext('2d');
      if (!pen) return '';
      pen.fillStyle = '#999';
      pen.fillRect(0, 0, 640, 480);
      pen.drawImage(picture, 90, 10, 460, 460);
      const { data: pixels } = pen.getImageData(0, 0, 640, 480);
      let luma = '';
      for (let at = 0; at < pixels.length; at += 4) luma += String.fromCharCode(pixels[at] ?? 0);
      return btoa(luma);
    }, shot.toString('base64'));
    parts.push(Buffer.from('FRAME\n'), Buffer.from(base64, 'base64'), Buffer.alloc(320 * 480, 128));
  }
  return Buffer.concat(parts);
}
