/**
 * Seals the rows of a database under a key that lives only in memory: on the disk stand ids, states and
 * times, by which rows are found, and the rest is XChaCha20-Poly1305 with a nonce of its own for each row.
 *
 * Synchronous on purpose: WebCrypto answers so late that an IndexedDB transaction would have ended. A row
 * that was changed, moved, or never sealed is not read. When the key is filled with zeros all is unreadable.
 */
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import type { DBCore, DBCoreCursor, DBCoreTable, DBCoreTableSchema, Dexie, Middleware } from 'dexie';
import { packRow, unpackRow, type Row } from './packed-row.ts';

const KEY_BYTES = 32;
const NONCE_BYTES = 24;
/** Under everything of Dexie's, so that its hooks and observers see rows as they were given. */
const LOWEST = -100;

/** The key is gone or another, or the row is not as it was sealed. It carries no word of the row. */
export class SealError extends Error {
  override readonly name = 'SealError';
}

export function newSealKey(): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(KEY_BYTES));
}

/** To be called before the database is opened. `key` stays the caller's, to be filled with zeros at the end. */
export function sealRows(db: Dexie, key: Uint8Array): void {
  db.use(sealing(key));
}

function sealing(key: Uint8Array): Middleware<DBCore> {
  return {
    stack: 'dbcore',
    name: 'sealed-rows',
    level: LOWEST,
    create: (below) => ({
      ...below,
      table: (name) => sealedTable(below.table(name), sealFor(key, name, below)),
    }),
  };
}

type Seal = { readonly close: (row: Row) => Row; readonly open: (kept: Row | undefined) => Row | undefined };

function sealFor(key: Uint8Array, name: string, core: DBCore): Seal {
  const schema = core.schema.tables.find((table) => table.name === name);
  if (!schema) throw new TypeError(`no table ${name}`);
  const clear = clearNames(schema);
  // What the database itself counts is not known yet when the row is sealed.
  const counted = schema.primaryKey.autoIncrement ? schema.primaryKey.keyPath : undefined;
  const bound = clear.filter((property) => property !== counted).sort();
  const label = (row: Row) =>
    new TextEncoder().encode(JSON.stringify([name, ...bound.map((property) => row[property] ?? null)]));
  const cipher = (nonce: Uint8Array, row: Row) => {
    if (key.every((byte) => byte === 0)) throw new SealError('the key of this room is gone');
    return xchacha20poly1305(key, nonce, label(row));
  };
  return {
    close: (row) => {
      const shown = only(row, (property) => clear.includes(property));
      const hidden = only(row, (property) => !clear.includes(property));
      const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
      const words = packRow(hidden);
      const sealed = cipher(nonce, shown).encrypt(words);
      words.fill(0);
      return { ...shown, nonce: nonce.buffer, sealed: sealed.slice().buffer };
    },
    open: (kept) => {
      if (kept === undefined) return undefined;
      const { nonce, sealed, ...shown } = kept;
      if (!isBytes(nonce) || !isBytes(sealed)) throw new SealError(`a row of ${name} was never sealed`);
      return { ...shown, ...unpackRow(opened(cipher(new Uint8Array(nonce), shown), sealed, name)) };
    },
  };
}

function opened(cipher: { decrypt: (sealed: Uint8Array) => Uint8Array }, sealed: ArrayBuffer, name: string) {
  try {
    return cipher.decrypt(new Uint8Array(sealed));
  } catch {
    throw new SealError(`a row of ${name} cannot be opened with this key`); // another key, or another hand in it
  }
}

function sealedTable(below: DBCoreTable, { close, open }: Seal): DBCoreTable {
  return {
    ...below,
    mutate: (request) =>
      below.mutate(
        request.type === 'add' || request.type === 'put'
          ? { ...request, values: request.values.map((row: Row) => close(row)) }
          : request,
      ),
    get: (request) => below.get(request).then(open),
    getMany: (request) => below.getMany(request).then((rows) => rows.map(open)),
    query: (request) =>
      below
        .query(request)
        .then((answer) => (request.values ? { ...answer, result: answer.result.map(open) } : answer)),
    openCursor: (request) =>
      below
        .openCursor(request)
        .then((cursor) => (cursor && request.values ? openedCursor(cursor, open) : cursor)),
  };
}

/** The same cursor, whose row is opened once wherever it stands. */
function openedCursor(cursor: DBCoreCursor, open: Seal['open']): DBCoreCursor {
  let kept: unknown;
  let row: Row | undefined;
  const value = () => {
    if (cursor.value !== kept) {
      kept = cursor.value;
      row = open(cursor.value);
    }
    return row;
  };
  return Object.create(cursor, {
    value: { get: value },
    // The browser's own getters refuse an object that only inherits from its cursor.
    key: { get: () => cursor.key },
    primaryKey: { get: () => cursor.primaryKey },
    continue: { value: (to?: unknown) => cursor.continue(to) },
    continuePrimaryKey: { value: (to: unknown, id: unknown) => cursor.continuePrimaryKey(to, id) },
    advance: { value: (count: number) => cursor.advance(count) },
  }) as DBCoreCursor; // Object.create is typed as any object
}

/** By what rows are found: it stands in the clear. A new index must tell nothing about a person. */
export function clearNames(schema: DBCoreTableSchema): readonly string[] {
  return [schema.primaryKey, ...schema.indexes].flatMap(({ keyPath }) => keyPath ?? []);
}

function only(row: Row, wanted: (property: string) => boolean): Row {
  return Object.fromEntries(Object.entries(row).filter(([property]) => wanted(property)));
}

function isBytes(value: unknown): value is ArrayBuffer {
  return Object.prototype.toString.call(value) === '[object ArrayBuffer]';
}
