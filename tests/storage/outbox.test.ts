import { Dexie } from 'dexie';
import { expect, test, vi } from 'vitest';
import type { FileRow } from '#storage/database.ts';
import * as drafts from '#storage/drafts.ts';
import * as files from '#storage/files.ts';
import * as outbox from '#storage/outbox.ts';
import { shownRequest } from '#storage/shown.ts';
import {
  answers,
  hexId,
  matter,
  MORNING,
  OFFICE_ID,
  PHOTO,
  REQUEST_ID,
  RESIDENT,
} from '#tests/support/make.ts';
import { freshDatabase } from '#tests/support/fresh-database.ts';
import { smallDisk } from '#tests/support/full-disk.ts';

const open: outbox.Doing = {
  kind: 'open',
  requestId: REQUEST_ID,
  officeId: OFFICE_ID,
  matterId: 'home-repair',
  matterVersion: 1,
  answers: answers({ photos: { type: 'photos', photos: [PHOTO] } }),
};
const add = (words: string): outbox.Doing => ({
  kind: 'add',
  requestId: REQUEST_ID,
  officeId: OFFICE_ID,
  words,
  photos: [],
});

let ids = 0;
const who = { by: RESIDENT, at: MORNING, newId: () => hexId((ids += 1)) };
const photo = (id: string, requestId = REQUEST_ID): FileRow => ({
  ...PHOTO,
  id,
  requestId,
  data: new ArrayBuffer(8),
  state: 'draft',
});

test('what is sent is kept in one go: the step waits, the draft is gone, its photos may follow', async () => {
  const db = freshDatabase();
  await drafts.begin(db, { id: REQUEST_ID, matter: matter(), at: MORNING });
  await files.add(db, photo(PHOTO.id));
  await files.add(db, photo(hexId(0xf9))); // taken, and taken out again
  const kept = await outbox.keep(db, open, who, REQUEST_ID);
  expect(kept).toMatchObject({ ok: true, value: { by: RESIDENT, dseq: 1, at: MORNING } });
  expect(await outbox.waiting(db)).toMatchObject([{ row: { state: 'waiting' }, action: { kind: 'open' } }]);
  expect(await drafts.find(db, REQUEST_ID)).toBeUndefined();
  expect(await files.ofRequest(db, REQUEST_ID)).toMatchObject([{ id: PHOTO.id, state: 'waiting' }]);
  expect(await shownRequest(db, REQUEST_ID)).toMatchObject({ where: 'device', waiting: 1, photosWaiting: 1 });
});

test('a second tap on send keeps nothing a second time', async () => {
  const db = freshDatabase();
  await drafts.begin(db, { id: REQUEST_ID, matter: matter(), at: MORNING });
  const [first, second] = await Promise.all([
    outbox.keep(db, open, who, REQUEST_ID),
    outbox.keep(db, open, who, REQUEST_ID),
  ]);
  expect(first.ok).toBe(true);
  expect(second).toEqual({ ok: false, reason: { reason: 'already-open' } });
  expect(await outbox.counts(db)).toEqual({ waiting: 1, refused: 0 });
});

test('a step that the rule book refuses leaves nothing behind, and no gap in the device’s count', async () => {
  const db = freshDatabase();
  expect(await outbox.keep(db, add('水还在流。'), who)).toEqual({
    ok: false,
    reason: { reason: 'unknown-request' },
  });
  const { ok: _ok, ...kept } = await outbox.keep(db, open, who);
  expect(kept).toMatchObject({ value: { dseq: 1 } });
});

test('a request with a wrong answer is refused by the matter of its draft, before anything is kept', async () => {
  const db = freshDatabase();
  await drafts.begin(db, { id: REQUEST_ID, matter: matter(), at: MORNING });
  const { description: _left, ...incomplete } = answers();
  expect(await outbox.keep(db, { ...open, answers: incomplete }, who, REQUEST_ID)).toEqual({
    ok: false,
    reason: { reason: 'answers-incomplete', field: 'description' },
  });
  expect(await drafts.find(db, REQUEST_ID)).toBeDefined();
});

