/** axe, every rule tag included, on each step of helping somebody: on a small phone, and on a desk in the largest text. */
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fillIn, readBackAndSend, toForm, type Helped } from './acting-desk.ts';
import { signIn } from './hall-desk.ts';
import { look, setLooks } from './look.ts';
import { atHeading } from './resident-phone.ts';
import { launch, ServiceProcess } from './stage.ts';

const HELPED: Helped = { name: '吴桂芳', id: '11010519491231002X', card: '工商银行 6222', room: '东屋' };

let service: ServiceProcess;
let browser: Browser;

beforeAll(async () => {
  service = await ServiceProcess.start();
  browser = await launch();
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await service?.remove();
});

test.each([
  { width: 360, height: 640, size: '20' },
  { width: 1280, height: 800, size: '30' },
] as const)(
  'no step has a violation at $width × $height, text $size',
  async ({ width, height, size }) => {
    const context = await browser.newContext({
      viewport: { width, height },
      locale: 'zh-CN',
      bypassCSP: true,
    });
    try {
      const page = await signIn(context, service.url, service.signIns[0] ?? { name: '', password: '' });
      await setLooks(page, { language: 'zh-CN', size });
      await page.goto(`${service.url}/hall/help`);
      await atHeading(page, '您在帮谁办？');
      const found = await look(page, 'whom');
      await page.getByRole('textbox', { name: /姓名/u }).fill(HELPED.name);
      await page.getByRole('button', { name: /没办过事/u }).click();
      await atHeading(page, `帮${HELPED.name}办什么事？`);
      found.push(...(await look(page, 'matter')));
      await page.getByRole('button', { name: '返回' }).click();
      await toForm(page, HELPED, async () => void found.push(...(await look(page, 'mandate'))));
      await page.getByRole('button', { name: '转过去，念给本人听' }).click();
      await page.getByRole('alert').getByText('有一处要再看看').waitFor();
      found.push(...(await look(page, 'form with what is missing')));
      await fillIn(page, HELPED);
      found.push(...(await look(page, 'form')));
      await readBackAndSend(page, HELPED, async () => void found.push(...(await look(page, 'read back'))));
      await atHeading(page, '社区收到了');
      found.push(...(await look(page, 'slip')));
      expect(found).toEqual([]);
    } finally {
      await context.close();
    }
  },
  120_000,
);
