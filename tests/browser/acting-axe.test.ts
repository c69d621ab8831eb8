/** axe, every rule tag included, on each step of helping somebody: on a small phone, and on a desk in the largest text. */
import { expect, test } from 'vitest';
import { fillIn, readBackAndSend, toForm, type Helped } from './acting-desk.ts';
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
