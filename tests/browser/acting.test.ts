/** A worker files for residents without a phone, in a real browser against the real service. */
import type { BrowserContext, Page } from 'playwright';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { everything, fillIn, readBackAndSend, toForm, type Helped } from './acting-desk.ts';
import { openFromQueue } from './hall-desk.ts';
import { atHeading } from './resident-phone.ts';
import { until } from './stage.ts';
import { withStage } from './with-stage.ts';

const FIRST: Helped = {
  name: '吴桂芳',
  id: '11010519491231002X',
  card: '工商银行 6222020200112230',
  room: '柳巷七号院东屋',
};
/** Filed before the search for traces, which must not find this one's request in the office's log. */
const EARLIER: Helped = {
  name: '孟淑华',
  id: '110105194801010120',
  card: '中国银行 6217850000012345',
  room: '磨坊南里',
};
const SECOND: Helped = { ...FIRST, name: '郑明山', card: '邮政 6210980012345678', room: '槐树胡同二号' };
/** What is the first one's alone, as it was typed. */
const OF_FIRST = [FIRST.name, FIRST.id, FIRST.card, FIRST.room];

const stage = withStage();
let context: BrowserContext;
let page: Page;

beforeEach(async () => {
  page = await stage.desk(0);
  context = page.context();
  await page.getByRole('link', { name: '帮人办一件事' }).click();
  await atHeading(page, '您在帮谁办？');
});
afterEach(() => context.close());

const finish = () => page.getByRole('button', { name: '办完了，换下一位' }).click();

/** Where anything of the first resident is found. */
async function tracesOfFirst(): Promise<readonly string[]> {
  const found = await everything(page);
  return Object.keys(found).filter((where) => OF_FIRST.some((words) => found[where]?.includes(words)));
}

test('from a signature to a number, and every desk sees who filed it for whom', async () => {
  await toForm(page, EARLIER);
  await fillIn(page, EARLIER);
  // Nobody types in it any more: the ID number is covered, on the form and when it is read back.
  expect(await page.getByText(EARLIER.id).count()).toBe(0);
  await page.getByText('1101··········0120').waitFor();

  // The bar stays, however far the page is scrolled.
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
  expect(await page.getByRole('banner', { name: '正在替别人办' }).boundingBox()).toMatchObject({ y: 0 });
  await page.goBack();
  await page.getByRole('banner', { name: '正在替别人办' }).waitFor(); // not even "back" leaves somebody half done

  await readBackAndSend(page, EARLIER);
  await atHeading(page, '社区收到了');
  const slip = page.getByRole('region', { name: '凭条' });
  await slip.getByText(/^\d{3} ?\d{3} ?\d{2}$/u).waitFor();
  await page.emulateMedia({ media: 'print' });
  expect(await slip.isVisible()).toBe(true);
  expect(await page.getByRole('button', { name: '打印凭条' }).isVisible()).toBe(false);
  await page.emulateMedia({ media: null });
  // One sheet of A6: 105 by 148 mm are 298 by 420 points.
  const sheets = (await page.pdf({ preferCSSPageSize: true }))
    .toString('latin1')
    .match(/\/MediaBox \[[^\]]*\]/gu);
  expect(sheets).toEqual([expect.stringMatching(/\[0 0 29[78][.\d]* 4(?:19|20)[.\d]*\]/u)]);

  const desk = await stage.desk(1);
  await openFromQueue(desk, EARLIER.name);
  await desk.getByText(`${EARLIER.name}的事，由${stage.worker(0).name}代交`).waitFor();
  expect(await desk.getByText('工作人员填的').count()).toBeGreaterThan(3);
  expect(await desk.getByText('居民自己填的').count()).toBe(0);
  await desk.context().close();
}, 60_000);

test('two residents one after the other: of the first, nothing but the office’s own request is left', async () => {
  await toForm(page, FIRST);
  await fillIn(page, FIRST);
  // It is on the screen, and on the disk under a key that is not: nobody could read it there even now.
  expect((await tracesOfFirst()).toSorted()).toEqual(['page', 'typed']);
  expect(Object.keys(await everything(page))).toContainEqual(expect.stringMatching(/^bangban-acting-/u));
  await readBackAndSend(page, FIRST);
  await atHeading(page, '社区收到了');
  await finish();
  await atHeading(page, '您在帮谁办？');
  await toForm(page, SECOND);

  const found = await tracesOfFirst();
  expect(found.filter((where) => !where.startsWith('bangban-worker-'))).toEqual([]);
}, 60_000);

test('a first resident who did not send leaves nothing at all', async () => {
  const gone: Helped = { ...FIRST, name: '冯玉珍', card: '农业银行 6228480010001234', room: '水塔南院' };
  await toForm(page, gone);
  await fillIn(page, gone);
  await finish();
  await page.getByRole('button', { name: '清掉，换下一位' }).click();
  await atHeading(page, '您在帮谁办？');
  await toForm(page, SECOND);
  const found = await everything(page);
  for (const words of [gone.name, gone.card, gone.room])
    expect(
      Object.keys(found).filter((where) => found[where]?.includes(words)),
      words,
    ).toEqual([]);
}, 60_000);

test('a tab that was closed in the middle leaves nothing once the hall starts again', async () => {
  const gone: Helped = { ...FIRST, name: '蒋月英', card: '建设银行 6217000010002345', room: '粮站后楼' };
  await toForm(page, gone);
  await fillIn(page, gone);
  await until(async () => JSON.stringify(await everything(page)).includes(gone.room), 'it is kept');
  await page.close();
  page = await context.newPage();
  await page.goto(`${stage.url}/hall`);
  await atHeading(page, '今天有哪些事');
  await until(async () => {
    const found = await everything(page);
    return [gone.name, gone.card, gone.room].every((words) => !JSON.stringify(found).includes(words));
  }, 'nothing of that person is here');
}, 60_000);

test('without a line the slip says so, and has no number until there is one', async () => {
  await toForm(page, SECOND);
  await fillIn(page, { ...SECOND, id: FIRST.id });
  await context.setOffline(true);
  await readBackAndSend(page, SECOND);
  await atHeading(page, '记在这台设备上了');
  await page.getByRole('region', { name: '凭条' }).getByText('号码还没有。请先记下电话。').waitFor();
  await context.setOffline(false);
  await atHeading(page, '社区收到了');
  await page
    .getByRole('region', { name: '凭条' })
    .getByText(/^\d{3} ?\d{3} ?\d{2}$/u)
    .waitFor();
}, 60_000);