test('steps wait in the order in which they were made', async () => {
  const db = freshDatabase();
  await outbox.keep(db, open, who);
  await outbox.keep(db, add('一'), who);
  await outbox.keep(db, add('二'), who);
  const dseqs = (entries: readonly outbox.Waiting[]) => entries.map(({ action }) => action.dseq);
  expect(dseqs(await outbox.waiting(db))).toEqual([1, 2, 3]);
  expect(dseqs(await outbox.waiting(db, 1, 1))).toEqual([2]);
});

test('on a full disk the ballast goes overboard, and the words are kept', async () => {
  const db = freshDatabase();
  const fillDisk = smallDisk(db, 'ballast-is-gone');
  await db.meta.put({ key: 'ballast', value: new ArrayBuffer(8) });
  fillDisk();
  expect(await outbox.keep(db, open, who)).toMatchObject({ ok: true });
  expect(await outbox.counts(db)).toEqual({ waiting: 1, refused: 0 });
});

test('a connection that is lost after the commit does not keep the words twice', async () => {
  const db = freshDatabase();
  await outbox.keep(db, open, who);
  const real = db.transaction.bind(db);
  vi.spyOn(db, 'transaction').mockImplementationOnce((async (...given: Parameters<typeof real>) => {
    await real(...given);
    throw new Dexie.UnknownError('Connection to Indexed Database server lost');
  }) as never); // Dexie's own kind of promise is not needed here
  expect(await outbox.keep(db, add('水还在流。'), who)).toMatchObject({
    ok: true,
    value: { words: '水还在流。' },
  });
  expect(await outbox.counts(db)).toEqual({ waiting: 2, refused: 0 });
});

test('when not even that helps, nobody is told "kept", and the draft is as it was', async () => {
  const db = freshDatabase();
  const fillDisk = smallDisk(db, 'for-ever');
  await drafts.begin(db, { id: REQUEST_ID, matter: matter(), at: MORNING });
  fillDisk();
  await expect(outbox.keep(db, open, who, REQUEST_ID)).rejects.toThrow();
  expect(await outbox.counts(db)).toEqual({ waiting: 0, refused: 0 });
  expect(await drafts.find(db, REQUEST_ID)).toBeDefined();
});

test('a refused addition can be sent again as it was, or put aside for its words', async () => {
  const db = freshDatabase();
  await outbox.keep(db, open, who);
  const kept = await outbox.keep(db, add('水还在流。'), who);
  const id = kept.ok ? kept.value.id : '';
  await outbox.refused(db, id, { reason: 'too-late-to-add', who: '李梅' });
  expect(await shownRequest(db, REQUEST_ID)).toMatchObject({
    waiting: 1,
    refused: [{ actionId: id, kind: 'add', words: '水还在流。', refused: { who: '李梅' } }],
    request: { trail: [{ kind: 'open' }] },
  });

  await outbox.tryAgain(db, id);
  expect(await shownRequest(db, REQUEST_ID)).toMatchObject({ waiting: 2, refused: [] });
  await outbox.refused(db, id, { reason: 'too-late-to-add' });
  expect(await outbox.putAside(db, id)).toMatchObject({ words: '水还在流。' });
  expect(await shownRequest(db, REQUEST_ID)).toMatchObject({ waiting: 1, refused: [] });
  expect(await outbox.putAside(db, id)).toBeUndefined();
});

test('a refused request opens again as a draft with its photos, and takes what was added to it along', async () => {
  const db = freshDatabase();
  await drafts.begin(db, { id: REQUEST_ID, matter: matter(), at: MORNING });
  await files.add(db, photo(PHOTO.id));
  const kept = await outbox.keep(db, open, who, REQUEST_ID);
  await outbox.keep(db, add('水还在流。'), who);
  const id = kept.ok ? kept.value.id : '';
  await outbox.refused(db, id, { reason: 'unknown-matter-version' });
  const draft = await outbox.openAgain(db, id, MORNING + 5);
  expect(draft?.id).not.toBe(REQUEST_ID);
  expect(draft).toMatchObject({
    place: 'check',
    entries: { telephone: { type: 'typed', typed: '13800138000' } },
  });
  expect(await files.find(db, PHOTO.id)).toMatchObject({ state: 'draft', requestId: draft?.id });
  expect(await shownRequest(db, REQUEST_ID)).toBeUndefined();
  expect(await outbox.counts(db)).toEqual({ waiting: 0, refused: 0 });
});
