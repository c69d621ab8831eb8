/** axe, every rule tag included, on each step of helping somebody: on a small phone, and on a desk in the largest text. */
import { expect, test } from 'vitest';
import { fillIn, readBackAndSend, toForm, type Helped } from './acting-desk.ts';
import { askForHelp, field, fillTheRest, goOnAtWords, sayYes, takeBack, toHelp } from './hand-over-hands.ts';
import { lookInAll } from './look.ts';
import { atHeading } from './resident-phone.ts';
import { withStage } from './with-stage.ts';

const HELPED: Helped = { name: '吴桂芳', id: '11010519491231002X', card: '工商银行 6222', room: '东屋' };
const LOOKS = [
  { width: 360, height: 640, size: '20' },
  { width: 1280, height: 800, size: '30', anew: true },
] as const;

const stage = withStage();

test('no step has a violation, on a small phone and on a desk in the largest text', async () => {
  const page = await stage.desk(0, { bypassCSP: true });
  const found: string[] = [];
  const look = async (step: string) => void found.push(...(await lookInAll(page, step, LOOKS)));
  await page.goto(`${stage.url}/hall/help`);
  await atHeading(page, '您在帮谁办？');
  await look('whom');
  await page.getByRole('textbox', { name: /姓名/u }).fill(HELPED.name);
  await page.getByRole('button', { name: /没办过事/u }).click();
  await atHeading(page, `帮${HELPED.name}办什么事？`);
  await look('matter');
  await page.getByRole('button', { name: '返回' }).click();
  await toForm(page, HELPED, () => look('mandate'));
  await page.getByRole('button', { name: '转过去，念给本人听' }).click();
  await page.getByRole('alert').getByText('有一处要再看看').waitFor();
  await look('form with what is missing');
  await fillIn(page, HELPED);
  await look('form');
  await readBackAndSend(page, HELPED, () => look('read back'));
  await atHeading(page, '社区收到了');
  await look('slip');
  expect(found).toEqual([]);
}, 120_000);

test('nor any step beside a resident who handed a draft over and goes on writing', async () => {
  const [phone, page] = await Promise.all([stage.phone(), stage.desk(1, { bypassCSP: true })]);
  const found: string[] = [];
  const look = async (step: string) => void found.push(...(await lookInAll(page, step, LOOKS)));
  const code = await askForHelp(phone, HELPED.name);
  await toHelp(page, stage.url);
  await page.getByRole('textbox', { name: '手机上的八位号' }).fill('2222');
  await page.getByRole('button', { name: '打开他填的' }).click();
  await page.getByText('号要八个字。请照着手机再看看。').waitFor();
  await look('whom, with a wrong code');
  await page.getByRole('textbox', { name: '手机上的八位号' }).fill(code);
  await page.getByRole('button', { name: '打开他填的' }).click();
  await atHeading(page, `是${HELPED.name}吗？`);
  await look('is it this person');
  await sayYes(page, HELPED.name);
  await goOnAtWords(phone, '路灯坏了。');
  await page.getByText(/刚刚又填了/u).waitFor();
  await field(page, '地方').getByRole('textbox').fill('5号楼');
  await look('form, with what has just come and a reason to give');
  await page.getByRole('button', { name: '用刚填的' }).click();
  await page.getByRole('button', { name: '写错了' }).click();

  await page.getByRole('button', { name: '转给本人' }).click();
  await atHeading(page, '是哪一类事？');
  await look('turned round');
  await page.getByRole('button', { name: '转回来' }).click();
  await fillTheRest(page, HELPED.name);
  await page.getByRole('button', { name: '转过去，念给本人听' }).click();
  await atHeading(page, `${HELPED.name}，请您听一听、看一看`);
  await page.getByRole('button', { name: '用签名表示对' }).click();
  await look('read back, with a signature');
  await takeBack(phone);
  await atHeading(page, '委托收回了');
  await look('taken back');
  expect(found).toEqual([]);
}, 180_000);
