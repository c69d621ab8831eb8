/**
 * What a person waits for, in Chromium with the processor slowed down six times: from the tap on "send" to
 * "on this phone", from a tap to the next question, a cold start without a network; and, at full speed, from
 * "send" to the worker's queue. The time ends when the words have been painted.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright';
import { signIn } from '../browser/hall-desk.ts';
import { firstStart, toCheck, toWords } from '../browser/resident-phone.ts';
import { launch, launchProfile, ServiceProcess } from '../browser/stage.ts';
import type { Figure } from './figures.ts';

const RUNS = 7;
const SLOWER = 6;

async function slowDown(context: BrowserContext, page: Page): Promise<void> {
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
}

/** ms from the click on the main button to the frame in which the heading is the next one's. */
async function untilHeading(page: Page, button: string, heading: string): Promise<number> {
  return page.evaluate(
    ([name, wanted]) =>
      new Promise<number>((done, failed) => {
        const target = [...document.querySelectorAll('button')].find(
          (each) => each.textContent?.trim() === name,
        );
        if (!target) return failed(new Error(`no button ${name}`));
        let from = 0;
        const watch = new MutationObserver(() => {
          if (document.querySelector('h1')?.textContent !== wanted) return;
          watch.disconnect();
          requestAnimationFrame(() => setTimeout(() => done(performance.now() - from)));
        });
        watch.observe(document, { childList: true, subtree: true, characterData: true });
        from = performance.now();
        target.click();
      }),
    [button, heading] as const,
  );
}

/** The floor under "kept": one strict transaction of the same size, by hand, in the same slowed page. */
async function bareKeep(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((done, failed) => {
        const open = indexedDB.open('bench-bare', 1);
        open.onupgradeneeded = () => open.result.createObjectStore('rows', { autoIncrement: true });
        open.onerror = () => failed(open.error ?? new Error('not opened'));
        open.onsuccess = () => {
          const from = performance.now();
          const change = open.result.transaction('rows', 'readwrite', { durability: 'strict' });
          change.objectStore('rows').add({ words: '路灯坏了'.repeat(250) });
          change.oncomplete = () => {
            done(performance.now() - from);
            open.result.close();
          };
        };
      }),
  );
}

export async function taps(): Promise<readonly Figure[]> {
  const service = await ServiceProcess.start();
  const profile = mkdtempSync(join(tmpdir(), 'bangban-bench-'));
  const hall = await launch();
  let phone = await launchProfile(profile);
  const kept: number[] = [];
  const bare: number[] = [];
  const next: number[] = [];
  const cold: number[] = [];
  const queue: number[] = [];
  const trip: number[] = [];
  try {
    let page = await firstStart(phone, service.url);
    const deskContext = await hall.newContext({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN' });
    const desk = await signIn(deskContext, service.url, service.signIns[0] ?? { name: '', password: '' });

    // 1. From "send" to the worker's queue, both apps open, at full speed.
    for (let at = 0; at < RUNS; at += 1) {
      const name = `排队${at}号`;
      await page.goto(service.url);
      await toWords(page);
      await page.getByRole('textbox').fill('路灯坏了三天。');
      await toCheck(page, name);
      const seen = desk.evaluate(
        (who) =>
          new Promise<number>((done) => {
            const look = () =>
              document.body.textContent?.includes(who) === true && (watch.disconnect(), done(Date.now()));
            const watch = new MutationObserver(look);
            watch.observe(document, { childList: true, subtree: true, characterData: true });
            look();
          }),
        name,
      );
      const from = await page.evaluate(() => {
        const send = [...document.querySelectorAll('button')].find((each) =>
          each.textContent?.includes('送出去'),
        );
        send?.click();
        return Date.now();
      });
      queue.push((await seen) - from);
      const before = performance.now();
      await fetch(`${service.url}/api/v1/office`);
      trip.push(performance.now() - before);
    }

    // 2. Taps on a slow phone without a line.
    await phone.setOffline(true);
    for (let at = 0; at < RUNS; at += 1) {
      await page.goto(service.url);
      await toWords(page);
      await page.getByRole('textbox').fill('路灯坏了三天。');
      const session = await phone.newCDPSession(page);
      await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
      next.push(await untilHeading(page, '下一步', '要拍张照片吗？'));
      await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
      await page.goBack();
      await toCheck(page);
      await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
      kept.push(await untilHeading(page, '送出去', '都记在这部手机上了'));
      bare.push(await bareKeep(page));
      await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    }

    // 3. The whole browser opened anew, without a line, on the slow phone.
    for (let at = 0; at < RUNS; at += 1) {
      await phone.close();
      phone = await launchProfile(profile, { offline: true });
      page = await phone.newPage();
      await slowDown(phone, page);
      await page.goto(service.url, { waitUntil: 'commit' });
      await page.getByRole('heading', { level: 1 }).waitFor();
      cold.push(
        await page.evaluate(() => performance.getEntriesByType('paint').at(-1)?.startTime ?? Number.NaN),
      );
    }
  } finally {
    await phone.close();
    await hall.close();
    await service.remove();
    rmSync(profile, { recursive: true, force: true });
  }
  return [
    {
      what: 'tap on "send" to "on this phone", 6× slower',
      unit: 'ms',
      values: kept,
      peer: { what: 'one bare strict transaction', values: bare },
      target: { atMost: 100 },
    },
    { what: 'tap to the next question, 6× slower', unit: 'ms', values: next, target: { atMost: 100 } },
    { what: 'cold start without a network to first paint, 6× slower', unit: 'ms', values: cold },
    {
      what: 'send to the worker’s queue',
      unit: 'ms',
      values: queue,
      peer: { what: 'one bare question to the service', values: trip },
      target: { atMost: 1000 },
    },
  ];
}
