// @vitest-environment happy-dom
/** What waits for a supervisor, and what a worker notes for somebody who telephoned. */
import { cleanup, screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test } from 'vitest';
import * as outbox from '#storage/outbox.ts';
import { HOUR, makeHall, officeSays, openHall, worker, type HallDevice } from '#tests/support/hall.tsx';
import { action, hexId, mandate, MORNING, openFor, REQUEST_ID, WORKER } from '#tests/support/make.ts';

afterEach(cleanup);

const OPENED = hexId(0xa1);
const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }));
const choose = async (name: string) => userEvent.click(await screen.findByRole('radio', { name }));
const write = async (name: string, words: string) =>
  userEvent.type(await screen.findByRole('textbox', { name }), words);
const waits = async ({ db }: HallDevice) => (await outbox.waiting(db)).map(({ action: kept }) => kept);
const missing = (name: string) => expect(screen.queryByRole('button', { name })).toBeNull();

let count = 0;
/** Never the one who filed. */
const supervisor = () =>
  ({ ...worker('王海燕'), id: `supervisor-${(count += 1)}`, role: 'supervisor' }) as const;

/** A device at which `known` has seen one request that 李梅 filed for 王秀兰. */
async function hallOf(known: ReturnType<typeof worker>, agreed: 'signed' | 'cannot-agree', stopped = false) {
  const hall = await makeHall({ known });
  const cannot = agreed === 'cannot-agree';
  const paper = cannot ? ({ how: 'cannot-agree', why: '摔倒了，说不出话' } as const) : mandate().agreed;
  const confirmBy = { at: MORNING + 24 * HOUR, calendar: 'published' } as const;
  await officeSays(hall.db, [
    [openFor({ agreed: paper }, { id: OPENED }), { number: '02333103', ...(cannot && { confirmBy }) }],
  ]);
  if (stopped) {
    const by = { id: mandate().residentId, role: 'resident' } as const;
    await officeSays(hall.db, [[action('object', { id: hexId(0x0b), about: OPENED, by })]]);
  }
  openHall(hall, `/hall/request/${REQUEST_ID}`);
  await screen.findByRole('heading', { level: 1, name: /王秀兰/u });
  return hall;
}

describe('a supervisor', () => {
  test('finds first what waits for a look, by when, and confirms it in words', async () => {
    const hall = await hallOf(supervisor(), 'cannot-agree');
    const tabs = screen.getByRole('group', { name: '看哪一类' });
    expect(tabs.firstElementChild?.textContent).toBe('要主管看 1');
    await screen.findByRole('link', { name: /王秀兰.*主管要确认/u });
    await press('看过了，确认');
    await press('确认这件事');
    await screen.findAllByText('请写一两句话再送。');
    expect(await waits(hall)).toEqual([]);
    await write('看到了什么', '和邻居、医院都问过了。');
    await press('确认这件事');
    await screen.findByText('主管确认过了');
    expect(await waits(hall)).toMatchObject([{ kind: 'confirm', words: '和邻居、医院都问过了。' }]);
    expect(tabs.firstElementChild?.textContent).toBe('要主管看 0');
  });

  test('settles what the resident said is not right, only after choosing and with the resident’s words', async () => {
    const hall = await hallOf(supervisor(), 'signed', true);
    await press('问过了，定下来');
    await write('本人是怎么说的', '她说没有让人办。');
    await press('就这样定');
    expect((await screen.findByRole('alert')).textContent).toContain('请选接着办，还是不办了。');
    expect(screen.getAllByRole('radio').filter((one) => one.matches(':checked'))).toEqual([]);
    await choose('不办了');
    await press('就这样定');
    await waitFor(async () =>
      expect(await waits(hall)).toMatchObject([
        { kind: 'settle', outcome: 'ended', words: '她说没有让人办。' },
      ]),
    );
    await screen.findByText('停办了');
  });

  test('is not offered to judge what he filed himself', async () => {
    await hallOf({ ...supervisor(), id: WORKER.id }, 'cannot-agree', true);
    missing('看过了，确认');
    missing('问过了，定下来');
  });
});

describe('a worker', () => {
  test('sees that a supervisor has to look, and cannot take the step', async () => {
    await hallOf(worker(), 'cannot-agree', true);
    expect(screen.getAllByText('停着，等主管').length).toBeGreaterThan(0);
    missing('看过了，确认');
    missing('问过了，定下来');
    missing('我来办');
    expect(screen.getByRole('group', { name: '看哪一类' }).lastElementChild?.textContent).toBe('要主管看 1');
  });

  test('stops it for a resident who telephoned, and says how the word came', async () => {
    const hall = await hallOf(worker(), 'signed');
    await press('本人说这不对');
    await write('本人说哪里不对', '她说没有要修水管。');
    await press('停下，告诉主管');
    expect((await screen.findByRole('alert')).textContent).toContain('请选是打电话说的，还是来窗口说的。');
    await choose('打电话来说的');
    await press('停下，告诉主管');
    await waitFor(async () =>
      expect(await waits(hall)).toMatchObject([
        { kind: 'object', about: OPENED, told: 'telephone', words: '她说没有要修水管。' },
      ]),
    );
  });

  test('takes the mandate back for a resident who asked for it', async () => {
    const hall = await hallOf(worker(), 'signed');
    await press('本人要收回委托');
    await write('本人是怎么说的', '她说以后自己来。');
    await press('收回委托');
    await waitFor(async () =>
      expect(await waits(hall)).toMatchObject([{ kind: 'end-mandate', words: '她说以后自己来。' }]),
    );
    await waitFor(() => missing('本人要收回委托'));
  });

  test('notes the yes of a resident whose family filed, and only then is it anybody’s to take', async () => {
    const hall = await makeHall();
    const helper = { id: 'helper-1', role: 'helper' } as const;
    const of = { helperId: helper.id, agreed: { how: 'linked', linkId: hexId(0x11) } } as const;
    await officeSays(hall.db, [[openFor(of, { id: OPENED, by: helper }), { awaits: 'resident' }]]);
    openHall(hall, `/hall/request/${REQUEST_ID}`);
    await screen.findByRole('heading', { level: 1, name: /王秀兰/u });
    expect(screen.queryByRole('button', { name: /^我来办/u })).toBeNull();
    await press('本人点头了');
    await write('您怎么问的，他怎么说', '打了电话，他说要办。');
    await press('记下本人同意');
    await screen.findByRole('button', { name: /^我来办/u });
    expect(await waits(hall)).toMatchObject([{ kind: 'agree', words: '打了电话，他说要办。' }]);
  });
});
