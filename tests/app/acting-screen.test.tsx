// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { Dexie } from 'dexie';
import { afterEach, describe, expect, test } from 'vitest';
import * as outbox from '#storage/outbox.ts';
import { hallWith, HOUR, makeHall, officeSays, openHall, type HallDevice } from '#tests/support/hall.tsx';
import { stamp } from '#tests/support/make.ts';

const MINUTE = 60_000;
afterEach(cleanup);

const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }));
const choose = async (name: string | RegExp) => userEvent.click(await screen.findByRole('radio', { name }));
const heading = (name: string | RegExp) => screen.findByRole('heading', { level: 1, name });
const bar = () => screen.findByRole('banner', { name: '正在替别人办' });
const rooms = async () => (await Dexie.getDatabaseNames()).filter((name) => name.includes('acting-'));

async function toMandate(name = '吴桂芳'): Promise<void> {
  await userEvent.click(await screen.findByRole('link', { name: '帮人办一件事' }));
  await heading('您在帮谁办？');
  await userEvent.type(screen.getByRole('textbox', { name: /姓名/u }), name);
  await press(`没办过事，新的一位：${name}`);
  await press(/身边的问题/u);
  await heading('先念给本人听，再请他答应');
}

async function sign(): Promise<void> {
  await choose('在这里签名');
  const sheet = await screen.findByRole('img', { name: /签名的地方/u });
  sheet.getBoundingClientRect = () => new DOMRect(0, 0, 600, 200); // nothing is laid out in here
  fireEvent.pointerDown(sheet, { clientX: 10, clientY: 10 });
  fireEvent.pointerMove(sheet, { clientX: 300, clientY: 200 });
  fireEvent.pointerUp(sheet);
  await screen.findByRole('img', { name: '签名的地方，已经签了' });
}

async function agree(how: () => Promise<void> = sign): Promise<void> {
  await choose(/一个小时/u);
  await choose('没有手机');
  await how();
  await press('答应了，开始填');
}

async function fillIn(danger: '是' | '不是' = '不是'): Promise<void> {
  await heading('身边的问题');
  await choose('电梯');
  await userEvent.click(
    within(await screen.findByRole('region', { name: /危险/u })).getByRole('radio', { name: danger }),
  );
  await userEvent.type(
    within(screen.getByRole('region', { name: '地方' })).getByRole('textbox'),
    '3号楼门口',
  );
  const words = screen.getAllByRole('textbox').find((box) => box.tagName === 'TEXTAREA');
  if (words) await userEvent.type(words, '电梯停了。');
}

async function filed(hall: HallDevice) {
  await waitFor(async () => expect(await outbox.waiting(hall.db)).toHaveLength(1));
  const [kept] = await outbox.waiting(hall.db);
  if (kept?.action.kind !== 'open') throw new Error('something else was kept');
  return kept.action;
}

test('a worker files for somebody without a phone, who signs, listens and says yes', async () => {
  const hall = await makeHall();
  openHall(hall);
  await toMandate();
  await agree();
  expect((await bar()).textContent).toMatch(/正在替吴桂芳办：身边的问题.*到 11:00 为止，因为：没有手机/u);
  expect(await rooms()).toHaveLength(1);
  await fillIn();
  await press('转过去，念给本人听');
  await heading('吴桂芳，请您听一听、看一看');
  expect(screen.getByText('电梯停了。')).toBeTruthy();
  expect(await outbox.waiting(hall.db)).toEqual([]); // nothing goes without a yes
  await press('对，就这样');

  await heading('记在这台设备上了');
  expect(within(screen.getByRole('region', { name: '凭条' })).getByText(/号码还没有/u)).toBeTruthy();
  await waitFor(async () => expect(await rooms()).toEqual([])); // filed: the room is not needed any more
  const open = await filed(hall);
  expect(open).toMatchObject({
    by: { id: hall.me.id, role: 'worker' },
    mandate: {
      helperId: hall.me.id,
      residentName: '吴桂芳',
      requestId: open.requestId,
      powers: ['fill', 'submit'],
      reason: '没有手机',
      agreed: { how: 'signed' },
    },
    readBack: { how: 'pressed' },
  });
  expect(open.mandate?.residentId).toMatch(/^[0-9a-f]{32}$/u);

  await officeSays(hall.db, [[open, stamp('open', { byName: hall.me.name, number: '38271405' })]]);
  await heading('社区收到了');
  const slip = screen.getByRole('region', { name: '凭条' });
  expect(slip.textContent).toMatch(/382.*714.*05/u);
  expect(slip.textContent).toMatch(/李梅负责/u);
  expect(screen.getByRole('button', { name: '打印凭条' })).toBeTruthy();

  await press('办完了，换下一位');
  await heading('您在帮谁办？');
  expect(document.body.textContent).not.toContain('吴桂芳');
  expect(await rooms()).toEqual([]);
});

test('“not right” goes back to the form with everything in it', async () => {
  const hall = await makeHall();
  openHall(hall);
  await toMandate();
  await agree();
  await fillIn();
  await press('转过去，念给本人听');
  await press('不对');
  await screen.findByText('本人说不对');
  expect(screen.getByDisplayValue('3号楼门口')).toBeTruthy();
  expect(await outbox.waiting(hall.db)).toEqual([]);
});

