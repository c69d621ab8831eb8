/**
 * Takes a person away from this device: their whole database with everything in it.
 *
 * What the office has stays with the office. The page must be left afterwards: a sync that is still
 * running would find an empty database, and nobody to send for.
 */
import { Dexie } from 'dexie';
import { DATABASE_PREFIX, type AppDatabase } from './database.ts';
import { closeForGood } from './steady.ts';

/** A resident’s own phone, as `phone-account.ts` names it; workers and visits are named otherwise. */
const OWN_DATABASE = new RegExp(`^${DATABASE_PREFIX}[0-9a-f]{32}$`, 'u');
const OWN_KEY = 'bangban-account';

/** Photos and the place where the person was are rows of the same database, so they are gone with it. */
export async function forgetPerson(db: AppDatabase): Promise<void> {
  closeForGood(db);
  await Dexie.delete(db.name);
}

/**
 * The person's own phone: the next start is somebody new. Text size and language stay, for they are the
 * phone's, and who needs large type needs it then too. A worker's work on the same device is left alone.
 */
export async function forgetPhone(db: AppDatabase): Promise<void> {
  await forgetPerson(db);
  // An earlier account would be taken up again by its database's name.
  for (const name of await Dexie.getDatabaseNames()) if (OWN_DATABASE.test(name)) await Dexie.delete(name);
  localStorage.removeItem(OWN_KEY);
}
