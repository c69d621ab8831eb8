/** What a mandate lets one choose from, on the worker's screen and on the resident's own telephone. */
import { latestEnd, type Power } from '#domain/mandate/mandate.ts';
import type { Office } from '#domain/office/office.ts';

export const UNTILS = ['hour', 'day'] as const;
export type Until = (typeof UNTILS)[number];
/** What may be given beyond filling in and sending: the two without which nothing can be done are always in it. */
export const MORE_POWERS = ['add', 'receive'] as const satisfies readonly Power[];
const HOUR_MS = 3_600_000;

/** ms since 1970. Without the office's hours only the hour can be promised. */
export function untilFor(choice: Until, from: number, office: Office | undefined): number {
  const hour = from + HOUR_MS;
  if (!office) return hour;
  const latest = latestEnd(from, office);
  return choice === 'day' ? latest : Math.min(hour, latest);
}
