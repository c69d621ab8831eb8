/**
 * Where a person was in a half-filled draft, so that a killed tab opens again there.
 *
 * Kept in the person's database: what localStorage was told in the last seconds is gone when the browser
 * is killed (seen in Chromium), and the place matters exactly then.
 */
import type { AppDatabase } from './database.ts';
import { steady } from './steady.ts';

const KEY = 'place';

/** The path of the question, or `undefined` when nothing was being filled in. */
export async function readPlace(db: AppDatabase): Promise<string | undefined> {
  const row = await steady(db, () => db.meta.get(KEY));
  return typeof row?.value === 'string' ? row.value : undefined;
}

export async function writePlace(db: AppDatabase, path: string | undefined): Promise<void> {
  await steady(db, async () => {
    if (path === undefined) await db.meta.delete(KEY);
    else await db.meta.put({ key: KEY, value: path });
  });
}

/** The draft is done with: nobody is to be led back to it. To be called inside the transaction that takes it away. */
export async function forgetPlaceIn(db: AppDatabase, draftId: string): Promise<void> {
  const row = await db.meta.get(KEY);
  if (typeof row?.value === 'string' && row.value.includes(draftId)) await db.meta.delete(KEY);
}
