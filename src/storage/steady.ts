/**
 * A lost IndexedDB connection is opened again once before anyone is told.
 *
 * iOS and Android cut connections while the phone sleeps (dexie #2008, pouchdb #7954, cht #8155); the
 * rows are safe and the next open works. What fails twice is trouble, and is thrown.
 *
 * A danger beside it: what is given to `db.transaction` must be an `async` function itself, not one that calls
 * another. Dexie looks at exactly that to follow the awaits inside, and commits too early otherwise.
 */
import { Dexie } from 'dexie';
import type { AppDatabase } from './database.ts';

const LOST = new Set(['DatabaseClosedError', 'InvalidStateError', 'UnknownError']);

/** Databases that were closed on purpose: opening one again would bring a forgotten person's back, empty. */
const closedForGood = new WeakSet<AppDatabase>();

export function closeForGood(db: AppDatabase): void {
  closedForGood.add(db);
  db.close({ disableAutoOpen: true });
}

/** Runs `work`, and once more on a fresh connection when the first was lost. `work` must stand being repeated. */
export async function steady<T>(db: AppDatabase, work: () => Promise<T>): Promise<T> {
  // Inside a transaction a second try would be outside of it; whoever opened the transaction tries again.
  if (Dexie.currentTransaction) return work();
  try {
    return await work();
  } catch (trouble) {
    if (closedForGood.has(db) || !namesOf(trouble).some((name) => LOST.has(name))) throw trouble;
    db.close({ disableAutoOpen: false });
    await db.open();
    return work();
  }
}

/** Dexie wraps: a full disk is an AbortError with the QuotaExceededError inside. Outermost first. */
export function namesOf(trouble: unknown): readonly string[] {
  if (typeof trouble !== 'object' || trouble === null) return [];
  const { name, inner } = trouble as { readonly name?: unknown; readonly inner?: unknown }; // read as what errors are; each is checked
  return [...(typeof name === 'string' ? [name] : []), ...namesOf(inner)];
}
