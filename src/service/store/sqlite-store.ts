/** The store in one SQLite file: the embedded default. */
import type { Matter } from '#domain/matter/matter.ts';
import { openSqlite, type Connection } from './sqlite-database.ts';
import { sqliteLinks } from './sqlite-links.ts';
import { sqliteLog } from './sqlite-log.ts';
import { sqlitePeople } from './sqlite-people.ts';
import type { Store, StoredFile } from './store.ts';

/** @throws StoreTrouble when the file cannot be opened or is of a newer version. */
export function sqliteStore(path: string): Store {
  const db = openSqlite(path);
  const findMatter = (on: Connection, id: string, version: number): string | undefined =>
    on.get('SELECT body FROM matter WHERE id = ? AND version = ?', id, version)?.body?.toString();
  return {
    ...sqliteLog(db),
    ...sqlitePeople(db),
    ...sqliteLinks(db),
    keepMatter: (matter) =>
      db.write(async (on) => {
        const kept = findMatter(on, matter.id, matter.version);
        const body = JSON.stringify(matter);
        if (kept === undefined)
          on.run('INSERT INTO matter VALUES (?, ?, ?)', matter.id, matter.version, body);
        return kept !== undefined && kept !== body ? 'changed' : 'kept';
      }),
    replaceMatter: (matter) =>
      db.write(async (on) => {
        on.run(
          'INSERT OR REPLACE INTO matter VALUES (?, ?, ?)',
          matter.id,
          matter.version,
          JSON.stringify(matter),
        );
      }),
    async matter(id, version) {
      const body = findMatter(db.read, id, version);
      return body === undefined ? undefined : (JSON.parse(body) as Matter); // written by keepMatter
    },
    async file(id) {
      const row = db.read.get(
        `SELECT id, office_id AS officeId, request_id AS requestId, owner_id AS ownerId, sha256, bytes, mime, state
         FROM file WHERE id = ?`,
        id,
      );
      return row as StoredFile | undefined; // the columns are the type's own names
    },
    saveFile: (file) =>
      db.write(async (on) => {
        on.run(
          'INSERT OR REPLACE INTO file VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
          file.id,
          file.officeId,
          file.requestId,
          file.ownerId,
          file.sha256,
          file.bytes,
          file.mime,
          file.state,
        );
      }),
    close: () => db.close(),
  };
}
