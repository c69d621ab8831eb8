/**
 * Is a trail as it was written? Names the first line that is not: changed, gone, moved, put in, or cut off behind.
 *
 * A chain finds what was done to the lines by somebody who did not do all the sums again. Whoever can write
 * the whole store can also do the sums: see `decisions/0008`.
 */
import { nextHash } from './chain.ts';
import type { Head, KeptLine, TrailHead } from './store/store.ts';

export type Why = 'changed' | 'missing' | 'out-of-order' | 'inserted' | 'cut-short';

/**
 * `at` counts the lines from 1: for `missing` and `cut-short`, where the line should be. `seq` is the place in the
 * office's log of the line at fault; for a line that is not there, of the one that stands in its place, or else of the last.
 */
export type Finding =
  | { readonly sound: true; readonly lines: number }
  | { readonly sound: false; readonly at: number; readonly seq: number; readonly why: Why };

/** `lines` in the order of their `seq`; `head` as the store keeps it beside them. */
export function auditTrail(lines: readonly KeptLine[], head: TrailHead | undefined): Finding {
  let before = '';
  for (const [n, { seq, rh, event }] of lines.entries()) {
    if (!event || nextHash(before, event) !== rh) return whatBroke(lines, n, head);
    if (event.stamp.seq !== seq) return broken(lines, n, 'out-of-order');
    before = rh;
  }
  if (!head || lines.length < head.lines) return broken(lines, lines.length, 'cut-short');
  if (lines.length > head.lines) return broken(lines, head.lines, 'inserted');
  return before === head.rh
    ? { sound: true, lines: lines.length }
    : broken(lines, lines.length - 1, 'changed');
}

/** Line `n` (from 0) does not go on from the line before it, and all before are a chain: whose fault is it? */
function whatBroke(lines: readonly KeptLine[], n: number, head: TrailHead | undefined): Finding {
  const line = lines[n];
  const before = lines[n - 1];
  if (!line) throw new Error(`a trail of ${lines.length} lines has no line ${n}`);
  const { event, officeAgrees } = line;
  const follows = (one: KeptLine, hash: string): boolean =>
    one.event !== undefined && nextHash(hash, one.event) === one.rh;
  const goesOn = (hash: string): boolean =>
    head?.rh === hash || lines.some((later, m) => m > n && follows(later, hash));

  // 1. A true line that belongs elsewhere: after one that comes later, or after an earlier one, where the chain forks.
  if (lines.some((later, m) => m > n && follows(line, later.rh))) return broken(lines, n, 'out-of-order');
  const fork = follows(line, '') ? 0 : lines.findIndex((earlier) => follows(line, earlier.rh)) + 1;
  if (follows(line, '') || fork > 0)
    return broken(lines, before && !goesOn(before.rh) ? fork : n, 'inserted');

  // 2. It follows from nothing that is here: it was changed, or what it follows from was changed or is gone.
  if (head && lines.length > head.lines) return broken(lines, n, 'inserted');
  if (event && goesOn(nextHash(before?.rh ?? '', event))) return broken(lines, n, 'changed'); // only its hash was
  if (before?.officeAgrees === false && officeAgrees) return broken(lines, n - 1, 'changed'); // with its hash done anew
  const isGone = event && officeAgrees !== false && (officeAgrees || (head && lines.length < head.lines));
  return broken(lines, n, isGone ? 'missing' : 'changed');
}

function broken(lines: readonly KeptLine[], n: number, why: Why): Finding {
  return { sound: false, at: n + 1, seq: (lines[n] ?? lines.at(-1))?.seq ?? 0, why };
}

/** A line of an office's whole log. */
export type OfficeLine = Pick<KeptLine, 'seq' | 'event'> & { readonly h: string };

/** The same question for an office's whole log, in which no number may be missing. `at` is the `seq`. */
export function auditOffice(lines: Iterable<OfficeLine>, head: Head): Finding {
  let before: Head = { seq: 0, h: '' };
  for (const { seq, h, event } of lines) {
    const at = before.seq + 1;
    const fault = (why: Why): Finding => ({ sound: false, at, seq, why });
    if (seq !== at) return fault('missing');
    if (seq > head.seq) return fault('inserted');
    if (!event || nextHash(before.h, event) !== h) return fault('changed');
    if (event.stamp.seq !== seq) return fault('out-of-order');
    before = { seq, h };
  }
  if (before.seq < head.seq) return { sound: false, at: before.seq + 1, seq: before.seq, why: 'cut-short' };
  if (before.h !== head.h) return { sound: false, at: before.seq, seq: before.seq, why: 'changed' };
  return { sound: true, lines: before.seq };
}
