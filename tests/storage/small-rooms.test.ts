/** Drafts, what is remembered, room on the device, settings, and a connection that is lost. */
import { afterEach, expect, test, vi } from 'vitest';
import { Dexie } from 'dexie';
import { deviceId } from '#storage/account.ts';
import { readSettings, writeSettings } from '#storage/device.ts';
import * as drafts from '#storage/drafts.ts';
import * as files from '#storage/files.ts';
import { currentMatters, keepCatalogue } from '#storage/matters.ts';
import { remember, remembered } from '#storage/remembered.ts';
import { keepBallast, keepForGood, roomFor } from '#storage/room.ts';
import { closeForGood, steady } from '#storage/steady.ts';
import { hexId, matter, MORNING, PHOTO, REQUEST_ID } from '#tests/support/make.ts';
import { freshDatabase } from '#tests/support/fresh-database.ts';
import { smallDisk } from '#tests/support/full-disk.ts';

afterEach(() => vi.unstubAllGlobals());
const MB = 1024 * 1024;

test('a draft opens at the first question and keeps every answer, right or wrong, and the place', async () => {
  const db = freshDatabase();
  await drafts.begin(db, { id: REQUEST_ID, matter: matter(), at: MORNING });
  expect((await drafts.find(db, REQUEST_ID))?.place).toBe('trouble');
  await drafts.keepEntry(db, REQUEST_ID, 'telephone', { type: 'typed', typed: '138' }, MORNING + 1);
  await drafts.keepEntry(db, REQUEST_ID, 'name', { type: 'typed', typed: '王' }, MORNING + 2);
  await drafts.keepEntry(db, REQUEST_ID, 'telephone', undefined, MORNING + 3);
  await drafts.keepPlace(db, REQUEST_ID, 'check', MORNING + 4);
  expect(await drafts.list(db)).toMatchObject([
    { place: 'check', entries: { name: { typed: '王' } }, startedAt: MORNING, changedAt: MORNING + 4 },
  ]);
});

test('a draft that was sent from another window says so when it is written to', async () => {
  const db = freshDatabase();
  expect(await drafts.keepEntry(db, REQUEST_ID, 'name', { type: 'typed', typed: '王' }, MORNING)).toBe(false);
});

test('a draft taken away takes its photos along, but none that is on its way', async () => {
  const db = freshDatabase();
  await drafts.begin(db, { id: REQUEST_ID, matter: matter(), at: MORNING });
  const photo = { ...PHOTO, requestId: REQUEST_ID, data: new ArrayBuffer(8) };
  await files.add(db, { ...photo, state: 'draft' });
  await files.add(db, { ...photo, id: hexId(0xf1), state: 'waiting' });
  await drafts.remove(db, REQUEST_ID);
  expect((await files.ofRequest(db, REQUEST_ID)).map(({ id }) => id)).toEqual([hexId(0xf1)]);
});

test('what a person told once is offered again, but not that they did not know', async () => {
  const db = freshDatabase();
  await remember(db, matter(), {
    name: { type: 'typed', typed: '王秀兰' },
    description: { type: 'typed', typed: '漏水' },
  });
  await remember(db, matter(), {
    name: { type: 'unknown' },
    telephone: { type: 'typed', typed: '13800138000' },
  });
  expect(await remembered(db)).toEqual({
    name: { type: 'typed', typed: '王秀兰' },
    telephone: { type: 'typed', typed: '13800138000' },
  });
});

test('the office’s catalogue is the one last heard of; older versions stay for older requests', async () => {
  const db = freshDatabase();
  expect(await currentMatters(db)).toEqual([]);
  await keepCatalogue(db, [matter()]);
  await keepCatalogue(db, [matter({ version: 2 })]);
  expect((await currentMatters(db)).map(({ version }) => version)).toEqual([2]);
  expect(await db.matters.count()).toBe(2);
});

test.each([
  ['plenty of room', 500 * MB, 'plenty'],
  ['little: no more photos', 15 * MB, 'words-only'],
  ['next to nothing', 0.1 * MB, 'full'],
] as const)('a device with %s', async (_, free, room) => {
  expect(await roomFor(MB, { estimate: async () => ({ quota: 1000 * MB, usage: 1000 * MB - free }) })).toBe(
    room,
  );
});

