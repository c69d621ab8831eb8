/** Whose lines a relative's page has, for every maker of the store. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { memoryStore } from '#service/store/memory-store.ts';
import { sqliteStore } from '#service/store/sqlite-store.ts';
import type { Reader, Store } from '#service/store/store.ts';
import { event, hexId, OFFICE_ID, openAction, request } from '#tests/support/make.ts';

const makers: readonly (readonly [string, (folder: string) => Store])[] = [
  ['in memory', () => memoryStore()],
  ['in SQLite', (folder) => sqliteStore(join(folder, 'a.sqlite'))],
];

describe.each(makers)('a store %s', (_, make) => {
  async function filled() {
    const folder = mkdtempSync(join(tmpdir(), 'bangban-seeing-'));
    const store = make(folder);
    onTestFinished(async () => {
      await store.close();
      rmSync(folder, { recursive: true });
    });
    const owners = ['mother', 'daughter', 'mother', 'stranger', 'mother', 'mother'];
    for (const [n, residentId] of owners.entries())
      await store.append(OFFICE_ID, async (turn) => {
        const seq = n + 1;
        const made = event(openAction({ id: hexId(seq), requestId: hexId(1000 + seq) }), { seq });
        await turn.append(made, `h${seq}`, residentId, ...(seq === 5 ? (['readers'] as const) : []));
        await turn.saveRequest(request({ id: hexId(1000 + seq), residentId }));
        if (seq === 3) await turn.addReader(hexId(1003), 'daughter');
      });
    const seqs = async (reader: Reader, after = 0, limit = 10) => {
      const page = await store.page(OFFICE_ID, after, limit, reader);
      return { seqs: page.events.map(({ stamp }) => stamp.seq), more: page.more, next: page.next };
    };
    return seqs;
  }
  const daughter = { residentId: 'daughter', helping: ['mother'] };

  test('shows a helper her own lines and what she filed; with leave to see, all that is no draft', async () => {
    const seqs = await filled();
    expect((await seqs({ ...daughter, helping: [] })).seqs).toEqual([2]);
    expect((await seqs(daughter)).seqs).toEqual([2, 3]);
    expect((await seqs({ ...daughter, seeing: ['mother'] })).seqs).toEqual([1, 2, 3, 6]);
  });

  test('turns the pages without a gap and without a line twice', async () => {
    const seqs = await filled();
    const seeing = { ...daughter, seeing: ['mother'] };
    expect(await seqs(seeing, 0, 2)).toEqual({ seqs: [1, 2], more: true, next: 2 });
    expect(await seqs(seeing, 2, 2)).toEqual({ seqs: [3, 6], more: false, next: 6 });
  });
});
