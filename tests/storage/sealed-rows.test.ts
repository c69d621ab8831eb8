/** What a person typed cannot be read without the key, and with it everything works as in any other database. */
import { liveQuery } from 'dexie';
import { expect, test, vi } from 'vitest';
import { openActingRoom, photosOf } from '#storage/acting-room.ts';
import { DATABASE_PREFIX, openDatabase, type AppDatabase, type DraftRow } from '#storage/database.ts';
import * as drafts from '#storage/drafts.ts';
import * as files from '#storage/files.ts';
import { keepHalf, readHalf } from '#storage/half-words.ts';
import { keepOffice } from '#storage/office.ts';
import { readPlace, writePlace } from '#storage/place.ts';
import { keepBallast } from '#storage/room.ts';
import { clearNames, newSealKey, SealError, sealRows } from '#storage/sealed-rows.ts';
import { freshDatabase } from '#tests/support/fresh-database.ts';
import { hexId, matter, MORNING, office, PHOTO, REQUEST_ID } from '#tests/support/make.ts';
import { found, putRaw, rawBytes, rawRows } from './raw-rows.ts';

const TYPED = ['吴桂芳', '11010519491231002X', '6222020200112230', '柳巷七号院东屋', 'Deaf in the left ear'];
const PICTURE = new TextEncoder().encode('the picture of a rash on an arm');
const photo = { ...PHOTO, requestId: REQUEST_ID, data: PICTURE.buffer, state: 'draft' as const };
let made = 0;

function sealed(key = newSealKey(), id = `sealed-${(made += 1)}`): AppDatabase {
  const db = openDatabase(id, { cache: 'disabled' });
  sealRows(db, key);
  return db;
}

async function typeAll(db: AppDatabase): Promise<void> {
  await drafts.begin(db, { id: REQUEST_ID, matter: matter(), at: MORNING });
  for (const [place, typed] of TYPED.entries())
    await drafts.keepEntry(db, REQUEST_ID, `f${place}`, { type: 'typed', typed }, MORNING + place);
  await files.add(db, photo);
  await keepHalf(db, REQUEST_ID, 'add', 'words', { type: 'typed', typed: TYPED.join() });
  await writePlace(db, `/request/${TYPED[0]}`);
}

/** The whole of it, with what it must find when nothing is sealed: a search that finds nothing anywhere proves nothing. */
const SECRETS = [...TYPED, matter().title['zh-CN'], new TextDecoder().decode(PICTURE)];

test('no byte of what was typed lies on the disk, neither while the room is open nor after a crash', async () => {
  const plain = freshDatabase();
  await typeAll(plain);
  expect(found(await rawBytes(plain.name), SECRETS)).toEqual(SECRETS);

  const worker = freshDatabase();
  await keepOffice(worker, office(), {}, 0);
  const room = await openActingRoom(hexId(0x31), worker, undefined);
  await typeAll(room.db);
  expect((await drafts.find(room.db, REQUEST_ID))?.entries['f0']).toEqual({ type: 'typed', typed: TYPED[0] });
  expect(new Uint8Array((await photosOf(room))[0]?.data ?? new ArrayBuffer(0))).toEqual(PICTURE);
  expect(found(await rawBytes(room.db.name), SECRETS)).toEqual([]);
  expect(Object.values(await rawRows(room.db.name)).flat().length).toBeGreaterThan(3);

  // The tab is killed: no end, no key, and whoever opens the database sees ids and times.
  room.db.close();
  const id = room.db.name.slice(DATABASE_PREFIX.length);
  const thief = openDatabase(id);
  expect(Object.keys((await thief.drafts.toArray())[0] ?? {}).sort()).toEqual([
    'changedAt',
    'id',
    'nonce',
    'sealed',
  ]);
  thief.close();
  const other = sealed(newSealKey(), id);
  await expect(drafts.find(other, REQUEST_ID)).rejects.toThrow(SealError);
  other.close();
  await room.end();
});

test('what stands in the clear are ids, states, counts and times: a new index is looked at here first', () => {
  const schemas = freshDatabase();
  return schemas.open().then(() =>
    expect(
      Object.fromEntries(schemas.tables.map(({ name, core }) => [name, clearNames(core.schema).join(' ')])),
    ).toEqual({
      events: 'id requestId seq unseen',
      requests: 'id changedAt status',
      outbox: 'k id requestId state',
      drafts: 'id changedAt',
      files: 'id requestId state',
      matters: 'id',
      meta: 'key',
    }),
  );
});

test('when the key is filled with zeros nothing is read or written any more', async () => {
  const key = newSealKey();
  const db = sealed(key);
  await typeAll(db);
  key.fill(0);
  await expect(drafts.list(db)).rejects.toThrow(SealError);
  await expect(drafts.keepPlace(db, REQUEST_ID, 'check', MORNING)).rejects.toThrow(SealError);
  await expect(files.add(db, photo)).rejects.toThrow(SealError);
  expect(await db.drafts.count()).toBe(1); // still counted and swept away without it
});

