/** Pages of an office's log in the SQLite store, each for the eyes of one reader. */
import type { Event } from '#domain/request/action.ts';
import type { Connection } from './sqlite-database.ts';
import type { Head, Page, Reader } from './store.ts';

type Rows = ReturnType<Connection['all']>;

export function readPage(
  on: Connection,
  officeId: string,
  after: number,
  limit: number,
  reader: Reader | undefined,
): Page {
  // One more than asked for tells whether there is more.
  const rows = linesFor(on, officeId, after, limit + 1, reader);
  const some = rows.slice(0, limit);
  const more = rows.length > limit;
  const last = some.at(-1);
  const next = more && last ? { seq: Number(last.seq), h: String(last.h) } : headOf(on, officeId);
  const passed = reader && 'workerId' in reader ? linesPassed(on, officeId, after, reader.workerId) : [];
  return { next: next.seq, h: next.h, more, events: [...passed, ...some].map(eventOf) };
}

export function headOf(on: Connection, officeId: string): Head {
  const row = on.get('SELECT head, h FROM office WHERE id = ?', officeId);
  return row ? { seq: Number(row.head), h: String(row.h) } : { seq: 0, h: '' };
}

function linesFor(
  on: Connection,
  officeId: string,
  after: number,
  most: number,
  reader: Reader | undefined,
): Rows {
  if (!reader)
    return on.all(
      'SELECT seq, h, body FROM event WHERE office_id = ? AND seq > ? ORDER BY seq LIMIT ?',
      officeId,
      after,
      most,
    );
  if ('workerId' in reader)
    return on.all(
      `SELECT seq, h, body FROM event WHERE office_id = ? AND seq > ? AND (for_readers = 0 OR EXISTS (
         SELECT 1 FROM reader WHERE reader.office_id = event.office_id AND person_id = ? AND reader.request_id = event.request_id
           AND (until IS NULL OR event.seq <= until)
       )) ORDER BY seq LIMIT ?`,
      officeId,
      after,
      reader.workerId,
      most,
    );
  const { residentId, helping, seeing = [] } = reader;
  const own = on.all(
    'SELECT seq, h, body FROM event WHERE office_id = ? AND resident_id = ? AND seq > ? ORDER BY seq LIMIT ?',
    officeId,
    residentId,
    after,
    most,
  );
  if (helping.length === 0) return own;
  const others = on.all(
    `SELECT event.seq, h, body FROM reader JOIN event USING (office_id, request_id)
     WHERE office_id = ? AND person_id = ? AND event.seq > ? AND resident_id IN (${helping.map(() => '?').join(', ')})
     ORDER BY event.seq LIMIT ?`,
    officeId,
    residentId,
    after,
    ...helping,
    most,
  );
  // What one has filed oneself may be seen as well: a line comes once.
  const seen = seeing.flatMap((elderId) =>
    on.all(
      'SELECT seq, h, body FROM event WHERE office_id = ? AND resident_id = ? AND for_readers = 0 AND seq > ? ORDER BY seq LIMIT ?',
      officeId,
      elderId,
      after,
      most,
    ),
  );
  const bySeq = new Map([...own, ...others, ...seen].map((row) => [Number(row.seq), row]));
  return [...bySeq.values()].toSorted((a, b) => Number(a.seq) - Number(b.seq)).slice(0, most);
}

/** What somebody was let into when their cursor had gone past it. */
function linesPassed(on: Connection, officeId: string, after: number, personId: string): Rows {
  // CROSS: from the few drafts of one reader to their lines; else SQLite goes through the whole log.
  return on.all(
    `SELECT event.seq, h, body FROM reader CROSS JOIN event USING (office_id, request_id)
     WHERE office_id = ? AND person_id = ? AND since >= ? AND event.seq <= ? AND for_readers = 1 AND (until IS NULL OR event.seq <= until)
     ORDER BY event.seq`,
    officeId,
    personId,
    after,
    after,
  );
}

function eventOf(row: Rows[number]): Event {
  return JSON.parse(String(row.body)) as Event; // written by append
}
