/**
 * Two connections to one SQLite file: one that writes, in turns, and one that only ever sees what is committed.
 *
 * synchronous=FULL: a commit that returned has reached the disk, also through a power cut.
 * Errors of the disk leave here as `StoreTrouble`; anything else is a mistake in the program.
 */
import Database from 'libsql';
import { MIGRATIONS } from './migrations.ts';
import { StoreTrouble } from './store.ts';
import { makeTurns } from './turns.ts';

type Value = string | number | null;
type Row = Readonly<Record<string, Value>>;

export type Connection = {
  readonly run: (sql: string, ...values: Value[]) => { readonly changes: number };
  readonly get: (sql: string, ...values: Value[]) => Row | undefined;
  readonly all: (sql: string, ...values: Value[]) => readonly Row[];
};

export type SqliteDatabase = {
  readonly read: Connection;
  /** Statements of one `work` form one transaction, started with the write lock already held. */
  readonly write: <T>(work: (connection: Connection) => Promise<T>) => Promise<T>;
  /** Several reads of one moment. `work` must not wait for anything. */
  readonly snapshot: <T>(work: (connection: Connection) => T) => T;
  readonly close: () => Promise<void>;
};

/** How long another process may hold the lock before we give up, ms. */
const BUSY_MS = 2_000;

export function openSqlite(path: string): SqliteDatabase {
  const writer = open(path);
  migrate(writer);
  const reader = open(path);
  const writing = connect(writer);
  const reading = connect(reader);
  const turns = makeTurns();
  return {
    read: reading,
    write: (work) =>
      turns(async () => {
        named(() => writer.exec('BEGIN IMMEDIATE'));
        try {
          const result = await work(writing);
          named(() => writer.exec('COMMIT'));
          return result;
        } catch (error) {
          if (writer.inTransaction) writer.exec('ROLLBACK'); // a full disk has rolled back by itself
          throw error;
        }
      }),
    snapshot(work) {
      named(() => reader.exec('BEGIN'));
      try {
        return work(reading);
      } finally {
        reader.exec('COMMIT');
      }
    },
    close: () =>
      turns(async () => {
        reader.close();
        writer.close();
      }),
  };
}

function open(path: string): Database.Database {
  return named(() => {
    const database = new Database(path, { timeout: BUSY_MS });
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    database.pragma(`busy_timeout = ${BUSY_MS}`);
    return database;
  });
}

function migrate(database: Database.Database): void {
  named(() => {
    database.exec('BEGIN IMMEDIATE');
    const [row] = database.prepare('PRAGMA user_version').all() as { user_version: number }[]; // the pragma's own shape
    const taken = row?.user_version ?? 0;
    if (taken > MIGRATIONS.length) {
      database.exec('ROLLBACK');
      throw new StoreTrouble('newer-database');
    }
    for (const step of MIGRATIONS.slice(taken)) database.exec(step);
    database.exec(`PRAGMA user_version = ${MIGRATIONS.length}`);
    database.exec('COMMIT');
  });
}

function connect(database: Database.Database): Connection {
  const prepared = new Map<string, Database.Statement<Value[]>>();
  const statement = (sql: string): Database.Statement<Value[]> => {
    const ready = prepared.get(sql) ?? database.prepare<Value[]>(sql);
    prepared.set(sql, ready);
    return ready;
  };
  return {
    run: (sql, ...values) => named(() => statement(sql).run(...values)),
    get: (sql, ...values) => named(() => statement(sql).all(...values)[0] as Row | undefined), // our tables hold only text and numbers; libsql's own get() mixes its measurements into the row
    all: (sql, ...values) => named(() => statement(sql).all(...values) as Row[]), // as above
  };
}

/** Foreign errors get a name of ours at this door and travel no further. */
function named<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof StoreTrouble) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    // A broken rule of the tables is our own mistake, not the disk's.
    if (code.startsWith('SQLITE_CONSTRAINT') || code === 'SQLITE_ERROR' || error instanceof TypeError)
      throw error;
    throw new StoreTrouble(code === '' ? 'cannot-open' : code, error);
  }
}
