/**
 * Visits that ended without an end: the power went, the browser was killed.
 *
 * Their databases are deleted at the next start. One with something unsent is first offered to `send`, and
 * stays at most until `LEFT_MOST_MS` after its last step: nothing personal stays overnight (D4.7).
 * A visit that goes on in another window holds a lock, and is left alone.
 */
import { Dexie } from 'dexie';
import { DATABASE_PREFIX, openDatabase, type AppDatabase } from '#storage/database.ts';
import { keptHere } from '#storage/kept-here.ts';
import { VISIT_PREFIX } from './visit-id.ts';

export const LEFT_MOST_MS = 8 * 60 * 60 * 1000;

export type Sweeping = {
  readonly now?: () => number;
  /** One try to bring a left visit's steps to the office, under that visit's own account. */
  readonly send?: (db: AppDatabase) => Promise<unknown>;
  /** Absent where the browser has none: then every other visit counts as left. */
  readonly locks?: Pick<LockManager, 'request' | 'query'> | undefined;
};

/** `keep` is the name of the database in use. Answers how many were deleted and how many still hold something unsent. */
export async function sweepVisits(
  keep: string,
  { now = Date.now, send, locks = globalThis.navigator?.locks }: Sweeping = {},
): Promise<{ readonly deleted: number; readonly left: number }> {
  // Held until this page goes; the promise never settles.
  void locks?.request(keep, { mode: 'shared' }, () => new Promise<never>(() => undefined));
  const going = new Set((await locks?.query())?.held?.map(({ name }) => name));
  const names = await Dexie.getDatabaseNames();
  let deleted = 0;
  let left = 0;
  for (const name of names) {
    if (name === keep || going.has(name) || !name.startsWith(DATABASE_PREFIX + VISIT_PREFIX)) continue;
    if (await mayGo(name, now(), send)) {
      await Dexie.delete(name);
      deleted += 1;
    } else left += 1;
  }
  return { deleted, left };
}

async function mayGo(name: string, now: number, send: Sweeping['send']): Promise<boolean> {
  const db = openDatabase(name.slice(DATABASE_PREFIX.length));
  try {
    if (!(await isUnsent(db))) return true;
    await send?.(db);
    if (!(await isUnsent(db))) return true;
    const last = await db.outbox.toCollection().last();
    return now - (last?.keptAt ?? 0) > LEFT_MOST_MS;
  } finally {
    db.close();
  }
}

/** A refused step does not keep a visit: its person is gone and nobody else may read it. */
async function isUnsent(db: AppDatabase): Promise<boolean> {
  const { waiting, photosWaiting } = await keptHere(db);
  return waiting + photosWaiting > 0;
}
