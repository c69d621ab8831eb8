// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { IDBObjectStore } from 'fake-indexeddb';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { readHalf } from '#storage/half-words.ts';
import * as outbox from '#storage/outbox.ts';
import { settle } from '#tests/support/clock.ts';
import { hallWith, ID, openHall, type HallDevice } from '#tests/support/hall.tsx';

afterEach(cleanup);

const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }));
const box = (name: string | RegExp) => screen.findByRole('textbox', { name });
const waits = async ({ db }: HallDevice) => (await outbox.waiting(db)).map(({ action: kept }) => kept);
/** What the service says to everything that waits, as a push would bring it. */
const accept = async ({ db }: HallDevice) => {
  for (const { row } of await outbox.waiting(db)) await outbox.accepted(db, row.id);
};

async function opened(held?: 'mine' | 'other') {
  const hall = await hallWith(held);
  openHall(hall, `/hall/request/${ID}`);
  await screen.findByRole('heading', { level: 1, name: '王秀兰 · 家里修修补补' });
  return hall;
}

describe('without a line', () => {
  test('taking is kept, said to wait, and said to be sent only when the service has it', async () => {
    const hall = await opened();
    await press(/^我来办/u);
    const told = await screen.findByText('记在这台设备上了，有网络就送。');
    await waitFor(() => expect(document.activeElement?.contains(told)).toBe(true));
    expect((await waits(hall)).map(({ kind }) => kind)).toEqual(['take']);
    expect(hall.nudges).toBe(1);
    expect(screen.queryByText('送到了')).toBeNull();

    await accept(hall);
    await screen.findByText('送到了');
    expect(screen.queryByText('记在这台设备上了，有网络就送。')).toBeNull();
  });

  test('two quick taps send the words once', async () => {
    const hall = await opened('mine');
    await press('写给居民');
    await userEvent.type(await box('写给居民的话'), '师傅下午到。');
    const button = await screen.findByRole('button', { name: '送给居民' });
    button.click();
    button.click();
    await screen.findByText('记在这台设备上了，有网络就送。');
    await settle();
    expect(await waits(hall)).toHaveLength(1);
  });

  test.each([
    [
      '写给居民',
      '写给居民的话',
      '师傅下午到。',
      '送给居民',
      { kind: 'write', words: '师傅下午到。', photos: [] },
    ],
    [
      '办好了',
      '办得怎么样',
      '换了新水管。',
      '办好了，告诉居民',
      { kind: 'finish', result: '换了新水管。', photos: [] },
    ],
    ['要晚几天', '为什么要晚几天', '要等零件。', '延一次', { kind: 'extend', reason: '要等零件。' }],
  ])('%s is kept with its words', async (opens, label, typed, sends, kept) => {
    const hall = await opened('mine');
    await press(opens);
    await userEvent.type(await box(label), typed);
    await press(sends);
    await screen.findByText('记在这台设备上了，有网络就送。');
    expect(await waits(hall)).toMatchObject([{ ...kept, requestId: ID }]);
    await waitFor(() => expect(screen.queryByRole('textbox', { name: label })).toBeNull());
  });

  test('sending back asks for the right door and a reason, and says who stays answerable', async () => {
    const hall = await opened('mine');
    await press('不归我们办');
    await screen.findByText('那边接下之前，还是李梅负责。');
    await press('转过去');
    const summary = await screen.findByRole('alert');
    expect(summary.textContent).toContain('请选一个该去的地方。');
    expect(await waits(hall)).toEqual([]);

    await userEvent.click(screen.getByRole('radio', { name: /物业公司/u }));
    await userEvent.type(await box('为什么不归我们办'), '这是物业的事。');
    await press('转过去');
    await screen.findByText('转给物业公司了。那边接下之前，还是李梅负责。');
    expect(await waits(hall)).toMatchObject([
      { kind: 'send-back', door: 'property', reason: '这是物业的事。' },
    ]);
  });
});

test('a reason that is missing is asked for above and beside the box, and nothing is sent', async () => {
  const hall = await opened('mine');
  await press('要晚几天');
  await press('延一次');
  const summary = await screen.findByRole('alert');
  await waitFor(() => expect(document.activeElement).toBe(summary));
  expect(screen.getAllByText('请写一句为什么，居民会看到。')).toHaveLength(2);
  expect(await waits(hall)).toEqual([]);
});

test('a request is extended once only', async () => {
  const hall = await opened('mine');
  await press('要晚几天');
  await userEvent.type(await box('为什么要晚几天'), '要等零件。');
  await press('延一次');
  await screen.findByText('已经延过一次了。');
  expect(screen.queryByRole('button', { name: '要晚几天' })).toBeNull();
  expect(await waits(hall)).toHaveLength(1);
});

describe('words half written', () => {
  const type = async (typed: string) =>
    fireEvent.input(await box('写给居民的话'), { target: { value: typed } });

  test('are on the device soon after a key, without leaving the box', async () => {
    const hall = await opened('mine');
    await press('写给居民');
    await type('师傅明天');
    await waitFor(async () =>
      expect((await readHalf(hall.db, ID, 'write'))['words']).toEqual({ type: 'typed', typed: '师傅明天' }),
    );
  });

  test('are there again after a look at something else, however short', async () => {
    const hall = await opened('mine');
    await press('写给居民');
    await type('师傅明天');
    openHall(hall, `/hall/request/${ID}`);
    await press('写给居民');
    await waitFor(async () => expect(await box('写给居民的话')).toHaveProperty('value', '师傅明天'));
    expect(await waits(hall)).toEqual([]);
  });

  test('are gone once they are sent', async () => {
    const hall = await opened('mine');
    await press('写给居民');
    await userEvent.type(await box('写给居民的话'), '师傅下午到。');
    await press('送给居民');
    await waitFor(async () => expect(await readHalf(hall.db, ID, 'write')).toEqual({}));
  });
});

test('a full disk is told, and the words stay on the screen', async () => {
  const hall = await opened('mine');
  await press('写给居民');
  await userEvent.type(await box('写给居民的话'), '师傅下午到。');
  const full = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
    throw new DOMException('no room', 'QuotaExceededError');
  });
  await press('送给居民');
  await screen.findByText('还没记下来');
  expect(await box('写给居民的话')).toHaveProperty('value', '师傅下午到。');

  full.mockRestore();
  await press('送给居民');
  await screen.findByText('记在这台设备上了，有网络就送。');
  expect(await waits(hall)).toMatchObject([{ kind: 'write', words: '师傅下午到。' }]);
});
