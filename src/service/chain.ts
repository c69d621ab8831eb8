/**
 * The chains that tie lines together: the hash of a line depends on every line before it.
 *
 * h_n = SHA-256( h_{n-1} || id || SHA-256(canonical body) ), with h_0 empty. One chain, `h`, goes through an
 * office's whole log: a restored backup, a forked log or a changed byte gives another h, and devices notice.
 * Another, `rh`, goes through the lines of one request: `audit-trail.ts` names the line where it breaks.
 */
import { createHash } from 'node:crypto';
import type { Event } from '#domain/request/action.ts';

/** Lower-case hex. `previous` is the hash of the line before in the same chain, the empty string for the first. */
export function nextHash(previous: string, event: Event): string {
  return createHash('sha256')
    .update(Buffer.from(previous, 'hex'))
    .update(event.action.id, 'utf8')
    .update(createHash('sha256').update(canonical(event), 'utf8').digest())
    .digest('hex');
}

/** JSON with the keys of every object in order, so that equal things have equal text. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const parts = Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`);
  return `{${parts.join(',')}}`;
}
