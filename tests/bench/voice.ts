/**
 * From the tap on "read aloud" to the first sound, by the app's own voice, on a page slowed down six times
 * and without a line. The engine's worker is a thread of its own, which DevTools does not slow.
 */
import { readFileSync, statSync } from 'node:fs';
import type { Page } from 'playwright';
import { heard, wireEars } from '../browser/listen.ts';
import { firstStart } from '../browser/resident-phone.ts';
import { launch, PHONE, ServiceProcess, until } from '../browser/stage.ts';
import type { Figure } from './figures.ts';

const RUNS = 7;
const SLOWER = 6;
const ENGINE = 'dist/app/voice/engine';

/** ms from the click to the first sample above the noise, by the page's own clock. */
async function untilSound(page: Page): Promise<number> {
  const before = (await heard(page)).loudMs;
  const from = await page.evaluate(() => {
    const button = document.querySelector<HTMLElement>('.top-bar-button[aria-label*="朗读"]');
    button?.click();
    return performance.now();
  });
  let now = await heard(page);
  await until(async () => {
    now = await heard(page);
    return now.loudMs > before;
  }, 'a sound');
  const first = now.firstLoudAt;
  await page.getByRole('button', { name: '不念了' }).click();
  return first - from;
}

export async function voice(): Promise<readonly Figure[]> {
  const service = await ServiceProcess.start();
  const browser = await launch();
  const cold: number[] = [];
  const warm: number[] = [];
  try {
    const context = await browser.newContext({ viewport: PHONE, locale: 'zh-CN' });
    await wireEars(context);
    const page = await firstStart(context, service.url);
    await untilSound(page); // fetches the engine, and lets the shell keep it
    await context.setOffline(true);
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    for (let at = 0; at < RUNS; at += 1) {
      await page.reload();
      await page.getByRole('heading', { level: 1, name: '今天要办什么事？' }).waitFor();
      cold.push(await untilSound(page));
      warm.push(await untilSound(page));
    }
  } finally {
    await browser.close();
    await service.remove();
  }
  const sizes = ['espeak-ng.data', 'espeak-ng.js', 'speak-worker.js'];
  const kept = sizes.reduce((sum, name) => sum + statSync(`${ENGINE}/${name}`).size, 0);
  const sent = sizes.reduce((sum, name) => sum + packedSize(`${ENGINE}/${name}`), 0);
  return [
    {
      what: 'tap to first sound, engine not started yet, 6×',
      unit: 'ms',
      values: cold,
      target: { atMost: 700 },
    },
    { what: 'tap to first sound, engine running, 6×', unit: 'ms', values: warm, target: { atMost: 700 } },
    { what: 'the voice’s engine as it is kept', unit: 'bytes', values: [kept] },
    { what: 'the voice’s engine as it is sent (brotli)', unit: 'bytes', values: [sent] },
  ];
}

function packedSize(path: string): number {
  try {
    return readFileSync(`${path}.br`).length;
  } catch {
    return statSync(path).size; // too small to have a packed twin
  }
}
