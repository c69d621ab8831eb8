// @vitest-environment happy-dom
/** A worker sees who may help a resident, and ends it for a resident who asked for that. */
import { cleanup, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { json, makeHall, officeSays, openHall } from '#tests/support/hall.tsx';
import { hexId, MORNING, openAction, REQUEST_ID, RESIDENT } from '#tests/support/make.ts';

afterEach(cleanup);

const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }));

const LINK = {
  id: hexId(0x71),
  elderId: RESIDENT.id,
  helperId: 'daughter-1',
  elderName: '王秀兰',
  helperName: '小芳',
  relation: 'daughter',
  scopes: ['see', 'file-services'],
  from: MORNING - 1_000,
  until: MORNING + 30 * 86_400_000,
};

/** A hall whose service knows one link, and ends it when it is told so in words. */
async function hallWithLink() {
  const told: unknown[] = [];
  let links: readonly object[] = [LINK, { ...LINK, id: hexId(0x72), helperName: '过去的', endedAt: MORNING }];
  const hall = await makeHall();
  await officeSays(hall.db, [[openAction({ id: hexId(0xa1) }), { number: '02333103' }]]);
  hall.answer = async (path, init) => {
    if (path.endsWith('/links/end')) {
      told.push(JSON.parse(String(init?.body)));
      links = [];
      return json({ ended: 'yes' });
    }
    if (path.includes('/links?resident=')) return json({ links });
    throw new TypeError('no line');
  };
  openHall(hall, `/hall/request/${REQUEST_ID}`);
  return { hall, told };
}

test('the links that hold are listed when asked for, with what they allow and until when', async () => {
  const { hall } = await hallWithLink();
  await screen.findByRole('region', { name: '亲友约定' });
  expect(hall.asked.filter((path) => path.includes('/links'))).toEqual([]);
  await press('看看谁在帮他');
  await screen.findByText(/女儿小芳：.*到/u);
  expect(screen.queryByText(/过去的/u)).toBeNull();
});

test('one is ended only with the resident’s own words, and then it is gone', async () => {
  const { told } = await hallWithLink();
  await press('看看谁在帮他');
  await press('本人要停，替他停');
  await press('停掉这个约定');
  await screen.findByText('请写本人怎么说的，再停。');
  expect(told).toEqual([]);
  await userEvent.type(screen.getByRole('textbox', { name: '本人怎么说的？' }), '打电话说不用女儿管了');
  await press('停掉这个约定');
  await screen.findByText('现在没有亲友在帮他。');
  expect(told).toMatchObject([{ id: LINK.id, words: '打电话说不用女儿管了' }]);
});

test('without a line it says so', async () => {
  const { hall } = await hallWithLink();
  hall.answer = () => Promise.reject(new TypeError('no line'));
  await press('看看谁在帮他');
  await screen.findByText('现在连不上。有网的时候再试一次。');
});
