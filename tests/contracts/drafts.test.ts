/** What both makers of the store promise of drafts, their readers, their codes, and of links. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { memoryStore } from '#service/store/memory-store.ts';
import { sqliteStore } from '#service/store/sqlite-store.ts';
import type { LinkRecord, Reader, Store } from '#service/store/store.ts';
import { action, event, hexId, link, OFFICE_ID } from '#tests/support/make.ts';

const folder = mkdtempSync(join(tmpdir(), 'bangban-drafts-'));
let databases = 0;
const open: Store[] = [];
afterEach(async () => {
  for (const store of open.splice(0)) await store.close();
});
afterAll(() => rmSync(folder, { recursive: true }));

const DRAFT = hexId(0xdd);
const OPEN = hexId(0xee);

/** One line: of the draft, for its readers, or of another request, for everybody. */
const write = (store: Store, n: number, of: 'draft' | 'request', residentId = 'resident-1'): Promise<void> =>
  store.append(OFFICE_ID, async (turn) => {
    const { seq } = await turn.head();
    const requestId = of === 'draft' ? DRAFT : OPEN;
    const line = event(action('fill', { id: hexId(n), requestId }), { seq: seq + 1 });
    await turn.append(line, `h${seq + 1}`, residentId, ...(of === 'draft' ? (['readers'] as const) : []));
  });
const letIn = (store: Store, personId: string, requestId = DRAFT): Promise<void> =>
  store.append(OFFICE_ID, (turn) => turn.addReader(requestId, personId));
const shutOut = (store: Store): Promise<void> => store.append(OFFICE_ID, (turn) => turn.closeReaders(DRAFT));
const read = async (store: Store, reader: Reader, after = 0, limit = 100): Promise<readonly number[]> =>
  (await store.page(OFFICE_ID, after, limit, reader)).events.map(({ stamp }) => stamp.seq);

const WORKER = { workerId: 'w1' };
const LINK: LinkRecord = {
  ...link(),
  elderName: '王秀兰',
  helperName: '小红',
  relation: 'daughter',
  codeHash: 'ab',
  codeUntil: 9,
};

describe.each<readonly [string, () => Store]>([
  ['in memory', memoryStore],
  ['in SQLite', () => sqliteStore(join(folder, `${(databases += 1)}.sqlite`))],
])('a store %s', (_, make) => {
  const fresh = (): Store => {
    const store = make();
    open.push(store);
    return store;
  };

  test('shows a draft to its owner and its readers, and moves the others past it', async () => {
    const store = fresh();
    await write(store, 1, 'draft');
    await write(store, 2, 'request');
    await write(store, 3, 'draft');
    expect(await read(store, WORKER)).toEqual([2]);
    expect((await store.page(OFFICE_ID, 2, 10, WORKER)).next).toBe(3);
    expect(await read(store, { residentId: 'resident-1', helping: [] })).toEqual([1, 2, 3]);
    await letIn(store, 'w1');
    expect(await read(store, WORKER)).toEqual([1, 2, 3]);
    expect(await read(store, { workerId: 'w2' })).toEqual([2]);
    expect(await store.isReader(OFFICE_ID, DRAFT, 'w1')).toBe(true);
    expect(await store.isReader(OFFICE_ID, DRAFT, 'w2')).toBe(false);
    expect(await store.isReader('office-2', DRAFT, 'w1')).toBe(false);
  });

  test('gives who was let in the lines that their cursor had passed, until it moves on', async () => {
    const store = fresh();
    await write(store, 1, 'draft');
    await write(store, 2, 'request');
    await letIn(store, 'w1');
    expect(await read(store, WORKER, 2)).toEqual([1]);
    expect(await read(store, WORKER, 1)).toEqual([1, 2]);
    await write(store, 3, 'draft');
    expect(await read(store, WORKER, 2, 1)).toEqual([1, 3]);
    expect(await read(store, WORKER, 3)).toEqual([]);
    await letIn(store, 'w1'); // once more changes nothing
    expect(await read(store, WORKER, 3)).toEqual([]);
  });

  test('gives who was shut out nothing that comes after, and who is let in again what was missed', async () => {
    const store = fresh();
    await letIn(store, 'w1');
    await write(store, 1, 'draft');
    await shutOut(store);
    await write(store, 2, 'draft');
    expect(await read(store, WORKER)).toEqual([1]);
    expect(await store.isReader(OFFICE_ID, DRAFT, 'w1')).toBe(false);
    await letIn(store, 'w1');
    expect(await read(store, WORKER, 2)).toEqual([1, 2]);
  });

  test('shows a helper what they read for an elder whose link lets them now', async () => {
    const store = fresh();
    await write(store, 1, 'request', 'elder');
    await letIn(store, 'helper', OPEN);
    expect(await read(store, { residentId: 'helper', helping: ['elder'] })).toEqual([1]);
    expect(await read(store, { residentId: 'helper', helping: [] })).toEqual([]);
    expect(await read(store, { residentId: 'other', helping: ['elder'] })).toEqual([]);
  });

  test('lets nobody in by a turn that failed', async () => {
    const store = fresh();
    await write(store, 1, 'draft');
    const failed = store.append(OFFICE_ID, async (turn) => {
      await turn.addReader(DRAFT, 'w1');
      await turn.saveHandOver({ codeHash: 'aa', requestId: DRAFT, until: 5 });
      throw new Error('the roof fell in');
    });
    await expect(failed).rejects.toThrow('the roof fell in');
    expect(await read(store, WORKER)).toEqual([]);
    expect(await store.append(OFFICE_ID, (turn) => turn.handOver('aa'))).toBeUndefined();
  });

  test('remembers a code’s hash, for whom it is reserved, and each office’s by itself', async () => {
    const store = fresh();
    const code = { codeHash: 'aa', requestId: DRAFT, until: 5 };
    await store.append(OFFICE_ID, async (turn) => {
      await turn.saveHandOver(code);
      expect(await turn.handOver('aa')).toEqual(code);
      await turn.saveHandOver({ ...code, reservedBy: 'w1' });
    });
    const found = (officeId: string) => store.append(officeId, (turn) => turn.handOver('aa'));
    expect(await found(OFFICE_ID)).toEqual({ ...code, reservedBy: 'w1' });
    expect(await found('office-2')).toBeUndefined();
  });

  test('finds links by id, by code and by either side, and ends each once', async () => {
    const store = fresh();
    const { codeHash: _used, codeUntil: _over, ...older } = LINK;
    await store.saveLink(LINK);
    await store.saveLink({ ...older, id: hexId(0x12), from: LINK.from - 5 });
    expect(await store.link(LINK.id)).toEqual(LINK);
    expect(await store.linkByCode('ab')).toEqual(LINK);
    expect(await store.linkByCode('cd')).toBeUndefined();
    const ids = [LINK.id, hexId(0x12)];
    expect((await store.linksOf({ elderId: LINK.elderId })).map(({ id }) => id)).toEqual(ids);
    expect((await store.linksOf({ helperId: LINK.helperId })).map(({ id }) => id)).toEqual(ids);
    expect(await store.linksOf({ helperId: LINK.elderId })).toEqual([]);
    await store.endLink(LINK.id, 7);
    await store.endLink(LINK.id, 9);
    expect(await store.link(LINK.id)).toMatchObject({ endedAt: 7 });
  });

  test('knows a resident’s secret by its hash, and who never called', async () => {
    const store = fresh();
    expect(await store.secretHashOf('r')).toBeUndefined();
    await store.meetResident('r', 'hash');
    expect(await store.secretHashOf('r')).toBe('hash');
  });
});
