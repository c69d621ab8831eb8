// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/preact';
import { expect, test } from 'vitest';
import type { Action } from '#domain/request/action.ts';
import { applyPage, cursor } from '#storage/facts.ts';
import * as outbox from '#storage/outbox.ts';
import { makePhone, openAt, type Phone } from '#tests/support/filing.tsx';
import {
  answers,
  event,
  hexId,
  OFFICE_ID,
  REQUEST_ID,
  RESIDENT,
  MORNING,
  stamp,
} from '#tests/support/make.ts';

async function file({ db, deps }: Phone): Promise<Action> {
  const kept = await outbox.keep(
    db,
    {
      kind: 'open',
      requestId: REQUEST_ID,
      officeId: OFFICE_ID,
      matterId: 'home-repair',
      matterVersion: 1,
      answers: answers(),
    },
    { by: RESIDENT, at: MORNING, newId: deps.newId },
  );
  if (!kept.ok) throw new Error(kept.reason.reason);
  return kept.value;
}

/** The office's word, as a pull brings it. */
async function officeSays({ db }: Phone, action: Action): Promise<void> {
  await outbox.accepted(db, action.id);
  const from = await cursor(db);
  await applyPage(db, {
    after: from.seq, next: 1, h: 'ab'.repeat(32), more: false, events: [event(action)],
  }, from); // prettier-ignore
}

test('before the office has it, nothing on the screen says that it has', async () => {
  const phone = await makePhone();
  await file(phone);
  openAt(phone, `/sent/${REQUEST_ID}`);
  await screen.findByRole('heading', { level: 1, name: '都记在这部手机上了' });
  expect(screen.getByText('还没有送到社区')).toBeTruthy();
  expect(screen.queryByText('社区收到了')).toBeNull();
  expect(screen.getByRole('link', { name: '急的话打电话：010-5550100' }).getAttribute('href')).toBe(
    'tel:010-5550100',
  );
});

test('the office’s word turns the open screen by itself: number, person, day, and how to keep a copy', async () => {
  const phone = await makePhone();
  const action = await file(phone);
  openAt(phone, `/sent/${REQUEST_ID}`);
  await screen.findByText('还没有送到社区');

  await officeSays(phone, action);
  expect(await screen.findByText('社区收到了')).toBeTruthy();
  expect(screen.queryByText('还没有送到社区')).toBeNull();
  expect(screen.getByText(stamp('open').number?.split('').join(' ') ?? 'none')).toBeTruthy();
  expect(screen.getByText(/李梅负责，明天/u)).toBeTruthy();
  expect(screen.getByText(/拿笔记下来/u)).toBeTruthy();
  expect(screen.getByRole('link', { name: '给李梅打电话' }).getAttribute('href')).toBe('tel:010-5550111');
});

test('photos that are not there yet are said to wait, also when the words have arrived', async () => {
  const phone = await makePhone();
  const id = hexId(0xf1);
  const data = new ArrayBuffer(4);
  await phone.db.files.add({
    id,
    requestId: REQUEST_ID,
    mime: 'image/jpeg',
    sha256: 'ab'.repeat(32),
    bytes: 4,
    data,
    state: 'draft',
  });
  const photos = {
    type: 'photos',
    photos: [{ id, mime: 'image/jpeg', sha256: 'ab'.repeat(32), bytes: 4 }],
  } as const;
  const kept = await outbox.keep(
    phone.db,
    {
      kind: 'open',
      requestId: REQUEST_ID,
      officeId: OFFICE_ID,
      matterId: 'home-repair',
      matterVersion: 1,
      answers: answers({ photos }),
    },
    { by: RESIDENT, at: MORNING, newId: phone.deps.newId },
  );
  if (!kept.ok) throw new Error(kept.reason.reason);
  await officeSays(phone, kept.value);
  openAt(phone, `/sent/${REQUEST_ID}`);
  expect(await screen.findByText('照片还没有送到')).toBeTruthy();
  expect(screen.getByText('社区收到了', { exact: true })).toBeTruthy();
});

test('a phone that may clear its memory is named as one, in a quiet sentence', async () => {
  const phone = await makePhone();
  await file(phone);
  openAt(phone, `/sent/${REQUEST_ID}`);
  expect(await screen.findByText(/先别清理手机/u)).toBeTruthy();
});

test('a refused request says so, keeps everything, and leads to mending it', async () => {
  const phone = await makePhone();
  const action = await file(phone);
  await outbox.refused(phone.db, action.id, { reason: 'unknown-matter-version' });
  openAt(phone, `/sent/${REQUEST_ID}`);
  await screen.findByRole('heading', { level: 1, name: '还没有交成' });
  await waitFor(() => expect(document.querySelector(`a[href="/request/${REQUEST_ID}/mend"]`)).not.toBeNull());
});
