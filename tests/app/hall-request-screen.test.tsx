// @vitest-environment happy-dom
import { cleanup, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test } from 'vitest';
import type { Refused } from '#domain/request/action.ts';
import { keepMatter } from '#storage/matters.ts';
import * as outbox from '#storage/outbox.ts';
import {
  hallWith,
  ID,
  makeHall,
  officeSays,
  openHall,
  received,
  type HallDevice,
} from '#tests/support/hall.tsx';
import {
  action,
  answers,
  FIELDS,
  hexId,
  matter,
  MORNING,
  OFFICE_ID,
  PHOTO,
  words,
} from '#tests/support/make.ts';

afterEach(cleanup);

const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }));
const box = (name: string | RegExp) => screen.findByRole('textbox', { name });

async function opened(held?: 'mine' | 'other') {
  const hall = await hallWith(held);
  openHall(hall, `/hall/request/${ID}`);
  await screen.findByRole('heading', { level: 1, name: '王秀兰 · 家里修修补补' });
  return hall;
}

/** The worker acts without a line; later the service says no. */
async function refusedStep(hall: HallDevice, kind: 'take' | 'write' | 'finish', refused: Refused) {
  const about = { requestId: ID, officeId: OFFICE_ID };
  const doing: outbox.Doing =
    kind === 'take'
      ? { ...about, kind }
      : kind === 'write'
        ? { ...about, kind, words: '师傅下午三点到。', photos: [] }
        : { ...about, kind, result: '换了水管，不漏了。', photos: [] };
  const kept = await outbox.keep(hall.db, doing, {
    by: { id: hall.me.id, role: 'worker' },
    at: MORNING,
    newId: (() => {
      let n = 0x90 + kind.length;
      return () => hexId((n += 1));
    })(),
  });
  if (!kept.ok) throw new Error(kept.reason.reason);
  await outbox.refused(hall.db, kept.value.id, refused);
}

describe('a request', () => {
  test('shows every answer with who gave it, the number, the day, and who answers for it', async () => {
    await opened();
    const answers = screen.getByRole('region', { name: '居民要办的事' });
    expect(answers.textContent).toMatch(/情况厨房水管漏水。居民自己填的/u);
    expect(within(answers).getAllByText('居民自己填的')).toHaveLength(5);
    expect(screen.getByText('号码 4 0 0 0 0 0 0 1')).toBeTruthy();
    expect(screen.getByText(/要办好/u).textContent).toContain('明天');
    expect(screen.getByText(/李梅负责，电话 010-5550111/u)).toBeTruthy();
  });

  test('whose day was counted on a guessed calendar says so', async () => {
    const hall = await makeHall();
    const [open, stamp] = received(1);
    await officeSays(hall.db, [[open, { ...stamp, due: { at: MORNING, calendar: 'guessed' } }]]);
    openHall(hall, `/hall/request/${ID}`);
    await screen.findByText('那年的放假安排还没公布，日子可能会变。');
  });

  test('that this device has never seen is not a blank page', async () => {
    openHall(await makeHall(), `/hall/request/${hexId(99)}`);
    await screen.findByRole('heading', { level: 1, name: '这台设备还没见过这件事' });
  });

  test('whose matter has not arrived still shows the words', async () => {
    const hall = await hallWith();
    await hall.db.matters.clear();
    openHall(hall, `/hall/request/${ID}`);
    await screen.findByText('问题的名称还没送到这台设备。');
    expect(screen.getByText('厨房水管漏水。')).toBeTruthy();
  });
});

