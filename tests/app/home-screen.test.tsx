// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import * as outbox from '#storage/outbox.ts';
import { keepPlaceOf, makePhone, openAt, draftWith } from '#tests/support/filing.tsx';
import { answers, hexId, matter, MORNING, OFFICE_ID, RESIDENT, words } from '#tests/support/make.ts';

const MATTERS = [1, 2, 3, 4, undefined, undefined].map((home, place) => {
  const { home: _first, ...rest } = matter({ id: `m${place}`, title: words(`事情${place}`), version: 9 });
  return home === undefined ? rest : { ...rest, home };
});

async function file(phone: Awaited<ReturnType<typeof makePhone>>, requestId: string) {
  await outbox.keep(
    phone.db,
    { kind: 'open', requestId, officeId: OFFICE_ID, matterId: 'm0', matterVersion: 9, answers: answers() },
    { by: RESIDENT, at: MORNING, newId: phone.deps.newId },
  );
}

test('there are at most five things to choose from, and the rest is one press away', async () => {
  const phone = await makePhone({ matters: MATTERS });
  openAt(phone, '/');
  await screen.findByRole('link', { name: /别的事/u });
  const list = screen.getAllByRole('list')[0];
  expect(within(list ?? document.body).getAllByRole('link').length).toBeLessThanOrEqual(5);
  await userEvent.click(screen.getByRole('link', { name: /别的事/u }));
  await screen.findByRole('heading', { level: 1, name: '别的事' });
  expect(await screen.findByRole('link', { name: /事情4/u })).toBeTruthy();
});

test('a person can be called, and so can police, fire and ambulance, in one press', async () => {
  openAt(await makePhone(), '/');
  const call = await screen.findByRole('link', { name: '打电话找人帮忙' });
  await waitFor(() => expect(call.getAttribute('href')).toBe('tel:010-5550100'));
  for (const number of ['110', '119', '120'])
    expect((await screen.findByRole('link', { name: new RegExp(number, 'u') })).getAttribute('href')).toBe(
      `tel:${number}`,
    );
});

test('a half-filled request is offered first, at the question where it was left', async () => {
  const phone = await makePhone();
  const id = await draftWith(phone, {});
  await keepPlaceOf(phone, id, 'description');
  openAt(phone, '/');
  const card = await screen.findByRole('link', { name: /接着填：家里修修补补/u });
  expect(card.getAttribute('href')).toBe(`/draft/${id}/description`);
});

test('a request that only this phone has says so on home, in words', async () => {
  const phone = await makePhone({ matters: MATTERS });
  await file(phone, hexId(0xb1));
  openAt(phone, '/');
  const card = await screen.findByRole('link', { name: /还没有送到社区/u });
  await waitFor(() => expect(card.textContent).toContain('事情0'));
  expect(card.getAttribute('href')).toBe(`/request/${hexId(0xb1)}`);
});

test('what needs the person comes before what only waits, and home stays short', async () => {
  const phone = await makePhone({ matters: MATTERS });
  for (const n of [1, 2, 3]) await file(phone, hexId(n + 0xc0));
  const last = (await outbox.waiting(phone.db)).at(-1);
  if (last) await outbox.refused(phone.db, last.action.id, { reason: 'unknown-matter' });
  openAt(phone, '/');
  const cards = await waitFor(() => {
    const links = within(screen.getByRole('region', { name: '您在办的事' })).getAllByRole('link');
    expect(links).toHaveLength(3);
    return links;
  });
  expect(cards[0]?.textContent).toContain('社区没能收下这件事');
  expect(cards[2]?.textContent).toBe('看全部 3 件');
});
