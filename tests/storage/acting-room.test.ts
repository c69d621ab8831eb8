import { Dexie } from 'dexie';
import { expect, test } from 'vitest';
import { openActingRoom, photosOf, sweepActing } from '#storage/acting-room.ts';
import * as drafts from '#storage/drafts.ts';
import * as files from '#storage/files.ts';
import { keepOffice, readOffice } from '#storage/office.ts';
import * as outbox from '#storage/outbox.ts';
import { freshDatabase } from '#tests/support/fresh-database.ts';
import { answers, hexId, matter, MORNING, office, openFor, PHOTO, WORKER } from '#tests/support/make.ts';

const NO_LOCKS = undefined;
const names = async () => (await Dexie.getDatabaseNames()).filter((name) => name.includes('acting'));
const draft = { id: hexId(1), matter: matter(), at: MORNING };
const photo = { ...PHOTO, requestId: openFor().requestId, data: new ArrayBuffer(4), state: 'draft' as const };

async function room(id = hexId(0x11)) {
  const worker = freshDatabase();
  await keepOffice(worker, office(), {}, 0);
  return { worker, room: await openActingRoom(id, worker, NO_LOCKS) };
}

test('a room knows the office’s houses, and nothing else of the worker’s', async () => {
  const { room: opened } = await room();
  expect((await readOffice(opened.db))?.office.buildings).toEqual(office().buildings);
  expect(await opened.db.requests.count()).toBe(0);
  await opened.end();
});

test('at its end it is gone, twice over, and a late key does not bring it back', async () => {
  const { room: opened } = await room();
  await drafts.begin(opened.db, draft);
  await Promise.all([opened.end(), opened.end()]);
  expect(await names()).toEqual([]);
  await expect(
    drafts.keepEntry(opened.db, draft.id, 'name', { type: 'typed', typed: '吴桂芳' }, MORNING),
  ).rejects.toThrow();
  expect(await names()).toEqual([]);
});

test('the next start deletes what was left, but not what goes on in another tab', async () => {
  const left = await room(hexId(0x21));
  const going = await room(hexId(0x22));
  await drafts.begin(left.room.db, draft);
  await drafts.begin(going.room.db, draft);
  left.room.db.close();
  const held = [{ name: going.room.db.name, mode: 'exclusive' as const, clientId: '1' }];
  const locks = { request: async () => undefined, query: async () => ({ held, pending: [] }) };
  expect(await sweepActing(locks)).toBe(1);
  expect(await names()).toEqual([going.room.db.name]);
  await going.room.end();
});

test('photos go along with the request, and with nothing that is refused', async () => {
  const { worker, room: opened } = await room();
  await files.add(opened.db, photo);
  const {
    id: _id,
    by,
    at,
    device: _device,
    dseq: _dseq,
    ...doing
  } = openFor({}, { answers: answers({ photos: { type: 'photos', photos: [PHOTO] } }) });
  const who = { by, at, newId: () => hexId(0x99) };
  const brought = { matter: matter(), files: await photosOf(opened) };
  const { readBack: _unread, ...unheard } = doing;
  expect(await outbox.keep(worker, unheard, who, brought)).toMatchObject({
    ok: false,
    reason: { reason: 'not-read-back' },
  });
  expect(await worker.files.count()).toBe(0);

  expect(await outbox.keep(worker, doing, { ...who, by: WORKER }, brought)).toMatchObject({ ok: true });
  expect(await files.find(worker, PHOTO.id)).toMatchObject({ state: 'waiting', bytes: PHOTO.bytes });
  expect(await worker.matters.count()).toBe(1);
  await opened.end();
});
