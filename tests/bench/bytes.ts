/** Bytes of JavaScript, as brotli would send them: up to the first usable screen, and in all. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { launch, PHONE, ServiceProcess } from '../browser/stage.ts';
import type { Figure } from './figures.ts';

const APP = 'dist/app';

function brotliBytes(path: string): number {
  return brotliCompressSync(readFileSync(path), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}

export async function bytes(): Promise<readonly Figure[]> {
  const service = await ServiceProcess.start();
  const browser = await launch();
  try {
    const context = await browser.newContext({ viewport: PHONE, serviceWorkers: 'block' });
    const page = await context.newPage();
    await page.addInitScript(() => {
      localStorage.setItem('bangban-settings', JSON.stringify({ language: 'zh-CN', started: true }));
      // The first usable screen: its tiles can be pressed.
      new MutationObserver((_, watch) => {
        if (!document.querySelector('main a[href^="/matter/"]')) return;
        performance.mark('usable');
        watch.disconnect();
      }).observe(document, { childList: true, subtree: true });
    });
    await page.goto(service.url);
    await page.getByRole('link', { name: /身边的问题/u }).waitFor();
    const first = await page.evaluate(() => {
      const usable = performance.getEntriesByName('usable')[0]?.startTime ?? 0;
      return performance
        .getEntriesByType('resource')
        .filter((entry) => entry.startTime < usable && new URL(entry.name).pathname.endsWith('.js'))
        .map((entry) => new URL(entry.name).pathname);
    });
    const sizes = first.map((path) => [path, brotliBytes(join(APP, path))] as const);
    for (const [path, size] of sizes) console.log(`  ${path} ${(size / 1000).toFixed(1)} kB`);
    const all = readdirSync(APP, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.js') && statSync(join(APP, path)).isFile())
      .map((path) => brotliBytes(join(APP, path)));
    const sum = (list: readonly number[]) => list.reduce((total, each) => total + each, 0) / 1000;
    return [
      {
        what: 'JavaScript to the first usable screen',
        unit: 'kB brotli',
        values: [sum(sizes.map(([, size]) => size))],
        target: { atMost: 60 },
      },
      {
        what: 'JavaScript in all, both languages, hall and offline shell',
        unit: 'kB brotli',
        values: [sum(all)],
        target: { atMost: 150 },
      },
    ];
  } finally {
    await browser.close();
    await service.remove();
  }
}
