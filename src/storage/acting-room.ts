/**
 * The room of one acting session: what a worker fills in for somebody, in a database of its own, so that
 * nothing of one person is here when the next begins.
 *
 * Its rows are sealed under a key of its own that lives only in this page's memory: what a dead battery or
 * the browser's own journal leaves on the disk can be read by nobody.
 * It is deleted when the session ends, and at the next start of the hall when it could not end: the power
 * went, or the tab was closed. A session that goes on in another tab holds a lock and is left alone.
 */
import { Dexie } from 'dexie';
import { DATABASE_PREFIX, openDatabase, type AppDatabase, type FileRow } from './database.ts';
import { keepOffice, readOffice } from './office.ts';
import { newSealKey, sealRows } from './sealed-rows.ts';
import { closeForGood } from './steady.ts';

const PREFIX = `${DATABASE_PREFIX}acting-`;

type Locks = Pick<LockManager, 'request' | 'query'> | undefined; // absent in older browsers

export type ActingRoom = {
  readonly db: AppDatabase;
  /** Nothing of the person is on this device any more, but what was filed. */
  readonly end: () => Promise<void>;
};

/** `from` is the worker's own database: the office's names are needed to ask for an address. */
export async function openActingRoom(
  id: string,
  from: AppDatabase,
  locks: Locks = globalThis.navigator?.locks,
): Promise<ActingRoom> {
  const db = openDatabase(PREFIX.slice(DATABASE_PREFIX.length) + id, { cache: 'disabled' });
  const key = newSealKey();
  sealRows(db, key);
  let release: () => void = () => undefined;
  const held = new Promise<void>((done) => {
    release = done;
  });
  void locks?.request(PREFIX + id, () => held);
  const kept = await readOffice(from);
  if (kept) await keepOffice(db, kept.office, {}, kept.aheadMs);
  let ended: Promise<void> | undefined;
  return {
    db,
    end: () => {
      key.fill(0);
      closeForGood(db);
      return (ended ??= Dexie.delete(db.name).finally(release));
    },
  };
}

/** Deletes what earlier sessions left. Answers how many there were. */
export async function sweepActing(locks: Locks = globalThis.navigator?.locks): Promise<number> {
  const going = new Set((await locks?.query())?.held?.map(({ name }) => name));
  const left = (await Dexie.getDatabaseNames()).filter((name) => name.startsWith(PREFIX) && !going.has(name));
  for (const name of left) await Dexie.delete(name);
  return left.length;
}

/** The photos taken in it, to go along with the request. */
export function photosOf(room: ActingRoom): Promise<FileRow[]> {
  return room.db.files.toArray();
}