describe('a step that the service refused', () => {
  test('names who was first, keeps the words, and goes when it has been read', async () => {
    const hall = await hallWith('mine');
    await refusedStep(hall, 'finish', { reason: 'not-yours', who: '李敏' });
    openHall(hall, `/hall/request/${ID}`);
    await screen.findByText('是李敏先接的。');
    expect(screen.getByText('换了水管，不漏了。').tagName).toBe('BLOCKQUOTE');
    await press('看过了，放一边');
    await waitFor(() => expect(screen.queryByText('是李敏先接的。')).toBeNull());
    expect(await hall.db.outbox.count()).toBe(0);
  });

  test('of taking says that a colleague has it, with nothing blamed on anybody', async () => {
    const hall = await hallWith();
    await refusedStep(hall, 'take', { reason: 'already-taken', who: '李敏' });
    openHall(hall, `/hall/request/${ID}`);
    await screen.findByText('没接上');
    expect(screen.getByText('李敏已经接了这件事。请看看别的事。')).toBeTruthy();
  });

  test('lends its words to the next try', async () => {
    const hall = await hallWith('mine');
    await refusedStep(hall, 'write', { reason: 'too-large' });
    openHall(hall, `/hall/request/${ID}`);
    await press('用这些字再写');
    await waitFor(async () => expect(await box('写给居民的话')).toHaveProperty('value', '师傅下午三点到。'));
  });

  test('offers no other box to a worker who does not hold the request', async () => {
    const hall = await hallWith('mine');
    await refusedStep(hall, 'write', { reason: 'not-yours', who: '李敏' });
    await officeSays(hall.db, [
      [action('send-back', { id: hexId(0x31), requestId: ID, by: { id: hall.me.id, role: 'worker' } })],
      [action('take', { id: hexId(0x32), requestId: ID, by: { id: 'worker-other', role: 'worker' } })],
    ]);
    openHall(hall, `/hall/request/${ID}`);
    await screen.findByRole('button', { name: '抄下这些字' });
    expect(screen.queryByRole('button', { name: '用这些字再写' })).toBeNull();
  });
});

test('what a colleague holds can be read and not acted upon', async () => {
  await opened('other');
  expect(screen.getByText('李敏在办')).toBeTruthy();
  expect(screen.getByText('这件事现在不用您做什么。')).toBeTruthy();
  for (const name of ['写给居民', '办好了', '要晚几天', '不归我们办', /^我来办/u]) {
    expect(screen.queryByRole('button', { name })).toBeNull();
  }
});

test('an ID number is covered in the middle until somebody asks for the whole', async () => {
  const hall = await makeHall();
  const idField = {
    id: 'id', type: 'resident-id', why: words('核对身份。'), keepDays: 1,
    question: words('身份证号？'), label: words('身份证'),
  } as const; // prettier-ignore
  await keepMatter(hall.db, matter({ fields: [...FIELDS, idField] }));
  const [open, stamp] = received(1);
  const answered = { ...open, answers: answers({ id: { type: 'words', words: '110101194906152718' } }) };
  await officeSays(hall.db, [[answered as typeof open, stamp]]); // still an `open`, with one answer more
  openHall(hall, `/hall/request/${ID}`);
  await screen.findByText('1101··········2718');
  await press('显示全部身份证');
  await screen.findByText('110101194906152718');
});

describe('photos', () => {
  const withPhoto = async () => {
    const hall = await makeHall();
    const [open, stamp] = received(1);
    const answered = { ...open, answers: answers({ photos: { type: 'photos', photos: [PHOTO] } }) };
    await officeSays(hall.db, [[answered as typeof open, stamp]]); // as above
    return hall;
  };

  test('are fetched when the request is looked at', async () => {
    const hall = await withPhoto();
    hall.answer = async () =>
      new Response(new Uint8Array([1]), { headers: { 'content-type': 'image/jpeg' } });
    openHall(hall, `/hall/request/${ID}`);
    await screen.findByRole('img', { name: '照片，第 1 张' });
    expect(hall.asked).toEqual([`/api/v1/files/${PHOTO.id}`]);
  });

  test('that cannot be had now say so, and can be asked for again', async () => {
    const hall = await withPhoto();
    openHall(hall, `/hall/request/${ID}`);
    await screen.findByText('有 1 张照片现在看不到，有网络再看。');
    hall.answer = async () =>
      new Response(new Uint8Array([1]), { headers: { 'content-type': 'image/jpeg' } });
    await press('再看一次');
    await screen.findByRole('img', { name: '照片，第 1 张' });
  });

  test('a file that is no picture is turned away with words, and what was written stays', async () => {
    await opened('mine');
    await press('写给居民');
    await userEvent.type(await box('写给居民的话'), '请看。');
    const letter = new File(['just words'], 'photo.png', { type: 'image/png' });
    await userEvent.upload(screen.getByLabelText('加一张照片'), letter);
    await screen.findByText('这个文件不是照片，请换一张。');
    expect(await box('写给居民的话')).toHaveProperty('value', '请看。');
  });
});
