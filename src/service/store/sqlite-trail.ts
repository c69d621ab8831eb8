/**
 * A request's trail as it lies in the SQLite file: read with suspicion, for somebody may have changed it there.
 *
 * Texts are asked for as bytes (`CAST … AS BLOB`): libsql ends the whole process at a text that is not UTF-8.
 */
import type { Event } from '#domain/request/action.ts';
import { nextHash } from '../chain.ts';
import type { Connection } from './sqlite-database.ts';
import type { KeptLine, Trail, TrailHead } from './store.ts';

export function readTrail(on: Connection, officeId: string, requestId: string): Trail {
  const rows = on.all(
    `SELECT seq, CAST(id AS BLOB) AS id, CAST(h AS BLOB) AS h, CAST(rh AS BLOB) AS rh, CAST(body AS BLOB) AS body,
       (SELECT CAST(h AS BLOB) FROM event AS b WHERE b.office_id = event.office_id AND b.seq = event.seq - 1) AS before
     FROM event WHERE office_id = ? AND request_id = ? ORDER BY seq`,
    officeId,
    requestId,
  );
  const lines = rows.map((row): KeptLine => {
    const seq = Number(row.seq);
    const event = readBody(row.body);
    const isOurs = event?.action.id === readText(row.id) && event?.action.requestId === requestId;
    const before = seq === 1 ? '' : readText(row.before);
    return {
      seq,
      rh: readText(row.rh) ?? '',
      event: isOurs ? event : undefined,
      officeAgrees: before === undefined ? undefined : event && nextHash(before, event) === readText(row.h),
    };
  });
  return { lines, head: trailHead(on, officeId, requestId) };
}

export function trailHead(on: Connection, officeId: string, requestId: string): TrailHead | undefined {
  const row = on.get(
    'SELECT lines, CAST(rh AS BLOB) AS rh FROM trail WHERE office_id = ? AND request_id = ?',
    officeId,
    requestId,
  );
  return row && { lines: Number(row.lines), rh: readText(row.rh) ?? '' };
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The text in a column's bytes; `undefined` when they are none, or not UTF-8. */
export function readText(bytes: unknown): string | undefined {
  if (!(bytes instanceof ArrayBuffer)) return undefined;
  try {
    return utf8.decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * The event in a row's bytes; `undefined` when a single one is not as `JSON.stringify` writes it, so that
 * nothing can hide in what a reader of JSON passes over.
 */
export function readBody(bytes: unknown): Event | undefined {
  const body = readText(bytes);
  if (body === undefined) return undefined;
  try {
    const event = JSON.parse(body) as Partial<Event> | null; // looked at below as far as the chain needs it
    const isWhole =
      typeof event?.action?.id === 'string' &&
      typeof event.action.requestId === 'string' &&
      typeof event.stamp?.seq === 'number';
    if (!isWhole || JSON.stringify(event) !== body) return undefined;
    nextHash('', event as Event); // throws where it is nested too deep to be hashed
    return event as Event; // what it says of people is the chain's to prove
  } catch {
    return undefined;
  }
}
