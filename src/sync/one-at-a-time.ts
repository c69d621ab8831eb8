/**
 * One sync turn at a time for each database, whatever tabs are open.
 *
 * A browser may freeze a tab in the middle of its turn, and its lock with it. So the one that has the lock
 * leaves a sign of life, and whoever finds the last one too old takes the lock over. Should the frozen tab
 * wake up, both go on for a moment: every part of a turn stands that.
 */
import type { AppDatabase } from '#storage/database.ts';
import * as heartbeat from '#storage/heartbeat.ts';
import type { Line } from './line.ts';

/** What this room uses of the browser's lock manager. */
export type Locks = {
  readonly request: (
    name: string,
    options: { readonly ifAvailable?: boolean; readonly steal?: boolean },
    work: (lock: unknown) => Promise<unknown>,
  ) => Promise<unknown>;
};

/** Longer than any single question may take. */
const FROZEN_AFTER_MS = 60_000;
const BEAT_EVERY_MS = 5_000;

/** Runs `work` under the lock with a line that leaves signs of life; `busy` when another tab is at it. */
export async function oneAtATime<T>(
  db: AppDatabase,
  line: Line,
  locks: Locks,
  work: (line: Line) => Promise<T>,
): Promise<{ readonly at: 'done'; readonly value: T } | { readonly at: 'busy' }> {
  const { clock } = line;
  const last = await heartbeat.last(db);
  // Either way round: the device's clock may have been set back.
  const isFrozen = last !== undefined && Math.abs(clock.now() - last) > FROZEN_AFTER_MS;

  let end: { readonly at: 'done'; readonly value: T } | { readonly at: 'busy' } = { at: 'busy' };
  const withLock = async (lock: unknown): Promise<void> => {
    if (!lock) return;
    let beatAt = clock.now();
    await heartbeat.beat(db, beatAt);
    const beating: Line = {
      clock,
      call: async (path, init) => {
        if (Math.abs(clock.now() - beatAt) >= BEAT_EVERY_MS) await heartbeat.beat(db, (beatAt = clock.now()));
        return line.call(path, init);
      },
    };
    try {
      end = { at: 'done', value: await work(beating) };
    } finally {
      await heartbeat.stop(db);
    }
  };
  const name = `${db.name}-sync`;
  try {
    await locks.request(name, isFrozen ? { steal: true } : { ifAvailable: true }, withLock);
  } catch (trouble) {
    // Another tab thought this one frozen and took the lock over: its turn now.
    if (!(trouble instanceof DOMException && trouble.name === 'AbortError')) throw trouble;
    return { at: 'busy' };
  }
  return end;
}

/** For browsers without Web Locks: turns of this page do not cross; other tabs' turns may, and stand it. */
export function pageLocks(): Locks {
  const held = new Set<string>();
  return {
    request: async (name, { steal }, work) => {
      if (held.has(name) && !steal) return work(null);
      held.add(name);
      try {
        return await work({ name });
      } finally {
        held.delete(name);
      }
    },
  };
}
