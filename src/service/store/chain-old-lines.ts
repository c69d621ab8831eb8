/**
 * Gives lines that were written before requests had chains of their own their place in one, in the log's order.
 * What happened to a line before that day, this chain cannot tell; the office's chain can.
 */
import { nextHash } from '../chain.ts';
import type { Connection } from './sqlite-database.ts';
import { readBody } from './sqlite-trail.ts';
import type { TrailHead } from './store.ts';

/** Lines that are in memory at once. */
const SOME = 500;

export function chainOldLines(on: Connection): void {
  for (const { id } of on.all('SELECT DISTINCT office_id AS id FROM event')) chainOffice(on, String(id));
}

function chainOffice(on: Connection, officeId: string): void {
  const heads = new Map<string, TrailHead>();
  for (let after = 0, more = true; more; ) {
    const rows = on.all(
      'SELECT seq, CAST(body AS BLOB) AS body FROM event WHERE office_id = ? AND seq > ? ORDER BY seq LIMIT ?',
      officeId,
      after,
      SOME,
    );
    for (const row of rows) {
      after = Number(row.seq);
      const event = readBody(row.body);
      if (!event) continue; // not the service's hand: it stays without a request, and the audit names it
      const { requestId } = event.action;
      const before = heads.get(requestId);
      const rh = nextHash(before?.rh ?? '', event);
      heads.set(requestId, { lines: (before?.lines ?? 0) + 1, rh });
      on.run(
        'UPDATE event SET request_id = ?, rh = ? WHERE office_id = ? AND seq = ?',
        requestId,
        rh,
        officeId,
        after,
      );
    }
    more = rows.length === SOME;
  }
  for (const [requestId, { lines, rh }] of heads)
    on.run('INSERT INTO trail VALUES (?, ?, ?, ?)', officeId, requestId, lines, rh);
}
