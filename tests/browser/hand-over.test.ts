/** A resident hands a half-filled request over to a worker who stands beside: two devices at once, with a line and without. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Page } from 'playwright';
import {
  askForHelp,
  field,
  fillTheRest,
  film,
  hideFifth,
  sayYes,
  shootFrames,
  toHelp,
} from './hand-over-hands.ts';
import { signIn } from './hall-desk.ts';
import { atHeading } from './resident-phone.ts';
import { launch, until, untilInstalled } from './stage.ts';
import { DESK, withStage } from './with-stage.ts';

const stage = withStage();
let phone: Page;
let desk: Page;

beforeEach(async () => {
  [phone, desk] = await Promise.all([stage.phone(), stage.desk(0, { viewport: DESK })]);
}, 60_000);
afterEach(async () => {
  await Promise.all([phone.context().close(), desk.context().close()]);
});

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();
const bare = (text: string) => text.replaceAll(/\s/gu, '');
const photoOf = (shots: readonly Buffer[]) =>
  shots.map((buffer, n) => ({ name: `photo-${n}.png`, mimeType: 'image/png', buffer }));

async function readAndSend(name: string): Promise<void> {
  await press(desk, '转过去，念给本人听');
  await atHeading(desk, `${name}，请您听一听、看一看`);
  await press(desk, '对，就这样');
}

test('from “help me” to a number on both screens, with what each of them said', async () => {
  const code = await askForHelp(phone, '王秀兰');
  await phone.getByText('让工作人员扫，或者输这八个字。').waitFor();
  await toHelp(desk, stage.url);
  await desk
    .getByRole('textbox', { name: '手机上的八位号' })
    .fill(`${code.slice(0, 4)} ${code.slice(4)}`.toLowerCase());
  await press(desk, '打开他填的');
  await sayYes(desk, '王秀兰');
  // What the resident said is there, and whose it is; the worker changes it only with a reason.
  const place = field(desk, '地方');
  expect(await place.getByRole('textbox').inputValue()).toBe('3号楼门口');
  await place.getByText('本人填的').waitFor();
  await place.getByRole('textbox').fill('3号楼后门');
  await place.getByText('3号楼门口', { exact: true }).waitFor();
  await fillTheRest(desk, '王秀兰', '路灯不亮。');
  await press(desk, '转过去，念给本人听');
  await desk
    .getByRole('alert')
    .getByText(/请写为什么改本人的话/u)
    .waitFor();
  await press(desk, '本人改口');
  await readAndSend('王秀兰');
  await atHeading(desk, '社区收到了');
  const slip = desk.getByRole('region', { name: '凭条' }).first();
  const number = bare(await slip.getByText(/^\d{3} ?\d{3} ?\d{2}$/u).innerText());
  await phone.goto(`${stage.url}/requests`);
  await phone
    .getByRole('link', { name: /身边的问题/u })
    .first()
    .click();
  await until(async () => bare(await phone.locator('main').innerText()).includes(number), 'the same number');

  await press(desk, '办完了，换下一位');
  await desk.goto(`${stage.url}/hall`);
  await desk
    .getByRole('link', { name: /王秀兰/u })
    .first()
    .click();
  await desk.getByText('改的原因：本人改口').waitFor();
}, 120_000);

test('a wrong code is said to be wrong, and without a line the picture is named', async () => {
  await toHelp(desk, stage.url);
  const box = desk.getByRole('textbox', { name: '手机上的八位号' });
  await box.fill('王秀兰');
  await press(desk, '打开他填的');
  await desk.getByText('号要八个字。请照着手机再看看。').waitFor();
  await box.fill('2345 6789');
  await press(desk, '打开他填的');
  await desk.getByText('这个号不对。请照着手机再看看。').waitFor();
  await desk.context().setOffline(true);
  await box.fill('2345 678A');
  await press(desk, '打开他填的');
  await desk.getByText('现在没有网络。请扫手机上的图。').waitFor();
}, 60_000);

test.each([
  ['a third of the pictures lost', 'the phone’s'],
  ['a fifth of each picture hidden', 'the desk’s'],
] as const)(
  'both without a line, %s: the draft arrives, and when %s line comes back first it is one request',
  async (spoilt, whose) => {
    // The desk has had a line once, so that it holds the office's key.
    await Promise.all([untilInstalled(desk), until(() => keyIsHere(desk), 'the desk can open letters')]);
    await Promise.all([phone.context().setOffline(true), desk.context().setOffline(true)]);
    const name = whose === 'the phone’s' ? '钱素芬' : '孙玉梅';
    await askForHelp(phone, name);
    const isLost = spoilt === 'a third of the pictures lost';
    const shots = await shootFrames(phone, isLost ? 1 : 2);
    const seen = isLost ? shots.filter((_, n) => n % 3 !== 1) : await hideFifth(phone, shots);
    expect(seen.length).toBeGreaterThan(2);
    await desk.getByRole('link', { name: '帮人办一件事' }).click();
    await atHeading(desk, '您在帮谁办？');
    await desk.locator('.acting-code input[type=file]').setInputFiles(photoOf(seen));
    await sayYes(desk, name);
    expect(await field(desk, '地方').getByRole('textbox').inputValue()).toBe('3号楼门口');
    await fillTheRest(desk, name, '路灯不亮。');
    await readAndSend(name);
    await atHeading(desk, '记在这台设备上了');

    const [first, second] = whose === 'the phone’s' ? [phone, desk] : [desk, phone];
    await first.context().setOffline(false);
    if (first === desk) await atHeading(desk, '社区收到了');
    else
      await first
        .getByText(/社区收到了|接过去/u)
        .first()
        .waitFor();
    await second.context().setOffline(false);
    await atHeading(desk, '社区收到了');
    await press(desk, '办完了，换下一位');
    await desk.goto(`${stage.url}/hall`);
    await desk
      .getByRole('link', { name: new RegExp(name, 'u') })
      .first()
      .waitFor();
    expect(await desk.getByRole('link', { name: new RegExp(name, 'u') }).count()).toBe(1);
  },
  120_000,
);

test('a camera before the phone reads the frames that follow one another', async () => {
  await phone.context().setOffline(true);
  await askForHelp(phone, '何秀英');
  const file = join(stage.service.folder, 'cycle.y4m');
  writeFileSync(file, await film(phone, await shootFrames(phone)));
  const browser = await launch([
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
    `--use-file-for-fake-video-capture=${file}`,
  ]);
  try {
    const context = await browser.newContext({ viewport: DESK, locale: 'zh-CN' });
    const camera = await signIn(context, stage.url, stage.worker(1));
    await Promise.all([untilInstalled(camera), until(() => keyIsHere(camera), 'the desk can open letters')]);
    await context.setOffline(true);
    await camera.getByRole('link', { name: '帮人办一件事' }).click();
    await press(camera, '用摄像头扫');
    await camera.getByText(/^读到了：\d+ \/ \d+$/u).waitFor();
    await camera.getByRole('heading', { level: 1, name: '是何秀英吗？' }).waitFor({ timeout: 60_000 });
    await sayYes(camera, '何秀英');
    expect(await field(camera, '地方').getByRole('textbox').inputValue()).toBe('3号楼门口');
  } finally {
    await browser.close();
  }
}, 120_000);

/** The office's key is kept, and cannot be read out. */
function keyIsHere(page: Page): Promise<boolean> {
  return page.evaluate(async () => {
    const name = (await indexedDB.databases()).find((one) => one.name?.startsWith('bangban-worker-'))?.name;
    if (!name) return false;
    const opened = indexedDB.open(name);
    const db = await new Promise<IDBDatabase>((done) => (opened.onsuccess = () => done(opened.result)));
    const asked = db.transaction('meta').objectStore('meta').get('office-key');
    await new Promise((done) => (asked.onsuccess = done));
    db.close();
    const kept = asked.result as { value?: { opens?: { privateKey?: CryptoKey } } } | undefined; // as storage/office-key.ts keeps it
    return kept?.value?.opens?.privateKey?.extractable === false;
  });
}
