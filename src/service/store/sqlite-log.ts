/** The log part of the SQLite store: each office's lines in order, its verdicts and its requests as they stand. */
import type { Event, Refused } from '#domain/request/action.ts';
import type { Request } from '#domain/request/request.ts';
import { nextHash } from '../chain.ts';
import type { Connection, SqliteDatabase } from './sqlite-database.ts';
import { readTrail, trailHead } from './sqlite-trail.ts';
import type { Head, KnownVerdict, LogStore, OfficeTurn } from './store.ts';

export function sqliteLog(db: SqliteDatabase): LogStore {
  return {
    append: (officeId, work) =>
      db.write(async (on) => {
        on.run("INSERT OR IGNORE INTO office VALUES (?, 0, '')", officeId);
        return work(turnOn(on, officeId));
      }),
    head: async (officeId) => headOf(db.read, officeId),
    hashAt: async (officeId, seq) => (seq === 0 ? '' : hashAt(db.read, officeId, seq)),
    page: async (officeId, after, limit, residentId) =>
      db.snapshot((on) => {
        // One more than asked for tells whether there is more.
        const rows =
          residentId === undefined
            ? on.all(
                'SELECT seq, h, body FROM event WHERE office_id = ? AND seq > ? ORDER BY seq LIMIT ?',
                officeId,
                after,
                limit + 1,
              )
            : on.all(
                'SELECT seq, h, body FROM event WHERE office_id = ? AND resident_id = ? AND seq > ? ORDER BY seq LIMIT ?',
                officeId,
                residentId,
                after,
                limit + 1,
              );
        const some = rows.slice(0, limit);
        const more = rows.length > limit;
        const last = some.at(-1);
        const next = more && last ? { seq: Number(last.seq), h: String(last.h) } : headOf(on, officeId);
        return {
          next: next.seq,
          h: next.h,
          more,
          events: some.map((row) => JSON.parse(String(row.body)) as Event),
        }; // written by append
      }),
    request: async (officeId, requestId) => findRequest(db.read, officeId, requestId),
    trail: async (officeId, requestId) => db.snapshot((on) => readTrail(on, officeId, requestId)),
  };
}

function turnOn(on: Connection, officeId: string): OfficeTurn {
  return {
    head: async () => headOf(on, officeId),
    known: async (actionId) => known(on, officeId, actionId),
    request: async (requestId) => findRequest(on, officeId, requestId),
    async append(event, h, residentId) {
      const { seq } = event.stamp;
      const moved = on.run(
        'UPDATE office SET head = ?, h = ? WHERE id = ? AND head = ?',
        seq,
        h,
        officeId,
        seq - 1,
      );
      if (moved.changes !== 1) throw new Error(`line ${seq} would leave a gap`);
      const { id, requestId } = event.action;
      const before = trailHead(on, officeId, requestId);
      const rh = nextHash(before?.rh ?? '', event);
      on.run(
        'INSERT INTO event (office_id, seq, id, resident_id, h, body, request_id, rh) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
        officeId,
        seq,
        id,
        residentId,
        h,
        JSON.stringify(event),
        requestId,
        rh,
      );
      const lines = (before?.lines ?? 0) + 1;
      on.run('INSERT OR REPLACE INTO trail VALUES (?, ?, ?, ?)', officeId, requestId, lines, rh);
    },
    async saveRefusal(actionId, refused) {
      on.run('INSERT OR REPLACE INTO refusal VALUES (?, ?, ?)', officeId, actionId, JSON.stringify(refused));
    },
    async saveRequest(request) {
      on.run(
        'INSERT OR REPLACE INTO request VALUES (?, ?, ?)',
        officeId,
        request.id,
        JSON.stringify(request),
      );
    },
  };
}

function headOf(on: Connection, officeId: string): Head {
  const row = on.get('SELECT head, h FROM office WHERE id = ?', officeId);
  return row ? { seq: Number(row.head), h: String(row.h) } : { seq: 0, h: '' };
}

function hashAt(on: Connection, officeId: string, seq: number): string | undefined {
  return on.get('SELECT h FROM event WHERE office_id = ? AND seq = ?', officeId, seq)?.h?.toString();
}

function known(on: Connection, officeId: string, actionId: string): KnownVerdict | undefined {
  const accepted = on.get('SELECT seq FROM event WHERE office_id = ? AND id = ?', officeId, actionId);
  if (accepted) return { verdict: 'accepted', seq: Number(accepted.seq) };
  const refusal = on.get('SELECT refused FROM refusal WHERE office_id = ? AND id = ?', officeId, actionId);
  return refusal && { verdict: 'refused', refused: JSON.parse(String(refusal.refused)) as Refused }; // written by saveRefusal
}

function findRequest(on: Connection, officeId: string, requestId: string): Request | undefined {
  const row = on.get('SELECT body FROM request WHERE office_id = ? AND id = ?', officeId, requestId);
  return row && (JSON.parse(String(row.body)) as Request); // written by saveRequest
}
