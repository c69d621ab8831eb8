/** The people part of the SQLite store: who is known, who is signed in, who mistyped a password. */
import type { SqliteDatabase } from './sqlite-database.ts';
import type { PeopleStore, Tries, WorkerAccount } from './store.ts';

const WORKER =
  'SELECT id, role, office_id AS officeId, name, telephone, password_hash AS passwordHash FROM worker';

export function sqlitePeople(db: SqliteDatabase): PeopleStore {
  return {
    async meetResident(id, secretHash) {
      const find = 'SELECT secret_hash FROM resident WHERE id = ?';
      const known = db.read.get(find, id);
      const kept =
        known ??
        (await db.write(async (on) => {
          on.run('INSERT OR IGNORE INTO resident VALUES (?, ?)', id, secretHash);
          return on.get(find, id);
        }));
      return kept?.secret_hash === secretHash ? 'known' : 'wrong-secret';
    },
    secretHashOf: async (id) =>
      db.read.get('SELECT secret_hash FROM resident WHERE id = ?', id)?.secret_hash?.toString(),
    saveWorkers: (workers) =>
      db.write(async (on) => {
        for (const worker of workers)
          on.run(
            `INSERT INTO worker (id, role, office_id, name, telephone, password_hash) VALUES (?, ?, ?, ?, ?, ?)
           ON CONFLICT (id) DO UPDATE SET role = excluded.role, office_id = excluded.office_id, name = excluded.name,
             telephone = excluded.telephone, password_hash = excluded.password_hash`,
            worker.id,
            worker.role,
            worker.officeId,
            worker.name,
            worker.telephone,
            worker.passwordHash,
          );
      }),
    worker: async (id) => db.read.get(`${WORKER} WHERE id = ?`, id) as WorkerAccount | undefined, // the columns are the type's own names
    workerByName: async (name) => db.read.get(`${WORKER} WHERE name = ?`, name) as WorkerAccount | undefined, // as above
    workers: async (officeId) =>
      db.read.all(`${WORKER} WHERE office_id = ? ORDER BY id`, officeId) as readonly WorkerAccount[], // as above
    saveSession: (session) =>
      db.write(async (on) => {
        on.run(
          'INSERT OR REPLACE INTO session VALUES (?, ?, ?, ?)',
          session.tokenHash,
          session.workerId,
          session.expiresAt,
          session.endedAt ?? null,
        );
      }),
    async session(tokenHash) {
      const row = db.read.get('SELECT * FROM session WHERE token_hash = ?', tokenHash);
      return (
        row && {
          tokenHash,
          workerId: String(row.worker_id),
          expiresAt: Number(row.expires_at),
          ...(row.ended_at !== null && { endedAt: Number(row.ended_at) }),
        }
      );
    },
    endSessions: (which, at) =>
      db.write(async (on) => {
        const [column, value] =
          'tokenHash' in which ? ['token_hash', which.tokenHash] : ['worker_id', which.workerId];
        on.run(`UPDATE session SET ended_at = ? WHERE ${column} = ? AND ended_at IS NULL`, at, value ?? '');
      }),
    tries: async (key) =>
      db.read.get('SELECT failures, next_at AS nextAt FROM tries WHERE key = ?', key) as Tries | undefined, // as above
    saveTries: (key, tries) =>
      db.write(async (on) => {
        if (tries) on.run('INSERT OR REPLACE INTO tries VALUES (?, ?, ?)', key, tries.failures, tries.nextAt);
        else on.run('DELETE FROM tries WHERE key = ?', key);
      }),
  };
}
