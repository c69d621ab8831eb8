/** Every way of asking Dexie gives the same of a sealed database as of an open one; and a row comes back as it went in. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { openDatabase, type AppDatabase, type DraftRow, type FileRow } from '#storage/database.ts';
import { packRow, unpackRow } from '#storage/packed-row.ts';
import { newSealKey, sealRows } from '#storage/sealed-rows.ts';
import { freshDatabase } from '#tests/support/fresh-database.ts';
import { hexId, matter, openFor, PHOTO } from '#tests/support/make.ts';

const draft = (n: number): DraftRow => ({
  id: hexId(n),
  matterId: 'home-repair',
  matter: matter(),
  entries: { name: { type: 'typed', typed: `王${n}` } },
  place: `f${n}`,
  startedAt: n,
  changedAt: 100 - n,
});
const file = (n: number, state: FileRow['state'] = 'draft'): FileRow => ({
  ...PHOTO,
  id: hexId(n),
  requestId: hexId(n % 2),
  data: new Uint8Array([n, n, n]).buffer,
  state,
});

/** Each changes or reads, and gives back what it saw. */
const WAYS: Readonly<Record<string, (db: AppDatabase) => PromiseLike<unknown>>> = {
  add: (db) => db.drafts.add(draft(1)),
  'add twice': (db) => db.drafts.add(draft(1)).catch(({ name }: Error) => name),
  bulkAdd: (db) => db.files.bulkAdd([1, 2, 3, 4].map((n) => file(n))),
  'bulkAdd with one that is there': (db) =>
    db.files.bulkAdd([file(4), file(5)]).catch(({ name, failures }) => [name, failures.length]),
  bulkPut: (db) => db.drafts.bulkPut([draft(2), draft(3), draft(4), draft(5)], { allKeys: true }),
  put: (db) => db.drafts.put({ ...draft(2), place: 'again' }),
  get: (db) => db.drafts.get(hexId(2)),
  'get what is not there': (db) => db.drafts.get(hexId(99)),
  'get by an index': (db) => db.files.get({ requestId: hexId(1), state: 'draft' }),
  bulkGet: (db) => db.drafts.bulkGet([hexId(3), hexId(99), hexId(1)]),
  toArray: (db) => db.files.toArray(),
  equals: (db) => db.files.where('requestId').equals(hexId(1)).toArray(),
  anyOf: (db) =>
    db.drafts
      .where('id')
      .anyOf([hexId(1), hexId(4), hexId(99)])
      .toArray(),
  between: (db) => db.drafts.where('changedAt').between(95, 97, true, true).reverse().toArray(),
  or: (db) => db.drafts.where('changedAt').above(97).or('id').equals(hexId(5)).toArray(),
  orderBy: (db) => db.drafts.orderBy('changedAt').toArray(),
  'orderBy backwards, some': (db) => db.drafts.orderBy('changedAt').reverse().offset(1).limit(2).toArray(),
  'first and last': async (db) => [
    await db.drafts.orderBy('changedAt').first(),
    await db.drafts.toCollection().last(),
  ],
  filter: (db) => db.drafts.filter(({ place }) => place === 'again').toArray(),
  each: async (db) => {
    const seen: unknown[] = [];
    await db.drafts
      .orderBy('changedAt')
      .each((row, { key, primaryKey }) => seen.push([row, key, primaryKey]));
    return seen;
  },
  until: (db) =>
    db.drafts
      .orderBy('changedAt')
      .until(({ place }) => place === 'f3')
      .toArray(),
  sortBy: (db) => db.drafts.toCollection().sortBy('place'),
  keys: async (db) => [
    await db.files.where('state').equals('draft').primaryKeys(),
    await db.files.orderBy('requestId').uniqueKeys(),
    await db.drafts.count(),
  ],
  'modify by a function': (db) =>
    db.drafts
      .where('changedAt')
      .above(96)
      .modify((row, change) => {
        change.value = { ...row, place: `${row.place}!` };
      }),
  'modify by a change': (db) =>
    db.files
      .where('id')
      .anyOf([hexId(1), hexId(2)])
      .filter(({ state }) => state === 'draft')
      .modify({ state: 'waiting' }),
  update: (db) => db.files.update(hexId(3), { state: 'refused', why: '太大了' }),
  'update a part': (db) => db.drafts.update(hexId(3), { 'entries.name': { type: 'unknown' } }),
  bulkUpdate: (db) => db.drafts.bulkUpdate([{ key: hexId(4), changes: { place: 'moved' } }]),
  upsert: (db) => db.meta.upsert('seen', { value: { a: 1 } }),
  'count of the database itself': async (db) => {
    const row = (n: number) => ({ id: hexId(n), requestId: hexId(1), state: 'waiting' as const, keptAt: n });
    const keys = [await db.outbox.add(row(1)), await db.outbox.add(row(2))];
    await db.outbox.update(2, { state: 'refused' });
    return [keys, await db.outbox.toArray()];
  },
  'an action, and by the index that few rows have': async (db) => {
    const action = openFor();
    await db.events.bulkPut([
      { id: action.id, requestId: action.requestId, action, unseen: 1 },
      { id: hexId(8), requestId: action.requestId, action, seq: 3 },
    ]);
    return [await db.events.where('unseen').equals(1).toArray(), await db.events.orderBy('seq').last()];
  },
  'reading and writing in one transaction': (db) =>
    db.transaction('rw', db.drafts, db.meta, async () => {
      for (const row of await db.drafts.toArray()) await db.meta.put({ key: row.id, value: row.entries });
      await db.drafts.clear();
      await db.drafts.put(draft(9));
      return [await db.drafts.toArray(), await db.meta.toArray()];
    }),
  'taken back with the transaction': (db) =>
    db
      .transaction('rw', db.drafts, async () => {
        await db.drafts.put({ ...draft(9), place: 'lost' });
        throw new TypeError('taken back');
      })
      .catch(({ name }: Error) => name),
  delete: (db) => db.files.where('requestId').equals(hexId(1)).delete(),
  'everything at last': async (db) => Promise.all(db.tables.map((table) => table.toArray())),
};