test('the key is made for one room, and nothing of it is left in memory when the room ends', async () => {
  const random = vi.spyOn(crypto, 'getRandomValues');
  const rooms = [hexId(0x32), hexId(0x33)].map((id) => openActingRoom(id, freshDatabase(), undefined));
  const [one, two] = await Promise.all(rooms);
  const keys = random.mock.results.flatMap(({ value }) => (value.length === 32 ? [value as Uint8Array] : [])); // what it filled
  random.mockRestore();
  expect(new Set(keys.map((key) => key.join())).size).toBe(2);
  await Promise.all([one?.end(), two?.end()]);
  expect(keys.flatMap((key) => [...key])).toEqual(Array.from({ length: 64 }, () => 0));
});

test.each([
  ['moved to another id', (row: object) => ({ ...row, id: hexId(0x77) })],
  ['given another time', (row: object) => ({ ...row, changedAt: 1 })],
  ['put in by another hand, never sealed', () => ({ id: hexId(0x77), changedAt: 1, entries: {} })],
  ['cut short', (row: object) => ({ ...row, sealed: new ArrayBuffer(8) })],
])('a row that was %s is not believed', async (_, change) => {
  const db = sealed();
  await drafts.begin(db, { id: REQUEST_ID, matter: matter(), at: MORNING });
  const [row = {}] = (await rawRows(db.name))['drafts'] ?? [];
  await db.drafts.clear();
  await putRaw(db.name, 'drafts', change(row));
  await expect(drafts.list(db)).rejects.toThrow(SealError);
});

test('the same words twice look different each time', async () => {
  const db = sealed();
  const look = async () => {
    await drafts.begin(db, { id: REQUEST_ID, matter: matter(), at: MORNING });
    return Buffer.from((await rawRows(db.name))['drafts']?.[0]?.['sealed'] as ArrayBuffer).toString('hex'); // a sealed row's
  };
  expect(await look()).not.toBe(await look());
});

test('a draft keeps every answer and the place, and goes with its photos, as in any database', async () => {
  const db = sealed();
  expect(await drafts.keepEntry(db, REQUEST_ID, 'name', { type: 'typed', typed: '王' }, MORNING)).toBe(false);
  await drafts.begin(db, { id: REQUEST_ID, matter: matter(), at: MORNING });
  await drafts.begin(db, { id: hexId(0x55), matter: matter(), at: MORNING - 1 });
  expect((await drafts.find(db, REQUEST_ID))?.place).toBe('trouble');
  await drafts.keepEntry(db, REQUEST_ID, 'telephone', { type: 'typed', typed: '138' }, MORNING + 1);
  await drafts.keepEntry(db, REQUEST_ID, 'name', { type: 'typed', typed: '王' }, MORNING + 2);
  await drafts.keepEntry(db, REQUEST_ID, 'telephone', undefined, MORNING + 3);
  await drafts.keepPlace(db, REQUEST_ID, 'check', MORNING + 4);
  expect(await drafts.list(db)).toMatchObject([
    { place: 'check', matter: matter(), entries: { name: { typed: '王' } }, changedAt: MORNING + 4 },
    { id: hexId(0x55) },
  ]);
  await files.add(db, photo);
  await files.add(db, { ...photo, id: hexId(0xf1), state: 'waiting' });
  await writePlace(db, `/draft/${REQUEST_ID}/name`);
  await keepHalf(db, REQUEST_ID, 'add', 'words', { type: 'typed', typed: '又漏了' });
  await keepBallast(db, { estimate: async () => ({ quota: 1e9, usage: 0 }) });
  await drafts.remove(db, REQUEST_ID);
  expect((await files.ofRequest(db, REQUEST_ID)).map(({ id }) => id)).toEqual([hexId(0xf1)]);
  expect(await readPlace(db)).toBeUndefined();
  expect(await readHalf(db, REQUEST_ID, 'add')).toEqual({ words: { type: 'typed', typed: '又漏了' } });
  expect((await db.meta.get('ballast'))?.value).toHaveProperty('byteLength', 1024 * 1024);
});

test('who looks at a draft sees each change of it', async () => {
  const db = sealed();
  const seen: string[] = [];
  const place = { next: (row: DraftRow | undefined) => void seen.push(row?.place ?? 'none') };
  const watching = liveQuery(() => db.drafts.get(REQUEST_ID)).subscribe(place);
  await expect.poll(() => seen).toEqual(['none']);
  await drafts.begin(db, { id: REQUEST_ID, matter: matter(), at: MORNING });
  await expect.poll(() => seen).toEqual(['none', 'trouble']);
  await drafts.keepPlace(db, REQUEST_ID, 'check', MORNING + 1);
  await expect.poll(() => seen).toEqual(['none', 'trouble', 'check']);
  watching.unsubscribe();
});
