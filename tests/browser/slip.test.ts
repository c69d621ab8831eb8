/** The slip on paper, from the real service: one sheet of A6, or one length of an 80 mm roll, and nothing personal on it. */
import { mkdirSync, writeFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { fillIn, readBackAndSend, toForm, type Helped } from './acting-desk.ts';
import { atHeading, toCheck, toWords } from './resident-phone.ts';
import { withStage } from './with-stage.ts';

const HELPED: Helped = {
  name: '吴桂芳',
  id: '11010519491231002X',
  card: '工商银行 6222020200112230',
  room: '柳巷七号院东屋',
};
const stage = withStage();

/** Width and height of each page in points, as the file itself says. SLIP_PICTURES names a folder to look at it in. */
async function sheetsOf(page: Page, name: string): Promise<readonly (readonly number[])[]> {
  const pdf = await page.pdf({ preferCSSPageSize: true });
  const folder = process.env['SLIP_PICTURES'];
  if (folder !== undefined) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${folder}/${name}.pdf`, pdf);
  }
  const boxes = pdf.toString('latin1').matchAll(/\/MediaBox \[\s*0 0 ([\d.]+) ([\d.]+)\]/gu);
  return [...boxes].map(([, width, height]) => [millimetres(width), millimetres(height)]);
}

const millimetres = (points = '0') => Math.round((Number(points) / 72) * 25.4);

/** All words that would be on the paper, with what is only there for readers. */
async function onPaper(page: Page): Promise<string> {
  await page.emulateMedia({ media: 'print' });
  const text = await page.evaluate(() => document.body.innerText);
  await page.emulateMedia({ media: null });
  return text;
}

test('a worker prints the slip on the paper that this device remembers', async () => {
  const page = await stage.desk(0);
  await page.getByRole('link', { name: '帮人办一件事' }).click();
  await atHeading(page, '您在帮谁办？');
  await toForm(page, HELPED);
  await fillIn(page, HELPED);
  await readBackAndSend(page, HELPED);
  await atHeading(page, '社区收到了');
  const digits = await page
    .getByRole('region', { name: '凭条' })
    .getByText(/^\d{3} ?\d{3} ?\d{2}$/u)
    .innerText();
  expect(await sheetsOf(page, 'a6')).toEqual([[105, 148]]);

  await page.getByRole('button', { name: '小票纸 80 毫米' }).click();
  expect(await sheetsOf(page, 'roll')).toEqual([[80, 150]]);

  const paper = await onPaper(page);
  expect(paper.replace(/\s/gu, '')).toContain(digits.replace(/\s/gu, ''));
  expect(paper).toContain('吴＊＊');
  expect(paper).toMatch(/负责[\s\S]*办好[\s\S]*打电话/u);
  for (const secret of Object.values(HELPED)) expect(paper).not.toContain(secret);
  expect(paper).not.toContain('打印凭条');
  expect(await page.locator('.slip-sheet .slip-code').count()).toBe(1);

  // Gone with the person; the paper stays chosen.
  await page.getByRole('button', { name: '办完了，换下一位' }).click();
  await atHeading(page, '您在帮谁办？');
  expect(await page.locator('.slip-sheet').count()).toBe(0);
  expect(await page.evaluate(() => localStorage.getItem('bangban-hall'))).toContain('"paper":"roll"');
  await page.context().close();
}, 90_000);

test('a resident prints a slip of their own request', async () => {
  const page = await stage.phone();
  await page.addInitScript(() => {
    window.print = () => document.body.setAttribute('data-printed', 'yes'); // no printer here
  });
  await page.reload();
  await toWords(page);
  await page.getByRole('textbox').fill('路灯坏了，晚上看不见路');
  await toCheck(page, '王秀兰');
  await page.getByRole('button', { name: '送出去' }).click();
  await page.getByRole('link', { name: /看/u }).first().click();
  await page.getByRole('button', { name: '把回执打出来' }).click();
  await page.locator('body[data-printed=yes]').waitFor({ state: 'attached' });
  expect(await sheetsOf(page, 'own')).toEqual([[105, 148]]);
  const paper = await onPaper(page);
  expect(paper).toContain('王＊＊');
  expect(paper).not.toContain('路灯坏了');
  expect(paper).not.toContain('把回执打出来');
  await page.context().close();
}, 90_000);