test('whichever way it is asked, a sealed database answers like an open one', async () => {
  const open = freshDatabase();
  const sealed = openDatabase('sealed-queries', { cache: 'disabled' });
  sealRows(sealed, newSealKey());
  for (const [name, ask] of Object.entries(WAYS)) {
    const right = await ask(open);
    expect(await ask(sealed), name).toEqual(right);
  }
});

test('a row comes back as it went in, with its bytes, by chance', () => {
  const bytes = fc.uint8Array({ maxLength: 40 }).map((array) => array.slice().buffer);
  const { row } = fc.letrec((tie) => ({
    leaf: fc.oneof(
      fc.string(),
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.boolean(),
      fc.constant(null),
      bytes,
    ),
    value: fc.oneof({ maxDepth: 4 }, tie('leaf'), fc.array(tie('value'), { maxLength: 4 }), tie('row')),
    row: fc.dictionary(fc.oneof(fc.string(), fc.constantFrom('__proto__', '0', 'data')), tie('value'), {
      maxKeys: 4,
      noNullPrototype: true,
    }),
  }));
  fc.assert(
    fc.property(row, (given) => {
      const value = given as Record<string, unknown>; // a dictionary
      expect(unpackRow(packRow(value))).toEqual(zeroed(value));
    }),
    { numRuns: 500 },
  );
});

test.each([
  ['a date', new Date(0)],
  ['a set', new Set([1])],
  ['not a number', Number.NaN],
  ['a hole', [undefined]],
  ['a view on bytes', new Uint8Array(3)],
  ['a function', () => 1],
])('%s would come back as something else, and is refused', (_, value) => {
  expect(() => packRow({ value: { deep: value } })).toThrow(/value\.deep/u);
});

/** JSON knows no −0, and nobody here counts with it. */
function zeroed(value: unknown): unknown {
  if (Object.is(value, -0)) return 0;
  if (Array.isArray(value)) return value.map(zeroed);
  if (Object.prototype.toString.call(value) !== '[object Object]') return value;
  return Object.fromEntries(Object.entries(value as object).map(([name, one]) => [name, zeroed(one)])); // by its own name
}
