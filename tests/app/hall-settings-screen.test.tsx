// @vitest-environment happy-dom
import { cleanup, screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test } from 'vitest';
import * as outbox from '#storage/outbox.ts';
import { readSettings } from '#storage/device.ts';
import { currentWorker, owesSignOut } from '#storage/worker-account.ts';
import { json, makeHall, officeSays, openHall, received, type HallDevice } from '#tests/support/hall.tsx';
import { hexId, MORNING, OFFICE_ID } from '#tests/support/make.ts';

afterEach(cleanup);

const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }));
const choose = async (name: string | RegExp) => userEvent.click(await screen.findByRole('radio', { name }));

async function settings(unsent = 0): Promise<HallDevice> {
  const hall = await makeHall();
  for (let n = 1; n <= unsent; n += 1) {
    await officeSays(hall.db, [received(n)]);
    await outbox.keep(
      hall.db,
      { kind: 'take', requestId: hexId(n), officeId: OFFICE_ID },
      { by: { id: hall.me.id, role: 'worker' }, at: MORNING, newId: () => hexId(0x70 + n) },
    );
  }
  openHall(hall, '/hall/settings');
  await screen.findByRole('heading', { level: 1, name: '设置' });
  return hall;
}

test('size and colours take effect at once and stay on this device', async () => {
  await settings();
  await choose('最大');
  await choose('黑底黄字');
  expect(document.documentElement.dataset).toMatchObject({ size: '30', theme: 'contrast' });
  expect(readSettings()).toMatchObject({ size: '30', theme: 'contrast' });
});

test('the language is changed in one tap, in its own script, and the document says so', async () => {
  await settings();
  await choose('English');
  await screen.findByRole('heading', { level: 1, name: 'Settings' });
  expect(document.documentElement.lang).toBe('en');
});

test('how the sending goes is told from the outbox and the last answer', async () => {
  const hall = await settings(2);
  await screen.findByText('2 件');
  expect(screen.getByText('这次打开以后还没有')).toBeTruthy();
  hall.say({ at: 'sent', lastDoneAt: MORNING });
  await screen.findByText('今天 10:00');
  await press('现在送一次');
  expect(hall.nudges).toBe(1);
});

describe('signing out', () => {
  test('ends the session and shows the sign-in', async () => {
    const hall = await settings();
    hall.answer = async () => json({});
    await press('在这台设备上退出');
    await screen.findByRole('heading', { level: 1, name: '工作人员登录' });
    expect(hall.asked).toEqual(['/api/v1/sign-out']);
    expect([currentWorker(), owesSignOut()]).toEqual([undefined, false]);
  });

  test('waits while something is unsent, says how much, and that it stays here', async () => {
    const hall = await settings(2);
    await press('在这台设备上退出');
    await screen.findByText('先不退出：还有 2 件没送到');
    expect(screen.getByText('它们留在这台设备上，不会丢。')).toBeTruthy();
    expect(currentWorker()).toEqual({ ...hall.me, role: 'worker' });
    expect(hall.asked).toEqual([]);
  });

  test('leaves what is unsent on this device when the worker goes all the same', async () => {
    const hall = await settings(2);
    await press('在这台设备上退出');
    await press('留在这里，还是退出');
    await screen.findByText('还有 2 件是别的同事没送出的');
    expect(await hall.db.outbox.count()).toBe(2);
  });

  test('without a line closes this device, and the service is told when the line is back', async () => {
    const hall = await settings();
    await press('在这台设备上退出');
    await screen.findByRole('heading', { level: 1, name: '工作人员登录' });
    expect(owesSignOut()).toBe(true);
    hall.answer = async () => json({});
    window.dispatchEvent(new Event('online'));
    await waitFor(() => expect(owesSignOut()).toBe(false));
  });

  test('everywhere is never said to be done without the service', async () => {
    const hall = await settings();
    await press('在所有设备上退出');
    await screen.findByText('没有网络，别的设备退不了。');
    expect(currentWorker()).toEqual({ ...hall.me, role: 'worker' });
  });
});
