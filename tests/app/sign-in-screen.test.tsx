// @vitest-environment happy-dom
import { cleanup, screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test } from 'vitest';
import * as outbox from '#storage/outbox.ts';
import { currentWorker, openWorkerDatabase, sitDown } from '#storage/worker-account.ts';
import { settle } from '#tests/support/clock.ts';
import {
  json,
  makeHall,
  officeSays,
  openHall,
  received,
  worker,
  type HallDevice,
} from '#tests/support/hall.tsx';
import { answers, hexId, MORNING, OFFICE_ID, PHOTO } from '#tests/support/make.ts';

afterEach(cleanup);

const box = (name: string) => screen.findByLabelText(name);
const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }));

async function tryAs(name: string, password = 'right') {
  const nameBox = await box('您的名字');
  await userEvent.clear(nameBox);
  await userEvent.type(nameBox, name);
  await userEvent.type(await box('密码'), password);
  await press('登录');
}

/** A worker took a request without a line. */
async function unsent(hall: HallDevice): Promise<void> {
  await officeSays(hall.db, [received(1, { name: '王秀兰' })]);
  await outbox.keep(
    hall.db,
    { kind: 'take', requestId: hexId(1), officeId: OFFICE_ID },
    { by: { id: hall.me.id, role: 'worker' }, at: MORNING, newId: () => hexId(0x77) },
  );
}

describe('signing in', () => {
  test('opens the queue, and the device knows the worker from then on, without the password', async () => {
    const hall = await makeHall({ known: null });
    const me = worker('张强');
    hall.answer = async () => json({ signIn: 'in', worker: me });
    openHall(hall);
    await tryAs('张强', 'correct-horse');
    await screen.findByText('张强，您好');
    expect(currentWorker()).toEqual({ ...me, role: 'worker' });
    expect(localStorage.getItem('bangban-workers')).not.toContain('correct-horse');
  });

  test('with a wrong name or password says that, and not which', async () => {
    const hall = await makeHall({ known: null });
    hall.answer = async () => json({ signIn: 'wrong' });
    openHall(hall);
    await tryAs('张强');
    await screen.findByText('名字和密码对不上，请再看一看。');
    expect(await box('您的名字')).toHaveProperty('value', '张强');
  });

  test('too often tells the seconds to wait, and asks the service no sooner', async () => {
    const hall = await makeHall({ known: null });
    hall.answer = async () => json({ signIn: 'slow-down', waitMs: 7_200 });
    openHall(hall);
    await tryAs('张强');
    await screen.findByText('请等 8 秒，再按“登录”。');
    hall.now += 5_000;
    await press('登录');
    await screen.findByText('请等 3 秒，再按“登录”。');
    expect(hall.asked).toHaveLength(1);

    hall.now += 3_000;
    hall.answer = async () => json({ signIn: 'in', worker: worker('张强') });
    await press('登录');
    await screen.findByText('张强，您好');
  });

  test.each([
    [
      'without a line is called that',
      () => Promise.reject(new TypeError('no line')),
      '有网络的时候，才能登录。',
    ],
    [
      'behind a café’s login page is not taken for an answer',
      async () => new Response('<html>Wi-Fi</html>', { headers: { 'content-type': 'text/html' } }),
      '那边没有回答。请过一会儿再试。',
    ],
  ])('%s', async (_, answer, said) => {
    const hall = await makeHall({ known: null });
    hall.answer = answer;
    openHall(hall);
    await tryAs('张强');
    await screen.findByText(said);
  });

  test('with an empty box leads to that box', async () => {
    openHall(await makeHall({ known: null }));
    await press('登录');
    const summary = await screen.findByRole('alert');
    expect(summary.textContent).toMatch(/请写上您的名字。请写上密码。/u);
    await waitFor(() => expect(document.title).toMatch(/^请再看看：/u));
  });
});

describe('a device that knows the worker', () => {
  test('opens the queue without a line, with what it has seen', async () => {
    const hall = await makeHall();
    await officeSays(hall.db, [received(1, { name: '王秀兰' })]);
    openHall(hall);
    await screen.findByRole('link', { name: /王秀兰/u });
  });

  test('says calmly that the session is over, and signing in again keeps what waits', async () => {
    const hall = await makeHall();
    await unsent(hall);
    openHall(hall);
    await screen.findByText('还没送到：1 件');
    hall.say({ at: 'signed-out' });
    await screen.findByText('请重新登录，写好的都在。');

    await press('重新登录');
    await screen.findByText('写好的都在，登录以后接着送。');
    expect(await box('您的名字')).toHaveProperty('value', '李梅');
    hall.answer = async () => json({ signIn: 'in', worker: hall.me });
    hall.latest = { at: 'idle' };
    await tryAs('李梅');
    await screen.findByText('还没送到：1 件');
    expect(await outbox.waiting(hall.db)).toHaveLength(1);
  });

  test('shows the next worker none of it, only how much of others waits', async () => {
    const hall = await makeHall();
    await unsent(hall);
    openHall(hall);
    hall.say({ at: 'signed-out' });
    await press('重新登录');
    const next = worker('张强');
    hall.answer = async () => json({ signIn: 'in', worker: next });
    hall.latest = { at: 'idle' };
    await tryAs('张强');
    await screen.findByText('还有 1 件是别的同事没送出的');
    expect(document.body.textContent).not.toContain('王秀兰');
    expect(screen.queryByText(/^还没送到/u)).toBeNull();
    expect(await openWorkerDatabase(next.id).outbox.count()).toBe(0);
    expect(await hall.db.outbox.count()).toBe(1);
  });

  test('changes to the worker whom another tab has put here', async () => {
    const hall = await makeHall();
    openHall(hall);
    await screen.findByText('李梅，您好');
    sitDown(worker('张强'));
    window.dispatchEvent(new StorageEvent('storage', { key: 'bangban-workers' }));
    await screen.findByText('张强，您好');
  });

  test('asks nothing in the name of one worker once another sits here, even before it has heard of it', async () => {
    const hall = await makeHall();
    const [open, stamp] = received(1);
    const photos = { type: 'photos', photos: [PHOTO] } as const;
    await officeSays(hall.db, [[{ ...open, answers: answers({ photos }) } as typeof open, stamp]]); // still an `open`
    openHall(hall, `/hall/request/${hexId(1)}`);
    await waitFor(() => expect(hall.asked).toHaveLength(1));
    sitDown(worker('张强'));
    await press('再看一次');
    await settle();
    expect(hall.asked).toHaveLength(1);
  });
});
