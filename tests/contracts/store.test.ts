/** One suite for every maker of the store: what memory promises, SQLite keeps on the disk. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { memoryStore } from '#service/store/memory-store.ts';
import { sqliteStore } from '#service/store/sqlite-store.ts';
import type { Store } from '#service/store/store.ts';
import { event, hexId, matter, OFFICE_ID, openAction, request } from '#tests/support/make.ts';

const folder = mkdtempSync(join(tmpdir(), 'bangban-store-'));
let databases = 0;
const makers: readonly (readonly [string, () => Store])[] = [
  ['in memory', memoryStore],
  ['in SQLite', () => sqliteStore(join(folder, `${(databases += 1)}.sqlite`))],
];
const open: Store[] = [];
afterEach(async () => {
  for (const store of open.splice(0)) await store.close();
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Writes one accepted request of this resident, as `decide` does. */
const file = (store: Store, n: number, residentId = 'resident-1', officeId = OFFICE_ID): Promise<number> =>
  store.append(officeId, async (turn) => {
    const { seq } = await turn.head();
    const made = event(openAction({ id: hexId(n), requestId: hexId(1000 + n), officeId }), { seq: seq + 1 });
    await turn.append(made, `h${seq + 1}`, residentId);
    await turn.saveRequest(request({ id: hexId(1000 + n), residentId, officeId }));
    return seq + 1;
  });

