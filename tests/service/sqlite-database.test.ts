/** The disk at its worst: full, locked, of another kind. What was said to be kept is kept, and nothing else was said. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { afterAll, expect, test } from 'vitest';
import { openSqlite, readSqlite } from '#service/store/sqlite-database.ts';
import { StoreTrouble } from '#service/store/store.ts';

const folder = mkdtempSync(join(tmpdir(), 'bangban-disk-'));
afterAll(() => rmSync(folder, { recursive: true }));

const codeOf = (error: unknown): string =>
  error instanceof StoreTrouble ? error.code : `a bug: ${String(error)}`;

test('when the disk fills up, exactly those who were told "kept" are there', async () => {
  const path = join(folder, 'full.sqlite');
  const db = openSqlite(path);
  await db.write(async (on) => on.all('PRAGMA max_page_count = 60'));
  const write = (n: number): Promise<unknown> =>
    db.write(async (on) => on.run('INSERT INTO resident VALUES (?, ?)', `resident-${n}`, 'x'.repeat(900)));
  const told: PromiseSettledResult<unknown>[] = [];
  for (let round = 0; round < 20; round += 1)
    told.push(...(await Promise.allSettled(Array.from({ length: 10 }, (_, n) => write(round * 10 + n)))));

  const kept = told.flatMap((one, n) => (one.status === 'fulfilled' ? [`resident-${n}`] : []));
  const no = told.filter((one) => one.status === 'rejected');
  expect(kept.length).toBeGreaterThan(10);
  expect(no.length).toBeGreaterThan(10);
  expect(new Set(no.map(({ reason }) => codeOf(reason)))).toEqual(new Set(['SQLITE_FULL']));
  expect(
    db.read
      .all('SELECT id FROM resident')
      .map(({ id }) => id)
      .toSorted(),
  ).toEqual(kept.toSorted());

  await db.write(async (on) => on.all('PRAGMA max_page_count = 6000'));
  await expect(write(9_999)).resolves.toMatchObject({ changes: 1 });
  await db.close();
});

test('a database that another program holds is trouble, not a bug', async () => {
  const path = join(folder, 'busy.sqlite');
  const db = openSqlite(path, 20);
  const other = new Database(path);
  other.exec('BEGIN IMMEDIATE');
  const told = db.write(async (on) => on.run("INSERT INTO resident VALUES ('r', 'x')"));
  await expect(told.catch(codeOf)).resolves.toBe('SQLITE_BUSY');
  other.exec('ROLLBACK');
  await expect(
    db.write(async (on) => on.run("INSERT INTO resident VALUES ('r', 'x')")),
  ).resolves.toBeDefined();
  other.close();
  await db.close();
});

test('whoever only reads sees one moment, cannot write, and does not stand in the way', async () => {
  const path = join(folder, 'read only.sqlite');
  const db = openSqlite(path);
  const write = (id: string) => db.write(async (on) => on.run('INSERT INTO resident VALUES (?, ?)', id, 'x'));
  await write('r1');
  const { read, close } = readSqlite(path);
  const count = () => read.get('SELECT count(*) AS n FROM resident')?.n;
  expect(count()).toBe(1);
  await write('r2');
  expect(count()).toBe(1);
  expect(() => read.run('DELETE FROM resident')).toThrow('SQLITE_READONLY');
  close();
  await db.close();
  expect(() => readSqlite(join(folder, 'nowhere.sqlite'))).toThrow('no-database');
  expect(existsSync(join(folder, 'nowhere.sqlite'))).toBe(false);
});

test('whoever only reads leaves an older database as it is', () => {
  const path = join(folder, 'older.sqlite');
  const old = new Database(path);
  old.exec('PRAGMA user_version = 1');
  expect(() => readSqlite(path)).toThrow('older-database');
  expect(old.prepare('PRAGMA user_version').all()).toEqual([{ user_version: 1 }]);
  old.close();
});

test.each([
  [
    'is something else',
    (path: string) => writeFileSync(path, 'not a database '.repeat(100)),
    'SQLITE_NOTADB',
  ],
  [
    'was written by a newer version',
    (path: string) => new Database(path).pragma('user_version = 99'),
    'newer-database',
  ],
])('a file that %s is not touched', (what, make, code) => {
  const path = join(folder, `${what}.sqlite`);
  make(path);
  const open = (): unknown => {
    try {
      return openSqlite(path);
    } catch (error) {
      return codeOf(error);
    }
  };
  expect(open()).toBe(code);
});
