/**
 * Room on the device. Photos stop long before words: what a person wrote must always fit.
 *
 * A row of ballast is kept and thrown overboard when words would not fit (`withRoom`).
 */
import type { AppDatabase } from './database.ts';
import { namesOf, steady } from './steady.ts';

/** Free bytes below which no photo is taken any more. */
const PHOTOS_STOP = 20 * 1024 * 1024;
const WORDS_STOP = 256 * 1024;
const BALLAST_BYTES = 1024 * 1024;

type Estimator = Pick<StorageManager, 'estimate'>;
type Persister = Pick<StorageManager, 'persist'>;

/** Room for so many bytes more. A browser that cannot tell is believed to have plenty; a full disk says so itself. */
export async function roomFor(
  bytes: number,
  storage: Estimator | undefined = here(),
): Promise<'plenty' | 'words-only' | 'full'> {
  const { quota, usage } = (await storage?.estimate?.()) ?? {};
  if (quota === undefined || usage === undefined) return 'plenty';
  const free = quota - usage;
  if (free - bytes >= PHOTOS_STOP) return 'plenty';
  return free >= WORDS_STOP ? 'words-only' : 'full';
}

/**
 * Asks the browser, once for each database, not to clear this site when the disk fills up. Its answer:
 * `false` means that a browser short of space may delete what is here, so it should be sent soon.
 */
export async function keepForGood(
  db: AppDatabase,
  storage: Persister | undefined = here(),
): Promise<boolean> {
  const asked = await steady(db, () => db.meta.get('persist'));
  if (asked) return asked.value === true;
  const granted = (await storage?.persist?.()) ?? false;
  await steady(db, () => db.meta.put({ key: 'persist', value: granted }));
  return granted;
}

/** Puts the ballast in place when it is not there and there is plenty of room for it. */
export async function keepBallast(db: AppDatabase, storage: Estimator | undefined = here()): Promise<void> {
  if ((await steady(db, () => db.meta.where('key').equals('ballast').count())) > 0) return;
  if ((await roomFor(BALLAST_BYTES, storage)) !== 'plenty') return;
  const ballast = new Uint8Array(BALLAST_BYTES);
  // Random, for zeros would be pressed flat on the disk; 64 KiB is the most one call gives.
  for (let at = 0; at < BALLAST_BYTES; at += 65_536)
    crypto.getRandomValues(ballast.subarray(at, at + 65_536));
  await steady(db, () => db.meta.put({ key: 'ballast', value: ballast.buffer }));
}

async function dropBallast(db: AppDatabase): Promise<void> {
  await steady(db, () => db.meta.delete('ballast'));
}

/** Keeps words. When the disk is full the ballast goes, and they are kept in its place; rejects only when even that is not enough. */
export async function withRoom<T>(db: AppDatabase, keepWords: () => Promise<T>): Promise<T> {
  try {
    return await keepWords();
  } catch (trouble) {
    if (!namesOf(trouble).includes('QuotaExceededError')) throw trouble;
    await dropBallast(db);
    return keepWords();
  }
}

/** Absent on an insecure origin and outside a browser. */
function here(): StorageManager | undefined {
  return typeof navigator === 'undefined' ? undefined : navigator.storage;
}
