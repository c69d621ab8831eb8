/** What stands in a database byte for byte, read past Dexie, as somebody with the disk in the hand would. */
import { Buffer } from 'node:buffer';
import { serialize } from 'node:v8';
import { indexedDB } from 'fake-indexeddb';

export type RawRow = Readonly<Record<string, unknown>>;

/** Every row of every table, by the table's name. */
export async function rawRows(name: string): Promise<Readonly<Record<string, readonly RawRow[]>>> {
  const db = await answered(indexedDB.open(name));
  try {
    const rows: Record<string, readonly RawRow[]> = {};
    for (const store of db.objectStoreNames)
      rows[store] = await answered(db.transaction(store).objectStore(store).getAll());
    return rows;
  } finally {
    db.close();
  }
}

/** Puts a row in as it is, past all that guards it. */
export async function putRaw(name: string, store: string, row: RawRow): Promise<void> {
  const db = await answered(indexedDB.open(name));
  await answered(db.transaction(store, 'readwrite').objectStore(store).put(row));
  db.close();
}

/** The rows as a browser's engine writes them, and as JSON: in the one or the other every encoding would be found. */
export async function rawBytes(name: string): Promise<Buffer> {
  const rows = await rawRows(name);
  return Buffer.concat([serialize(rows), Buffer.from(JSON.stringify(rows))]);
}

/** Which of the words stand there, in UTF-8 or UTF-16 of either order. */
export function found(bytes: Buffer, words: readonly string[]): readonly string[] {
  return words.filter((word) =>
    [Buffer.from(word), Buffer.from(word, 'utf16le'), Buffer.from(word, 'utf16le').swap16()].some((spelled) =>
      bytes.includes(spelled),
    ),
  );
}

function answered<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error ?? new Error('no answer'));
  });
}
