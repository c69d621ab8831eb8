/** A supervisor's look: at what was filed for somebody who could not agree, and at "this is not right" said by a slip. */
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { openFromQueue } from './hall-desk.ts';
import { atHeading } from './resident-phone.ts';
import { withStage } from './with-stage.ts';

const NAME = '吴桂芳';
const BORN = '1946';

const stage = withStage();
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();

/** A worker files at once for somebody who cannot speak. @returns the number on the slip. */
async function fileForOneWhoCannotAgree(page: Page): Promise<string> {
  await page.getByRole('link', { name: '帮人办一件事' }).click();
  await page.getByRole('textbox', { name: /姓名/u }).fill(NAME);
  await press(page, `没办过事，新的一位：${NAME}`);
  await press(page, /^身边的问题/u);
  await atHeading(page, '先念给本人听，再请他答应');
  await page.getByRole('radio', { name: /一个小时/u }).check();
  await page.getByRole('radio', { name: '没有手机' }).check();
  await page.getByRole('textbox', { name: '出生年份，可以不写' }).fill(BORN);
  await page.getByRole('radio', { name: /本人没法答应/u }).check();
  await page.getByRole('textbox', { name: '为什么没法答应？' }).fill('摔倒了，说不出话。');
  await press(page, '答应了，开始填');
  await page.getByRole('banner', { name: '正在替别人办' }).waitFor();
  const field = (label: string) => page.getByRole('region', { name: label, exact: true });
  await field('哪一类').getByRole('radio', { name: '路灯、井盖、路面' }).check();
  await field('有没有危险').getByRole('radio', { name: '是', exact: true }).check();
  await field('地方').getByRole('textbox').fill('3号楼门口的台阶');
  await field('怎么回事').getByRole('textbox').fill('井盖没了，人掉下去了。');
  await field('电话')
    .getByRole('button', { name: /没有电话/u })
    .click();
  await press(page, '填好了，再看一遍');
  await atHeading(page, '请再看一遍');
  await press(page, '送出去');
  await atHeading(page, '社区收到了');
  const number = page.getByRole('region', { name: '凭条' }).getByText(/^\d{3} ?\d{3} ?\d{2}$/u);
  return (await number.innerText()).replace(/\s/gu, '');
}

async function lookUp(page: Page, number: string, year: string): Promise<void> {
  await page.getByRole('textbox', { name: '凭条上的号码' }).fill(number);
  await page.getByRole('textbox', { name: '出生年份' }).fill(year);
  await press(page, '查一查');
}

test('filed for one who cannot agree, confirmed, stopped by the slip at the kiosk, and settled', async () => {
  const worker = await stage.desk(0);
  const number = await fileForOneWhoCannotAgree(worker);

  // The supervisor's own list comes first, and says by when.
  const supervisor = await stage.desk(2);
  const waiting = (count: number) =>
    supervisor.getByRole('button', { name: `要主管看 ${count}`, exact: true });
  await waiting(1).waitFor();
  await supervisor.getByRole('link', { name: new RegExp(`${NAME}.*主管要确认`, 'u') }).waitFor();
  await openFromQueue(supervisor, NAME);
  await press(supervisor, '看过了，确认');
  await supervisor.getByRole('textbox', { name: '看到了什么' }).fill('去医院看过她，情况属实。');
  await press(supervisor, '确认这件事');
  await supervisor.getByText('主管确认过了').waitFor();
  await waiting(0).waitFor();

  // Somebody with the slip, at the shared machine, without any account.
  const kiosk = await (await stage.context({ viewport: { width: 768, height: 1024 } })).newPage();
  await kiosk.goto(`${stage.url}/kiosk`);
  await press(kiosk, '开始用');
  await kiosk.getByRole('link', { name: /^查一件事/u }).click();
  await atHeading(kiosk, '查一件事');
  await lookUp(kiosk, number, '1950');
  await kiosk.getByText('没查到。请再看看号码和年份，或者问窗口。').waitFor();
  await lookUp(kiosk, number, BORN);
  await atHeading(kiosk, '身边的问题');
  await kiosk.getByText(`${stage.worker(0).name}替您交了“身边的问题”`).waitFor();
  for (const secret of [NAME, '井盖', '3号楼'])
    expect(await kiosk.locator('body').innerText()).not.toContain(secret);
  await press(kiosk, '这不对');
  await kiosk.getByRole('textbox').fill('我没有掉下去，是别人。');
  await press(kiosk, '我说：这不对');
  await kiosk.getByText('先停下了').first().waitFor();

  // It stands still for everybody, and is the supervisor's again.
  await waiting(1).waitFor();
  await supervisor.getByText('我没有掉下去，是别人。').first().waitFor();
  const colleague = await stage.desk(1);
  await openFromQueue(colleague, NAME);
  await colleague.getByText('停着，等主管').first().waitFor();
  expect(await colleague.getByRole('button', { name: /我来办/u }).count()).toBe(0);
  expect(await colleague.getByRole('button', { name: '问过了，定下来' }).count()).toBe(0);

  await press(supervisor, '问过了，定下来');
  await supervisor.getByRole('radio', { name: '不办了' }).check();
  await supervisor.getByRole('textbox', { name: '本人是怎么说的' }).fill('她说不是她，不用办了。');
  await press(supervisor, '就这样定');
  await supervisor.getByText('停办了').first().waitFor();
  await colleague.getByText('停办了').first().waitFor();

  await kiosk.getByRole('link', { name: '查好了，回首页' }).click();
  await kiosk.getByRole('link', { name: /^查一件事/u }).click();
  await lookUp(kiosk, number, BORN);
  await kiosk.getByText('这件事停办了').waitFor();
}, 120_000);
