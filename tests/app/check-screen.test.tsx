// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { readPlace } from '#storage/place.ts';
import * as drafts from '#storage/drafts.ts';
import * as outbox from '#storage/outbox.ts';
import { remembered } from '#storage/remembered.ts';
import { draftWith, makePhone, openAt, WHOLE } from '#tests/support/filing.tsx';
import { answers } from '#tests/support/make.ts';

const send = () => screen.findByRole('button', { name: '送出去' });

async function check(entries: Parameters<typeof draftWith>[1], base: '' | '/kiosk' = '') {
  const phone = await makePhone({ base });
  const id = await draftWith(phone, entries);
  openAt(phone, `${base}/draft/${id}/check`);
  await send();
  return { phone, id };
}

test('every answer stands there in plain words, each with its own "change"', async () => {
  const { id } = await check(WHOLE);
  for (const words of ['水管', '厨房水管漏水。', '王秀兰', '13800138000', '3号楼2单元501'])
    expect(screen.getByText(words)).toBeTruthy();
  // Trouble, details, photos, visit, name, telephone, address; the smell of gas is not asked.
  expect(screen.getAllByRole('link', { name: /^改：/u })).toHaveLength(7);
  expect(screen.getByRole('link', { name: '改：姓名' }).getAttribute('href')).toBe(
    `/draft/${id}/name?from=check`,
  );
});

test('changing one answer comes back here with the rest as it was', async () => {
  await check(WHOLE);
  await userEvent.click(screen.getByRole('link', { name: '改：情况' }));
  const box = await screen.findByDisplayValue('厨房水管漏水。');
  await userEvent.type(box, '很急。');
  await userEvent.click(screen.getByRole('button', { name: '改好了，回去看看' }));
  expect(await screen.findByText('厨房水管漏水。很急。')).toBeTruthy();
  expect(screen.getByText('王秀兰')).toBeTruthy();
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 })));
});

test('a changed answer that asks something new is followed by that question, then by the check page', async () => {
  await check(WHOLE);
  await userEvent.click(screen.getByRole('link', { name: '改：哪里坏了' }));
  await userEvent.click(await screen.findByRole('radio', { name: '燃气' }));
  await userEvent.click(screen.getByRole('button', { name: '改好了，回去看看' }));
  await screen.findByRole('heading', { name: '闻到燃气味吗？' });
  await userEvent.click(screen.getByRole('radio', { name: '不是' }));
  await userEvent.click(screen.getByRole('button', { name: '改好了，回去看看' }));
  await send();
  expect(screen.getByText('燃气')).toBeTruthy();
});

test('"send" keeps the request on the phone, takes the draft away, asks for a line, and says what is true', async () => {
  const { phone, id } = await check(WHOLE);
  await userEvent.click(await send());
  await screen.findByRole('heading', { level: 1, name: '都记在这部手机上了' });

  const [waiting] = await outbox.waiting(phone.db);
  expect(waiting?.action).toMatchObject({ kind: 'open', requestId: id, answers: answers() });
  expect(await drafts.find(phone.db, id)).toBeUndefined();
  expect(phone.nudges()).toBe(1);
  await expect.poll(() => readPlace(phone.db)).toBeUndefined();
});

test('two taps on "send" file one request', async () => {
  const { phone } = await check(WHOLE);
  const button = await send();
  button.click();
  button.click();
  await screen.findByRole('heading', { level: 1, name: '都记在这部手机上了' });
  expect(await outbox.waiting(phone.db)).toHaveLength(1);
  expect(phone.nudges()).toBe(1);
});

test('what is missing is said above, with a way there, and nothing is sent', async () => {
  const { telephone: _none, ...rest } = WHOLE;
  const { phone, id } = await check(rest);
  await userEvent.click(await send());
  const link = within(await screen.findByRole('alert')).getByRole('link', { name: '请填写：电话' });
  expect(await outbox.counts(phone.db)).toEqual({ waiting: 0, refused: 0 });
  await userEvent.click(link);
  await screen.findByRole('heading', { name: '您的电话？' });
  expect(window.location.pathname).toBe(`/draft/${id}/telephone`);
});

test('when the phone has no room, everything stays on the screen and the person is told', async () => {
  const { phone, id } = await check(WHOLE);
  phone.db.outbox.hook('creating', () => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  await userEvent.click(await send());
  expect(within(await screen.findByRole('alert')).getByText('手机没地方存了')).toBeTruthy();
  expect(screen.getByText('厨房水管漏水。')).toBeTruthy();
  expect((await drafts.find(phone.db, id))?.entries).toEqual(WHOLE);
});

test('the phone remembers name, telephone and address for next time; a shared machine remembers nobody', async () => {
  const own = await check(WHOLE);
  await userEvent.click(await send());
  await waitFor(async () => expect(await remembered(own.phone.db)).toMatchObject({ name: WHOLE['name'] }));

  const shared = await check(WHOLE, '/kiosk');
  await userEvent.click(await send());
  await screen.findByRole('heading', { level: 1, name: '都记在这台机器上了' });
  expect(await remembered(shared.phone.db)).toEqual({});
});

test('on a shared screen only the end of a telephone number is shown', async () => {
  await check(WHOLE, '/kiosk');
  expect(screen.getByText('尾号 8000')).toBeTruthy();
  expect(screen.queryByText('13800138000')).toBeNull();
});
