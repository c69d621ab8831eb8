/**
 * Takes a person away from this device: their whole database with everything in it, and where they were.
 *
 * What the office has stays with the office. The page must be left afterwards: a sync that is still
 * running would find an empty database, and nobody to send for.
 */
import { Dexie } from 'dexie';
import type { AppDatabase } from './database.ts';
import { writePlace } from './device.ts';
import { closeForGood } from './steady.ts';

/** Photos are rows of the same database, so they are gone with it. */
export async function forgetPerson(db: AppDatabase): Promise<void> {
  writePlace(undefined);
  closeForGood(db);
  await Dexie.delete(db.name);
}

/** The person's own phone: the next start is a first start, under a new account. */
export async function forgetPhone(db: AppDatabase): Promise<void> {
  await forgetPerson(db);
  const keys = Array.from({ length: localStorage.length }, (_, n) => localStorage.key(n) ?? '');
  for (const key of keys) if (key.startsWith('bangban-')) localStorage.removeItem(key);
}
