/**
 * The account of the person whose phone this is: 32 hex digits, made once.
 *
 * Its database is the proof. localStorage answers faster, but Chromium writes it down seconds late: a phone
 * that dies in its first minute would come back as somebody else's, with everything written out of sight.
 */
import { Dexie } from 'dexie';
import { DATABASE_PREFIX } from './database.ts';
import { randomId } from './random-id.ts';

const KEY = 'bangban-account';
const ID = /^[0-9a-f]{32}$/u;

export async function phoneAccount(): Promise<string> {
  const quick = read();
  if (quick !== undefined && ID.test(quick)) return quick;
  const names = await Dexie.getDatabaseNames();
  const kept = names
    .map((name) => (name.startsWith(DATABASE_PREFIX) ? name.slice(DATABASE_PREFIX.length) : ''))
    .find((id) => ID.test(id));
  const account = kept ?? randomId();
  try {
    localStorage.setItem(KEY, account);
  } catch {
    // Forbidden in this window: the database's name is found again.
  }
  return account;
}

function read(): string | undefined {
  try {
    return localStorage.getItem(KEY) ?? undefined;
  } catch {
    return undefined;
  }
}
