// @vitest-environment happy-dom
import { cleanup, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test } from 'vitest';
import * as outbox from '#storage/outbox.ts';
import { HOUR, makeHall, officeSays, openHall, received, type HallDevice } from '#tests/support/hall.tsx';
import { action, hexId, MORNING, OFFICE_ID } from '#tests/support/make.ts';

afterEach(cleanup);

const cards = async () => {
  const list = await screen.findByRole('list', { name: /，\d+ 件$/u });
  return within(list).getAllByRole('link');
};
const names = async () => (await cards()).map((card) => /^\S+/u.exec(card.textContent)?.[0]);
const tab = (name: string) => screen.findByRole('button', { name: new RegExp(`^${name} \\d`, 'u') });

/** Four requests: two wait, one is mine, one is with a colleague and late. */
async function someQueue(): Promise<HallDevice> {
  const hall = await makeHall();
  const takes = (n: number, by: string) =>
    action('take', { id: hexId(0x20_0000 + n), requestId: hexId(n), by: { id: by, role: 'worker' } });
  await officeSays(hall.db, [
    received(1, { name: '王秀兰', dueIn: 50 * HOUR }),
    received(2, { name: '陈福根', dueIn: 3 * HOUR, description: '楼道的灯不亮' }),
    received(3, { name: '刘淑珍', dueIn: 90 * HOUR, number: '38271405' }),
    received(4, { name: '赵大海', dueIn: -2 * HOUR }),
    [takes(3, hall.me.id), { answerable: { id: hall.me.id, name: hall.me.name, telephone: '1' } }],
    [takes(4, 'worker-other'), { answerable: { id: 'worker-other', name: '李敏', telephone: '1' } }],
  ]);
  return hall;
}

describe('the queue', () => {
  test('shows what waits for somebody, the nearest due first', async () => {
    openHall(await someQueue());
    await waitFor(async () => expect(await names()).toEqual(['陈福根', '王秀兰']));
  });

  test.each([
    ['等人接', 2, ['陈福根', '王秀兰']],
    ['我的', 1, ['刘淑珍']],
    ['快到期', 1, ['陈福根']],
    ['过期', 1, ['赵大海']],
  ])('%s says how many it holds, and holds them', async (name, count, people) => {
    openHall(await someQueue());
    await waitFor(async () => expect((await tab(name)).textContent).toBe(`${name} ${count}`));
    await userEvent.click(await tab(name));
    expect(await names()).toEqual(people);
  });

  test('a late request of a colleague says whose it is', async () => {
    openHall(await someQueue());
    await userEvent.click(await tab('过期'));
    expect((await cards())[0]?.textContent).toMatch(/过期了，今天 8:00.*李敏在办/u);
  });

  test.each([
    ['a name', '刘淑', ['刘淑珍']],
    ['the number as it is read out, in groups', '382 714 05', ['刘淑珍']],
    ['words of the resident', '灯 不亮', ['陈福根']],
    ['two words in any order', '陈福根 修修', ['陈福根']],
    ['the matter, the most urgent first', '修修补补', ['赵大海', '陈福根', '王秀兰', '刘淑珍']],
    ['the address', '3号楼2单元', ['赵大海', '陈福根', '王秀兰', '刘淑珍']],
  ])('is searched by %s, over every list', async (_, typed, people) => {
    openHall(await someQueue());
    await userEvent.type(await screen.findByRole('textbox', { name: '找一件事' }), typed);
    await waitFor(async () => expect(await names()).toEqual(people));
    expect(screen.getByText(`在所有事情里找到 ${people.length} 件`)).toBeTruthy();
  });

  test('a search that finds nothing says so, and Escape ends it', async () => {
    openHall(await someQueue());
    const box = await screen.findByRole('textbox', { name: '找一件事' });
    await userEvent.type(box, '没有这个人');
    await screen.findByText('没有找到。换个词试试。');
    await userEvent.type(box, '{Escape}');
    expect(await names()).toEqual(['陈福根', '王秀兰']);
  });

  test('covered, no name, address or number of a resident is on the screen, and search still finds them', async () => {
    openHall(await someQueue());
    await names();
    await userEvent.click(screen.getByRole('button', { name: '遮住名字' }));
    await userEvent.type(screen.getByRole('textbox', { name: '找一件事' }), '陈福根');
    await waitFor(async () => expect((await cards())[0]?.textContent).toMatch(/^陈＊＊/u));
    expect(document.body.textContent).not.toMatch(/陈福根|501|13800138000/u);
  });

  test('a step that was refused is named above the list until somebody has read it', async () => {
    const hall = await someQueue();
    const take = await outbox.keep(
      hall.db,
      { kind: 'take', requestId: hexId(1), officeId: OFFICE_ID },
      { by: { id: hall.me.id, role: 'worker' }, at: MORNING, newId: () => hexId(0x77) },
    );
    if (!take.ok) throw new Error(take.reason.reason);
    await outbox.refused(hall.db, take.value.id, { reason: 'already-taken', who: '李敏' });
    openHall(hall);
    const notice = await screen.findByText('有 1 件没办成，请看看');
    expect(notice.parentElement?.textContent).toContain('王秀兰');
  });
});

describe('by keyboard', () => {
  test('J and K move, Enter opens, Escape comes back to the same card', async () => {
    openHall(await someQueue());
    const [first, second] = await cards();
    await userEvent.keyboard('j');
    expect(document.activeElement).toBe(first);
    await userEvent.keyboard('j');
    expect(document.activeElement).toBe(second);
    await userEvent.keyboard('k{ArrowDown}{Enter}');
    const heading = await screen.findByRole('heading', { level: 1, name: /王秀兰/u });
    await waitFor(() => expect(document.activeElement).toBe(heading));
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(document.activeElement?.textContent).toContain('王秀兰'));
    expect(window.location.pathname).toBe('/hall');
  });

  test('the slash goes to the search, and there every letter is only a letter', async () => {
    const hall = await someQueue();
    openHall(hall);
    await cards();
    await userEvent.keyboard('/jtk');
    expect(document.activeElement).toHaveProperty('value', 'jtk');
    expect(await hall.db.outbox.count()).toBe(0);
  });

  test('T takes the request whose card is marked, and opens it', async () => {
    const hall = await someQueue();
    openHall(hall);
    await cards();
    await userEvent.keyboard('jt');
    await screen.findByRole('heading', { level: 1, name: /陈福根/u });
    expect(
      (await outbox.waiting(hall.db)).map(({ action: { kind, requestId } }) => [kind, requestId]),
    ).toEqual([['take', hexId(2)]]);
  });

  test('turned off, no letter does anything', async () => {
    const hall = await someQueue();
    openHall(hall, '/hall/settings');
    await userEvent.click(await screen.findByRole('radio', { name: /不用快捷键/u }));
    openHall(hall);
    await cards();
    await userEvent.keyboard('jt/');
    expect(document.activeElement?.tagName).toBe('H1');
    expect(screen.queryByRole('list', { name: '快捷键' })).toBeNull();
  });
});

test('hundreds are drawn fifty at a time, and all of them can be reached', async () => {
  const hall = await makeHall();
  await officeSays(
    hall.db,
    Array.from({ length: 120 }, (_, n) => received(n + 1, { name: `居民${n}号` })),
  );
  openHall(hall);
  await waitFor(async () => expect(await cards()).toHaveLength(50));
  await userEvent.click(screen.getByRole('button', { name: '再看 50 件' }));
  await userEvent.click(await screen.findByRole('button', { name: '再看 20 件' }));
  expect(await cards()).toHaveLength(120);
});
