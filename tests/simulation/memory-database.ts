/**
 * The device's tables in plain memory, for volume: the part of Dexie that `storage` uses in a sync.
 *
 * Transactions are whole or nothing. They never meet: the simulation wakes one thing at a time and lets it
 * run until it waits for the line. What only a real IndexedDB can get wrong (indexes, commits, awaits, two
 * transactions at once) is left to the seeds that run on fake-indexeddb.
 */
import type { AppDatabase } from '#storage/database.ts';

type Row = Record<string, unknown>;
type Rows = Map<unknown, Row>;
const KEYS = {
  events: 'id',
  requests: 'id',
  outbox: 'k',
  drafts: 'id',
  files: 'id',
  matters: 'id',
  meta: 'key',
};
type Table = keyof typeof KEYS;

/** `onStep` is called before every operation; when it throws, the transaction is undone. `peek` is no operation. */
export function memoryDatabase(
  name: string,
  onStep: () => void,
): { readonly db: AppDatabase; readonly peek: (table: Table, key: string) => unknown } {
  const tables = new Map<Table, Rows>(Object.keys(KEYS).map((table) => [table as Table, new Map()])); // the keys of KEYS
  let isOpen = false;
  let k = 0;

  async function transaction<T>(...given: unknown[]): Promise<T> {
    const work = given[given.length - 1] as () => Promise<T>; // Dexie's order: mode, tables, work
    if (isOpen) return work();
    isOpen = true;
    const before = [...tables].map(([table, rows]) => [table, new Map(rows)] as const);
    try {
      return await work();
    } catch (trouble) {
      for (const [table, rows] of before) tables.set(table, rows);
      throw trouble;
    } finally {
      isOpen = false;
    }
  }

  const step = async <T>(work: () => T): Promise<T> => {
    onStep();
    return work();
  };

  function table(of: Table) {
    const key = KEYS[of];
    const rows = (): Rows => tables.get(of) as Rows; // every table is made above
    const write = (row: Row): unknown => {
      const kept = of === 'outbox' && row['k'] === undefined ? { ...row, k: (k += 1) } : row;
      rows().set((kept as Row)[key], structuredClone(kept));
      return (kept as Row)[key];
    };
    const add = (row: Row): unknown => {
      if (rows().has(row[key])) throw new Error(`${of} has ${String(row[key])} already`);
      return write(row);
    };
    const read = (row: Row): Row => ({ ...row }); // copied whole when it was written
    const sorted = (): Row[] =>
      [...rows().values()].sort((a, b) => ((a[key] as string) < (b[key] as string) ? -1 : 1));

    const collection = (fits: (row: Row) => boolean) => ({
      filter: (also: (row: Row) => boolean) => collection((row) => fits(row) && also(row)),
      toArray: () => step(() => sorted().filter(fits).map(read)),
      first: () => step(() => sorted().filter(fits).map(read)[0]),
      count: () => step(() => sorted().filter(fits).length),
      primaryKeys: () =>
        step(() =>
          sorted()
            .filter(fits)
            .map((row) => row[key]),
        ),
      each: (see: (row: Row) => void) => step(() => sorted().filter(fits).map(read).forEach(see)),
      delete: () =>
        step(() =>
          sorted()
            .filter(fits)
            .forEach((row) => rows().delete(row[key])),
        ),
      modify: (change: Row | ((row: Row, ref: { value: Row }) => void)) =>
        step(() => {
          for (const row of sorted().filter(fits)) {
            const ref = { value: structuredClone(row) };
            if (typeof change === 'function') change(ref.value, ref);
            else Object.assign(ref.value, change);
            write(ref.value);
          }
        }),
    });
    return {
      get: (id: unknown) => step(() => rows().get(id) && read(rows().get(id) as Row)), // just looked
      put: (row: Row) => step(() => write(row)),
      add: (row: Row) => step(() => add(row)),
      delete: (id: unknown) => step(() => rows().delete(id)),
      clear: () => step(() => rows().clear()),
      count: () => step(() => rows().size),
      toArray: () => step(() => sorted().map(read)),
      each: (see: (row: Row) => void) => step(() => sorted().map(read).forEach(see)),
      toCollection: () => collection(() => true),
      bulkGet: (ids: unknown[]) => step(() => ids.map((id) => rows().get(id)).map((row) => row && read(row))),
      bulkPut: (list: Row[]) => step(() => list.forEach(write)),
      bulkAdd: (list: Row[]) => step(() => list.forEach(add)),
      bulkDelete: (ids: unknown[]) => step(() => ids.forEach((id) => rows().delete(id))),
      orderBy: (index: string) => ({
        uniqueKeys: () => step(() => [...new Set(sorted().map((row) => row[index]))].sort()),
      }),
      where: (index: string) => ({
        equals: (value: unknown) => collection((row) => row[index] === value),
        above: (value: number) =>
          collection((row) => typeof row[index] === 'number' && (row[index] as number) > value), // just looked
        anyOf: (values: unknown[]) => collection((row) => values.includes(row[index])),
      }),
    };
  }

  const made = Object.fromEntries(Object.keys(KEYS).map((of) => [of, table(of as Table)])); // the keys of KEYS
  return {
    db: { ...made, tables: [], name, transaction } as unknown as AppDatabase, // as much of it as a sync needs
    peek: (of, key) => tables.get(of)?.get(key),
  };
}
