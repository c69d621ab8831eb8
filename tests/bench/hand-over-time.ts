/**
 * From the press on "open" at the desk, with the code typed, to the draft that asks "is it this person?", and
 * from the yes to the form; and from choosing the photos of an offline hand-over to the same question.
 */
import type { Page } from 'playwright';
import { askForHelp, shootFrames, toHelp } from '../browser/hand-over-hands.ts';
import { signIn } from '../browser/hall-desk.ts';
import { firstStart } from '../browser/resident-phone.ts';
import { launch, PHONE, ServiceProcess } from '../browser/stage.ts';
import type { Figure } from './figures.ts';

const RUNS = 5;

async function timed(page: Page, act: () => Promise<unknown>, seen: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await act();
  await seen();
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
  return performance.now() - from;
}

export async function handOverTime(): Promise<readonly Figure[]> {
  const service = await ServiceProcess.start();
  const browser = await launch();
  const asked: number[] = [];
  const opened: number[] = [];
  const photos: number[] = [];
  try {
    const worker = service.signIns[0] ?? { name: '', password: '' };
    const hall = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN' });
    const desk = await signIn(hall, service.url, worker);
    for (let at = 0; at < RUNS; at += 1) {
      const own = await browser.newContext({ viewport: PHONE, locale: 'zh-CN' });
      const phone = await firstStart(own, service.url);
      const byLight = at === RUNS - 1;
      if (byLight) await own.setOffline(true);
      const code = await askForHelp(phone, '王秀兰');
      const question = () => desk.getByRole('heading', { level: 1, name: '是王秀兰吗？' }).waitFor();
      if (!byLight) await phone.getByText('让工作人员扫，或者输这八个字。').waitFor();
      const shots = byLight ? await shootFrames(phone) : [];
      await toHelp(desk, service.url);
      if (byLight) {
        const files = shots.map((buffer, n) => ({ name: `${n}.png`, mimeType: 'image/png', buffer }));
        const box = desk.locator('.acting-code input[type=file]');
        photos.push(await timed(desk, () => box.setInputFiles(files), question));
      } else {
        await desk.getByRole('textbox', { name: '手机上的八位号' }).fill(code);
        const open = desk.getByRole('button', { name: '打开他填的' });
        asked.push(await timed(desk, () => open.click(), question));
        const yes = desk.getByRole('button', { name: '是，打开' });
        const form = desk.getByRole('banner', { name: '正在替别人办' });
        opened.push(
          await timed(
            desk,
            () => yes.click(),
            () => form.waitFor(),
          ),
        );
      }
      await own.close();
    }
  } finally {
    await browser.close();
    await service.remove();
  }
  return [
    { what: 'code typed, to "is it this person?"', unit: 'ms', values: asked },
    { what: 'yes, to the form with the draft', unit: 'ms', values: opened },
    { what: 'photos of all frames chosen, to "is it this person?"', unit: 'ms', values: photos },
  ];
}
