/** The links part of the SQLite store: who may help whom. */
import type { Connection, SqliteDatabase } from './sqlite-database.ts';
import type { LinkRecord, LinkStore } from './store.ts';

const FIND = 'SELECT body FROM link WHERE id = ?';

export function sqliteLinks(db: SqliteDatabase): LinkStore {
  return {
    saveLink: (link) => db.write(async (on) => save(on, link)),
    link: async (id) => linkOf(db.read.get(FIND, id)),
    linkByCode: async (codeHash) =>
      linkOf(db.read.get('SELECT body FROM link WHERE code_hash = ?', codeHash)),
    async linksOf(side) {
      const column = 'elderId' in side ? 'elder_id' : 'helper_id';
      const id = 'elderId' in side ? side.elderId : side.helperId;
      const links = db.read.all(`SELECT body FROM link WHERE ${column} = ?`, id).flatMap((row) => {
        const link = linkOf(row);
        return link ? [link] : [];
      });
      return links.toSorted((a, b) => b.from - a.from || (a.id < b.id ? -1 : 1));
    },
    endLink: (id, at) =>
      db.write(async (on) => {
        const link = linkOf(on.get(FIND, id));
        if (link && link.endedAt === undefined) save(on, { ...link, endedAt: at });
      }),
  };
}

function save(on: Connection, link: LinkRecord): void {
  on.run(
    'INSERT OR REPLACE INTO link (id, elder_id, helper_id, code_hash, body) VALUES (?, ?, ?, ?, ?)',
    link.id,
    link.elderId,
    link.helperId,
    link.codeHash ?? null,
    JSON.stringify(link),
  );
}

function linkOf(row: ReturnType<Connection['get']>): LinkRecord | undefined {
  return row && (JSON.parse(String(row.body)) as LinkRecord); // written by save
}
