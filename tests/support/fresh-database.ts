/** A database of a device, new and empty, in memory. */
import { indexedDB, IDBKeyRange } from 'fake-indexeddb';
import { Dexie } from 'dexie';
import { openDatabase, type AppDatabase } from '#storage/database.ts';

// Set on Dexie itself, so that it does not matter which module was loaded first.
Dexie.dependencies.indexedDB = indexedDB;
Dexie.dependencies.IDBKeyRange = IDBKeyRange;

let made = 0;

export function freshDatabase(): AppDatabase {
  made += 1;
  return openDatabase(`test-${made}`);
}
