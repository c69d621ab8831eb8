/** What both makers of the store promise of a request's own chain. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { nextHash } from '#service/chain.ts';
import { memoryStore } from '#service/store/memory-store.ts';
import { sqliteStore } from '#service/store/sqlite-store.ts';
import type { Store } from '#service/store/store.ts';
import { action, event, hexId, OFFICE_ID, openAction, request, REQUEST_ID } from '#tests/support/make.ts';

const folder = mkdtempSync(join(tmpdir(), 'bangban-trail-'));
let databases = 0;
const open: Store[] = [];
afterEach(async () => {
  for (const store of open.splice(0)) await store.close();
});
afterAll(() => rmSync(folder, { recursive: true }));

describe.each<readonly [string, () => Store]>([
  ['in memory', memoryStore],
  ['in SQLite', () => sqliteStore(join(folder, `${(databases += 1)}.sqlite`))],
])('a store %s', (_, make) => {
  const fresh = (): Store => {
    const store = make();
    open.push(store);
    return store;
  };

  test('ties the lines of each request into a chain of their own, whatever comes between them', async () => {
    const store = fresh();
    const wrote = ['open', 'open', 'add', 'take', 'add'] as const;
    const requests = [1, 2, 1, 2, 1].map((n) => hexId(1000 + n));
    const events = wrote.map((kind, n) =>
      event(action(kind, { id: hexId(n), requestId: requests[n] ?? '' }), { seq: n + 1 }),
    );
    // Two turns, so that a chain goes on from what is kept as well as from what the turn wrote itself.
    for (const some of [events.slice(0, 3), events.slice(3)])
      await store.append(OFFICE_ID, async (turn) => {
        for (const one of some) {
          await turn.append(one, nextHash((await turn.head()).h, one), 'resident-1');
          await turn.saveRequest(request({ id: one.action.requestId }));
        }
      });
    for (const id of new Set(requests)) {
      const own = events.filter((one) => one.action.requestId === id);
      const hashes = own.map((_, n) => own.slice(0, n + 1).reduce(nextHash, ''));
      expect(await store.trail(OFFICE_ID, id)).toEqual({
        lines: own.map((one, n) => ({ seq: one.stamp.seq, rh: hashes[n], event: one, officeAgrees: true })),
        head: { lines: own.length, rh: hashes.at(-1) },
      });
    }
    expect(await store.trail(OFFICE_ID, hexId(9))).toEqual({ lines: [], head: undefined });
    expect(await store.trail('office-2', requests[0] ?? '')).toEqual({ lines: [], head: undefined });
  });

  test('adds nothing to a request’s chain in a turn that failed, and says where the office’s chain differs', async () => {
    const store = fresh();
    await store.append(OFFICE_ID, (turn) => turn.append(event(openAction()), 'h1', 'resident-1'));
    const failed = store.append(OFFICE_ID, async (turn) => {
      await turn.append(event(action('add', { id: hexId(2) }), { seq: 2 }), 'h2', 'resident-1');
      throw new Error('the roof fell in');
    });
    await expect(failed).rejects.toThrow('the roof fell in');
    const { lines, head } = await store.trail(OFFICE_ID, REQUEST_ID);
    expect(lines).toMatchObject([{ seq: 1, officeAgrees: false }]); // h1 is no true h
    expect(head).toEqual({ lines: 1, rh: lines[0]?.rh });
  });
});