test('a browser that cannot tell its room is believed to have plenty', async () => {
  expect(await roomFor(MB, { estimate: async () => ({}) })).toBe('plenty');
});

test('the ballast is put in place once, and only where there is room', async () => {
  const db = freshDatabase();
  await keepBallast(db, { estimate: async () => ({ quota: 10, usage: 5 }) });
  expect(await db.meta.get('ballast')).toBeUndefined();
  await keepBallast(db, { estimate: async () => ({ quota: 1000 * MB, usage: 0 }) });
  expect((await db.meta.get('ballast'))?.value).toHaveProperty('byteLength', MB);
});

test('on a full disk the words of a draft take the place of the ballast', async () => {
  const db = freshDatabase();
  const fillDisk = smallDisk(db, 'ballast-is-gone');
  await drafts.begin(db, { id: REQUEST_ID, matter: matter(), at: MORNING });
  await keepBallast(db, { estimate: async () => ({ quota: 1000 * MB, usage: 0 }) });
  fillDisk();
  const words = { type: 'typed', typed: '路灯坏了' } as const;
  expect(await drafts.keepEntry(db, REQUEST_ID, 'trouble', words, MORNING + 1)).toBe(true);
  expect((await drafts.find(db, REQUEST_ID))?.entries).toEqual({ trouble: words });
  expect(await db.meta.get('ballast')).toBeUndefined();
});

test('the browser is asked once to keep this site’s data, and its answer is kept', async () => {
  const db = freshDatabase();
  const persist = vi.fn(async () => false);
  expect(await keepForGood(db, { persist })).toBe(false);
  expect(await keepForGood(db, { persist })).toBe(false);
  expect(persist).toHaveBeenCalledOnce();
});

test('a window that forbids storage forgets everything when it is closed, and breaks nothing', () => {
  vi.stubGlobal('localStorage', undefined);
  writeSettings({ size: '30' });
  expect(readSettings()).toMatchObject({ size: '30', language: 'zh-CN', started: false });
});

test('settings that another hand wrote are not believed', () => {
  vi.stubGlobal('localStorage', {
    getItem: () => '{"size":"200","theme":"pink","started":1}',
    setItem: () => undefined,
    removeItem: () => undefined,
  });
  writeSettings({}); // also takes out what the window before could only remember
  expect(readSettings()).toEqual({
    language: 'zh-CN',
    size: '20',
    theme: 'day',
    speed: '0.9',
    chinese: 'cmn',
    every: false,
    started: false,
  });
});

test('a device has one id, made once', async () => {
  const db = freshDatabase();
  let made = 0;
  const newId = (): string => hexId((made += 1));
  expect(await Promise.all([deviceId(db, newId), deviceId(db, newId)])).toEqual([hexId(1), hexId(1)]);
});

test('a lost connection is opened again once, and nobody is told', async () => {
  const db = freshDatabase();
  await db.open();
  let tries = 0;
  const read = async (): Promise<number> => {
    tries += 1;
    if (tries === 1) throw new Dexie.UnknownError('Connection to Indexed Database server lost');
    return db.meta.count();
  };
  expect(await steady(db, read)).toBe(0);
  db.close({ disableAutoOpen: true });
  expect(await steady(db, () => db.meta.count())).toBe(0);
});

test('a connection lost twice is trouble, and a mistake is not tried again', async () => {
  const db = freshDatabase();
  const lost = vi.fn(async () => Promise.reject(new Dexie.InvalidStateError('lost')));
  await expect(steady(db, lost)).rejects.toThrow('lost');
  expect(lost).toHaveBeenCalledTimes(2);
  const mistake = vi.fn(async () => Promise.reject(new TypeError('a bug')));
  await expect(steady(db, mistake)).rejects.toThrow('a bug');
  expect(mistake).toHaveBeenCalledOnce();
});

test('the database of a person who was taken away from the device is not opened again', async () => {
  const db = freshDatabase();
  await db.open();
  closeForGood(db);
  await expect(steady(db, () => db.meta.count())).rejects.toThrow();
  expect(db.isOpen()).toBe(false);
});