describe('before the yes', () => {
  test('nothing is chosen, and what is missing is named', async () => {
    openHall(await makeHall());
    await toMandate();
    expect(screen.queryAllByRole('radio', { checked: true })).toEqual([]);
    await press('答应了，开始填');
    const alert = await screen.findByRole('alert');
    for (const words of ['请选到什么时候为止。', '请选一个原因。', '请选他怎么答应的。'])
      expect(alert.textContent).toContain(words);
    expect(await rooms()).toEqual([]);
  });

  test('an empty sheet is no signature; two witnesses are a yes', async () => {
    openHall(await makeHall());
    await toMandate();
    await agree(() => choose('在这里签名'));
    expect((await screen.findByRole('alert')).textContent).toContain('请本人在框里签名。');
    await choose('口头答应，有两位见证人');
    await userEvent.type(screen.getByRole('textbox', { name: '第一位见证人的姓名' }), '赵国强');
    await userEvent.type(screen.getByRole('textbox', { name: '第二位见证人的姓名' }), '刘淑珍');
    await press('答应了，开始填');
    await bar();
  });

  test('somebody the office knows is found by name, and keeps her own id', async () => {
    const hall = await hallWith();
    openHall(hall);
    await userEvent.click(await screen.findByRole('link', { name: '帮人办一件事' }));
    await userEvent.type(await screen.findByRole('textbox', { name: /姓名/u }), '8000');
    await press(/^王秀兰/u);
    await press(/身边的问题/u);
    await agree();
    await fillIn();
    await press('转过去，念给本人听');
    await press('对，就这样');
    expect((await filed(hall)).mandate?.residentId).toBe('resident-1');
  });
});

test('for somebody who cannot agree only urgent things go, marked for a supervisor', async () => {
  const hall = await makeHall();
  openHall(hall);
  await toMandate();
  await agree(async () => {
    await choose(/本人没法答应/u);
    await userEvent.type(screen.getByRole('textbox', { name: '为什么没法答应？' }), '昏过去了');
  });
  await fillIn('不是');
  await press('填好了，再看一遍');
  await press('送出去');
  await screen.findByText('本人没法答应时，只能办急事。请问问主管。');
  expect(await outbox.waiting(hall.db)).toEqual([]);

  await press('回去改');
  await userEvent.click(
    within(await screen.findByRole('region', { name: /危险/u })).getByRole('radio', { name: '是' }),
  );
  await press('填好了，再看一遍');
  await press('送出去');
  expect((await filed(hall)).readBack).toBeUndefined();
  await press('办完了，换下一位');
  await userEvent.click(await screen.findByRole('link', { name: /返回/u }));
  await waitFor(() => expect(screen.getAllByText('等主管确认').length).toBeGreaterThan(0));
});

describe('the time of a session', () => {
  test('a warning after 28 minutes can be put off; after 30 everything is cleared by itself', async () => {
    const hall = await makeHall();
    openHall(hall);
    await toMandate();
    await agree();
    await fillIn();
    hall.now += 27 * MINUTE;
    expect(screen.queryByText('还有两分钟就自动结束。')).toBeNull();
    hall.now += 1 * MINUTE;
    await press('再办三十分钟');
    await waitFor(() => expect(screen.queryByText('还有两分钟就自动结束。')).toBeNull());
    hall.now += 29 * MINUTE;
    await screen.findByText('还有两分钟就自动结束。');
    expect(screen.getByDisplayValue('3号楼门口')).toBeTruthy();
    hall.now += 1 * MINUTE;
    await heading('到时间了，已经结束');
    expect(document.body.textContent).not.toContain('吴桂芳');
    expect(await rooms()).toEqual([]);
    expect(await outbox.waiting(hall.db)).toEqual([]);
  });

  test('is never longer than the mandate', async () => {
    const hall = await makeHall();
    hall.now += 9 * HOUR; // after closing time: two hours at most, one of them chosen
    openHall(hall);
    await toMandate();
    await agree();
    await bar();
    hall.now += 29 * MINUTE;
    await press('再办三十分钟');
    hall.now += 29 * MINUTE;
    await press('再办三十分钟');
    await screen.findByText('委托快到时间了，请先交。');
    hall.now += 2 * MINUTE;
    await heading('到时间了，已经结束');
  });
});

test('“next person” before sending asks first, and then clears', async () => {
  const hall = await makeHall();
  openHall(hall);
  await toMandate();
  await agree();
  await fillIn();
  await press('办完了，换下一位');
  await press('接着办');
  expect(screen.getByDisplayValue('3号楼门口')).toBeTruthy();
  await press('办完了，换下一位');
  await press('清掉，换下一位');
  await heading('您在帮谁办？');
  expect(await rooms()).toEqual([]);
});

test('what a broken-off session left is deleted at the next start of the hall', async () => {
  const left = new Dexie('bangban-acting-left');
  left.version(1).stores({ drafts: 'id' });
  await left.table('drafts').put({ id: '吴桂芳' });
  left.close();
  openHall(await makeHall());
  await heading('今天有哪些事');
  await waitFor(async () => expect(await rooms()).toEqual([]));
});
