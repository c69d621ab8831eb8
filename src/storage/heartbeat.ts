/** A sign of life of the tab that is syncing, for the other tabs: ms since 1970. Gone when its turn has ended well. */
import type { AppDatabase } from './database.ts';
import { steady } from './steady.ts';

const KEY = 'beat';

export async function last(db: AppDatabase): Promise<number | undefined> {
  const row = await steady(db, () => db.meta.get(KEY));
  return row?.value as number | undefined; // written only by `beat`
}

export async function beat(db: AppDatabase, at: number): Promise<void> {
  await steady(db, () => db.meta.put({ key: KEY, value: at }));
}

export async function stop(db: AppDatabase): Promise<void> {
  await steady(db, () => db.meta.delete(KEY));
}
