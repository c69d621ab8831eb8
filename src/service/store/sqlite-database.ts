/**
 * Two connections to one SQLite file: one that writes, in turns, and one that only ever sees what is committed.
 *
 * synchronous=FULL: a commit that returned has reached the disk, also through a power cut.
 * Errors of the disk leave here as `StoreTrouble`; anything else is a mistake in the program.
 */
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import Database from 'libsql';
import { groupCommit } from './group-commit.ts';
import { MIGRATIONS } from './migrations.ts';
import { StoreTrouble } from './store.ts';

type Value = string | number | null;
type Row = Readonly<Record<string, Value>>;

export type Connection = {
  readonly run: (sql: string, ...values: Value[]) => { readonly changes: number };
  readonly get: (sql: string, ...values: Value[]) => Row | undefined;
  readonly all: (sql: string, ...values: Value[]) => readonly Row[];
};

export type SqliteDatabase = {
  readonly read: Connection;
  /** Statements of one `work` are kept together or not at all; works come one after another, the lock already held. */
  readonly write: <T>(work: (connection: Connection) => Promise<T>) => Promise<T>;
  /** Several reads of one moment. `work` must not wait for anything. */
  readonly snapshot: <T>(work: (connection: Connection) => T) => T;
  readonly close: () => Promise<void>;
};

/** How long another process may hold the lock before we give up, ms. */
const BUSY_MS = 2_000;

export function openSqlite(path: string, busyMs = BUSY_MS): SqliteDatabase {
  const writer = open(path, busyMs);
  migrate(writer);
  const reader = open(path, busyMs);
  const writing = connect(writer);
  const reading = connect(reader);
  const inGroup = groupCommit(writer, named);
  return {
    read: reading,
    write: (work) => inGroup(() => work(writing)),
    snapshot(work) {
      named(() => reader.exec('BEGIN'));
      try {
        return work(reading);
      } finally {
        reader.exec('COMMIT');
      }
    },
    async close() {
      await inGroup(async () => undefined); // whoever came before is served
      reader.close();
      writer.close();
    },
  };
}

/**
 * A connection that cannot write, also beside a running service. All its reads are of one moment: its first.
 * @throws StoreTrouble when there is no such file, or its tables are of another version
 */
export function readSqlite(path: string): { readonly read: Connection; readonly close: () => void } {
  if (!existsSync(path)) throw new StoreTrouble('no-database');
  // libsql knows an option for this and does not heed it; the address does it.
  const database = named(() => new Database(`${pathToFileURL(path).href}?mode=ro`, { timeout: BUSY_MS }));
  try {
    named(() => database.exec('BEGIN'));
    const taken = versionOf(database);
    if (taken !== MIGRATIONS.length)
      throw new StoreTrouble(taken < MIGRATIONS.length ? 'older-database' : 'newer-database');
  } catch (error) {
    database.close();
    throw error;
  }
  return { read: connect(database), close: () => database.close() };
}

function open(path: string, busyMs: number): Database.Database {
  return named(() => {
    const database = new Database(path, { timeout: busyMs });
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    database.pragma(`busy_timeout = ${busyMs}`);
    return database;
  });
}

function migrate(database: Database.Database): void {
  named(() => {
    database.exec('BEGIN IMMEDIATE');
    const taken = versionOf(database);
    if (taken > MIGRATIONS.length) {
      database.exec('ROLLBACK');
      throw new StoreTrouble('newer-database');
    }
    for (const step of MIGRATIONS.slice(taken))
      if (typeof step === 'string') database.exec(step);
      else step(connect(database));
    database.exec(`PRAGMA user_version = ${MIGRATIONS.length}`);
    database.exec('COMMIT');
  });
}

function versionOf(database: Database.Database): number {
  const [row] = named(() => database.prepare('PRAGMA user_version').all()) as { user_version: number }[]; // the pragma's own shape
  return row?.user_version ?? 0;
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
