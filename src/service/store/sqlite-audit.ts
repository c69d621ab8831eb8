/** The SQLite store as the audit reads it: without writing, at one moment, and believing nothing that it finds. */
import type { OfficeLine } from '../audit-trail.ts';
import type { Connection } from './sqlite-database.ts';
import { readSqlite } from './sqlite-database.ts';
import { readBody, readText, readTrail } from './sqlite-trail.ts';
import type { Head, Trail } from './store.ts';

export type RequestKey = { readonly officeId: string; readonly requestId: string };

export type AuditReader = {
  /** Every request that the store has a line of, a head or a state for. */
  readonly requests: () => readonly RequestKey[];
  /** The request of this id. */
  readonly byId: (requestId: string) => RequestKey | undefined;
  /** The request that was given this number on receipt. */
  readonly byNumber: (number: string) => RequestKey | undefined;
  readonly trail: (key: RequestKey) => Trail;
  readonly offices: () => readonly string[];
  readonly officeLines: (officeId: string) => Iterable<OfficeLine>;
  readonly officeHead: (officeId: string) => Head;
  readonly close: () => void;
};

/** Office lines that are in memory at once. */
const SOME = 500;

const KEYS = `SELECT office_id, request_id FROM event UNION SELECT office_id, request_id FROM trail
  UNION SELECT office_id, id FROM request`;
/** Where a request's number stands: in its first line, and in its state. */
const NUMBERED = `
  SELECT office_id, request_id FROM event WHERE CASE WHEN json_valid(body) THEN json_extract(body, '$.stamp.number') END = ?1
  UNION SELECT office_id, id FROM request WHERE CASE WHEN json_valid(body) THEN json_extract(body, '$.number') END = ?1`;

/** @throws StoreTrouble when there is no database, or one of another version */
export function openForAudit(path: string): AuditReader {
  const { read, close } = readSqlite(path);
  return {
    requests: () => keys(read, KEYS),
    byId: (requestId) => keys(read, `SELECT * FROM (${KEYS}) WHERE request_id = ?`, requestId)[0],
    byNumber: (number) => keys(read, NUMBERED, number)[0],
    trail: ({ officeId, requestId }) => readTrail(read, officeId, requestId),
    offices: () =>
      read
        .all('SELECT CAST(id AS BLOB) AS id FROM (SELECT id FROM office UNION SELECT office_id FROM event)')
        .map(({ id }) => readText(id) ?? ''),
    officeLines: (officeId) => officeLines(read, officeId),
    officeHead(officeId) {
      const row = read.get('SELECT head, CAST(h AS BLOB) AS h FROM office WHERE id = ?', officeId);
      return row ? { seq: Number(row.head), h: readText(row.h) ?? '' } : { seq: 0, h: '' };
    },
    close,
  };
}

function keys(read: Connection, sql: string, ...values: string[]): readonly RequestKey[] {
  return read
    .all(
      `SELECT CAST(office_id AS BLOB) AS office_id, CAST(request_id AS BLOB) AS request_id FROM (${sql})`,
      ...values,
    )
    .map((row) => ({ officeId: readText(row.office_id) ?? '', requestId: readText(row.request_id) ?? '' }));
}

function* officeLines(read: Connection, officeId: string): Generator<OfficeLine> {
  for (let after = 0, more = true; more; ) {
    const rows = read.all(
      `SELECT seq, CAST(id AS BLOB) AS id, CAST(h AS BLOB) AS h, CAST(body AS BLOB) AS body FROM event
       WHERE office_id = ? AND seq > ? ORDER BY seq LIMIT ?`,
      officeId,
      after,
      SOME,
    );
    for (const row of rows) {
      after = Number(row.seq);
      const event = readBody(row.body);
      const isOurs = event?.action.id === readText(row.id);
      yield { seq: after, h: readText(row.h) ?? '', event: isOurs ? event : undefined };
    }
    more = rows.length === SOME;
  }
}
