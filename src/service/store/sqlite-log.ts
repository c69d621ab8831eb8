/** The log part of the SQLite store: each office's lines in order, its verdicts and its requests as they stand. */
import type { Refused } from '#domain/request/action.ts';
import type { Request } from '#domain/request/request.ts';
import { nextHash } from '../chain.ts';
import type { Connection, SqliteDatabase } from './sqlite-database.ts';
import { headOf, readPage } from './sqlite-page.ts';
import { readTrail, trailHead } from './sqlite-trail.ts';
import type { HandOver, KnownVerdict, LogStore, OfficeTurn } from './store.ts';

export function sqliteLog(db: SqliteDatabase): LogStore {
  return {
    append: (officeId, work) =>
      db.write(async (on) => {
        on.run("INSERT OR IGNORE INTO office VALUES (?, 0, '')", officeId);
        return work(turnOn(on, officeId));
      }),
    head: async (officeId) => headOf(db.read, officeId),
    hashAt: async (officeId, seq) => (seq === 0 ? '' : hashAt(db.read, officeId, seq)),
    page: async (officeId, after, limit, reader) =>
      db.snapshot((on) => readPage(on, officeId, after, limit, reader)),
    isReader: async (officeId, requestId, personId) =>
      db.read.get(
        'SELECT since FROM reader WHERE office_id = ? AND person_id = ? AND request_id = ? AND until IS NULL',
        officeId,
        personId,
        requestId,
      ) !== undefined,
    request: async (officeId, requestId) => findRequest(db.read, officeId, requestId),
    trail: async (officeId, requestId) => db.snapshot((on) => readTrail(on, officeId, requestId)),
  };
}

function turnOn(on: Connection, officeId: string): OfficeTurn {
  return {
    head: async () => headOf(on, officeId),
    known: async (actionId) => known(on, officeId, actionId),
    request: async (requestId) => findRequest(on, officeId, requestId),
    async append(event, h, residentId, seenBy) {
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
        'INSERT INTO event (office_id, seq, id, resident_id, h, body, request_id, rh, for_readers) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
        officeId,
        seq,
        id,
        residentId,
        h,
        JSON.stringify(event),
        requestId,
        rh,
        seenBy === 'readers' ? 1 : 0,
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
    handOver: async (codeHash) => handOver(on, officeId, codeHash),
    async saveHandOver({ codeHash, requestId, until, reservedBy = null }) {
      on.run(
        'INSERT OR REPLACE INTO hand_over VALUES (?, ?, ?, ?, ?)',
        officeId,
        codeHash,
        requestId,
        until,
        reservedBy,
      );
    },
    async addReader(requestId, personId) {
      const since = headOf(on, officeId).seq;
      on.run(
        `INSERT INTO reader VALUES (?, ?, ?, ?, NULL) ON CONFLICT (office_id, person_id, request_id)
         DO UPDATE SET since = excluded.since, until = NULL WHERE until IS NOT NULL`,
        officeId,
        personId,
        requestId,
        since,
      );
    },
    async closeReaders(requestId) {
      on.run(
        'UPDATE reader SET until = ? WHERE office_id = ? AND request_id = ? AND until IS NULL',
        headOf(on, officeId).seq,
        officeId,
        requestId,
      );
    },
  };
}

function handOver(on: Connection, officeId: string, codeHash: string): HandOver | undefined {
  const row = on.get(
    'SELECT request_id, until, reserved_by FROM hand_over WHERE office_id = ? AND code_hash = ?',
    officeId,
    codeHash,
  );
  return (
    row && {
      codeHash,
      requestId: String(row.request_id),
      until: Number(row.until),
      ...(row.reserved_by !== null && { reservedBy: String(row.reserved_by) }),
    }
  );
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