describe.each(makers)('a store %s', (_, make) => {
  const fresh = (): Store => {
    const store = make();
    open.push(store);
    return store;
  };

  test('gives every line of an office the next number, and another office its own', async () => {
    const store = fresh();
    expect(await file(store, 1)).toBe(1);
    expect(await file(store, 2)).toBe(2);
    expect(await file(store, 3, 'resident-1', 'office-2')).toBe(1);
    expect(await store.head(OFFICE_ID)).toEqual({ seq: 2, h: 'h2' });
    expect(await store.head('nowhere')).toEqual({ seq: 0, h: '' });
  });

  test('lets thirty writers at once in one by one, and leaves no gap', async () => {
    const store = fresh();
    const given = await Promise.all(Array.from({ length: 30 }, (_, n) => file(store, n + 1)));
    expect(given.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, n) => n + 1));
    const page = await store.page(OFFICE_ID, 0, 100);
    expect(page.events.map(({ stamp }) => stamp.seq)).toEqual(Array.from({ length: 30 }, (_, n) => n + 1));
  });

  test('keeps nothing of a turn that failed, and the next turn works', async () => {
    const store = fresh();
    const failed = store.append(OFFICE_ID, async (turn) => {
      await turn.append(event(openAction({ id: hexId(1) }), { seq: 1 }), 'h1', 'resident-1');
      await turn.saveRefusal(hexId(2), { reason: 'closed' });
      await turn.saveRequest(request());
      throw new Error('the roof fell in');
    });
    await expect(failed).rejects.toThrow('the roof fell in');
    expect(await store.head(OFFICE_ID)).toEqual({ seq: 0, h: '' });
    expect(await store.request(OFFICE_ID, request().id)).toBeUndefined();
    expect(await store.append(OFFICE_ID, (turn) => turn.known(hexId(2)))).toBeUndefined();
    expect(await file(store, 1)).toBe(1);
  });

  test('keeps the turns around one that failed at the same moment', async () => {
    const store = fresh();
    const failing = store.append(OFFICE_ID, async (turn) => {
      await turn.saveRefusal(hexId(9), { reason: 'closed' });
      throw new Error('the roof fell in');
    });
    const told = await Promise.allSettled([file(store, 1), failing, file(store, 2)]);
    expect(told.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect((await store.head(OFFICE_ID)).seq).toBe(2);
  });

  test('shows a reader nothing of a turn that has not ended', async () => {
    const store = fresh();
    let go = (): void => undefined;
    const held = new Promise<void>((done) => (go = done));
    let written = (): void => undefined;
    const hasWritten = new Promise<void>((done) => (written = done));
    const turn = store.append(OFFICE_ID, async (inside) => {
      await inside.append(event(openAction({ id: hexId(1) }), { seq: 1 }), 'h1', 'resident-1');
      written();
      await held;
    });
    await hasWritten;
    expect((await store.page(OFFICE_ID, 0, 10)).events).toEqual([]);
    expect(await store.head(OFFICE_ID)).toEqual({ seq: 0, h: '' });
    go();
    await turn;
    expect((await store.head(OFFICE_ID)).seq).toBe(1);
  });

  test('sees its own writes inside a turn', async () => {
    const store = fresh();
    await store.append(OFFICE_ID, async (turn) => {
      await turn.append(event(openAction({ id: hexId(1) }), { seq: 1 }), 'h1', 'resident-1');
      await turn.saveRequest(request());
      await turn.saveRefusal(hexId(2), { reason: 'already-taken', who: '李梅' });
      expect(await turn.head()).toEqual({ seq: 1, h: 'h1' });
      expect(await turn.known(hexId(1))).toEqual({ verdict: 'accepted', seq: 1 });
      expect(await turn.known(hexId(2))).toEqual({
        verdict: 'refused',
        refused: { reason: 'already-taken', who: '李梅' },
      });
      expect(await turn.known(hexId(3))).toBeUndefined();
      expect(await turn.request(request().id)).toEqual(request());
    });
  });

  test('takes no line twice and none out of its place', async () => {
    const store = fresh();
    await file(store, 1);
    const twice = store.append(OFFICE_ID, (turn) =>
      turn.append(event(openAction({ id: hexId(1) }), { seq: 2 }), 'h2', 'resident-1'),
    );
    await expect(twice).rejects.toThrow();
    const gap = store.append(OFFICE_ID, (turn) =>
      turn.append(event(openAction({ id: hexId(9) }), { seq: 3 }), 'h3', 'resident-1'),
    );
    await expect(gap).rejects.toThrow('gap');
    expect((await store.head(OFFICE_ID)).seq).toBe(1);
  });

  test('pages through the log and says when there is more', async () => {
    const store = fresh();
    for (const n of [1, 2, 3]) await file(store, n);
    const first = await store.page(OFFICE_ID, 0, 2);
    expect(first).toMatchObject({ next: 2, h: 'h2', more: true });
    const rest = await store.page(OFFICE_ID, first.next, 2);
    expect(rest).toMatchObject({ next: 3, h: 'h3', more: false });
    expect([...first.events, ...rest.events].map(({ action }) => action.id)).toEqual([1, 2, 3].map(hexId));
    expect(await store.page(OFFICE_ID, 3, 2)).toEqual({ next: 3, h: 'h3', more: false, events: [] });
  });

  test('shows a resident only the lines of their own requests, and moves them past the others', async () => {
    const store = fresh();
    await file(store, 1, 'resident-1');
    await file(store, 2, 'resident-2');
    await file(store, 3, 'resident-1');
    await file(store, 4, 'resident-2');
    const first = await store.page(OFFICE_ID, 0, 1, { residentId: 'resident-1', helping: [] });
    expect(first).toMatchObject({ next: 1, more: true });
    const rest = await store.page(OFFICE_ID, first.next, 5, { residentId: 'resident-1', helping: [] });
    expect(rest).toMatchObject({ next: 4, h: 'h4', more: false });
    expect(rest.events.map(({ action }) => action.id)).toEqual([hexId(3)]);
  });

  test('knows the hash at each line, the empty one at the beginning, and none after the end', async () => {
    const store = fresh();
    await file(store, 1);
    expect(await store.hashAt(OFFICE_ID, 0)).toBe('');
    expect(await store.hashAt(OFFICE_ID, 1)).toBe('h1');
    expect(await store.hashAt(OFFICE_ID, 2)).toBeUndefined();
  });

  test('keeps every version of a matter, and says when one has changed under its number', async () => {
    const store = fresh();
    expect(await store.keepMatter(matter())).toBe('kept');
    expect(await store.keepMatter(matter({ version: 2, minutes: 9 }))).toBe('kept');
    expect(await store.keepMatter(matter())).toBe('kept');
    expect(await store.keepMatter(matter({ minutes: 5 }))).toBe('changed');
    expect(await store.matter('home-repair', 1)).toEqual(matter());
    await store.replaceMatter(matter({ minutes: 5 }));
    expect(await store.matter('home-repair', 1)).toMatchObject({ minutes: 5 });
    expect(await store.matter('home-repair', 2)).toMatchObject({ minutes: 9 });
    expect(await store.matter('home-repair', 3)).toBeUndefined();
  });

  test('knows a resident again by the same secret only', async () => {
    const store = fresh();
    expect(await store.meetResident('r', 'hash')).toBe('known');
    expect(await store.meetResident('r', 'hash')).toBe('known');
    expect(await store.meetResident('r', 'other')).toBe('wrong-secret');
  });

  test('finds workers by id, by name and by office, and lets no two share a name', async () => {
    const store = fresh();
    const worker = {
      id: 'w1',
      role: 'worker' as const,
      officeId: OFFICE_ID,
      name: '李敏',
      telephone: '1',
      passwordHash: 'x',
    };
    await store.saveWorkers([worker]);
    await store.saveWorkers([
      { ...worker, telephone: '2' },
      { ...worker, id: 'w2', officeId: 'office-2', name: '陈刚' },
    ]);
    expect(await store.worker('w1')).toEqual({ ...worker, telephone: '2' });
    expect(await store.workerByName('陈刚')).toMatchObject({ id: 'w2' });
    expect((await store.workers(OFFICE_ID)).map(({ id }) => id)).toEqual(['w1']);
    const clash = store.saveWorkers([
      { ...worker, id: 'w3', name: '王海燕' },
      { ...worker, id: 'w4' },
    ]);
    await expect(clash).rejects.toThrow();
    expect(await store.worker('w3')).toBeUndefined();
  });

  test('ends one session, or all of a worker’s, and leaves the others alone', async () => {
    const store = fresh();
    for (const [tokenHash, workerId] of [
      ['a', 'w1'],
      ['b', 'w1'],
      ['c', 'w1'],
      ['d', 'w2'],
    ] as const)
      await store.saveSession({ tokenHash, workerId, expiresAt: 100 });
    await store.endSessions({ tokenHash: 'a' }, 5);
    expect(await store.session('a')).toEqual({ tokenHash: 'a', workerId: 'w1', expiresAt: 100, endedAt: 5 });
    expect(await store.session('b')).toEqual({ tokenHash: 'b', workerId: 'w1', expiresAt: 100 });
    await store.endSessions({ workerId: 'w1' }, 7);
    expect([await store.session('a'), await store.session('b'), await store.session('d')]).toMatchObject([
      { endedAt: 5 },
      { endedAt: 7 },
      { workerId: 'w2' },
    ]);
    expect((await store.session('d'))?.endedAt).toBeUndefined();
    expect(await store.session('e')).toBeUndefined();
  });

  test('remembers wrong sign-ins until it is told to forget them', async () => {
    const store = fresh();
    expect(await store.tries('k')).toBeUndefined();
    await store.saveTries('k', { failures: 3, nextAt: 9 });
    expect(await store.tries('k')).toEqual({ failures: 3, nextAt: 9 });
    await store.saveTries('k', undefined);
    expect(await store.tries('k')).toBeUndefined();
  });

  test('remembers what is known of a photo', async () => {
    const store = fresh();
    const photo = {
      id: hexId(1),
      officeId: OFFICE_ID,
      requestId: hexId(2),
      ownerId: 'r',
      sha256: 'ab',
      bytes: 3,
      mime: 'image/png',
      state: 'partial',
    } as const;
    expect(await store.file(photo.id)).toBeUndefined();
    await store.saveFile(photo);
    await store.saveFile({ ...photo, state: 'whole' });
    expect(await store.file(photo.id)).toEqual({ ...photo, state: 'whole' });
  });
});

test('what SQLite kept is there after it was closed and opened again', async () => {
  const path = join(folder, 'again.sqlite');
  const before = sqliteStore(path);
  await file(before, 1);
  await before.close();
  const after = sqliteStore(path);
  open.push(after);
  expect(await after.head(OFFICE_ID)).toEqual({ seq: 1, h: 'h1' });
  expect(await file(after, 2)).toBe(2);
});
