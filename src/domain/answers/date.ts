/** Calendar days, YYYY-MM-DD. No clock: what day it is today comes in. */
import { ok, refuse, type Result } from '#domain/result.ts';
import { withoutSpaces } from './typed.ts';

export type DateRefusal = 'date-incomplete' | 'date-not-real' | 'date-not-past' | 'date-not-future';

/** A day that exists: no 30 February, no year before 1800. */
export function isDate(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(text);
  if (!parts) return false;
  const [year, month, day] = parts.slice(1).map(Number) as [number, number, number]; // three groups, all digits
  const made = new Date(Date.UTC(year, month - 1, day));
  return year >= 1800 && made.getUTCMonth() === month - 1 && made.getUTCDate() === day;
}

/**
 * Three boxes, read as a day. `past` and `future` both take today in: what happened this morning is
 * past, and a meal from this evening on is future.
 */
export function readDate(
  boxes: { readonly year: string; readonly month: string; readonly day: string },
  range: 'past' | 'future' | 'any',
  today: string,
): Result<string, DateRefusal> {
  const year = withoutSpaces(boxes.year).replace(/年$/u, '');
  const month = withoutSpaces(boxes.month).replace(/月$/u, '');
  const day = withoutSpaces(boxes.day).replace(/[日号]$/u, '');
  if (year === '' || month === '' || day === '') return refuse('date-incomplete');
  // '56 could be 1956 or 2056: asked, not guessed.
  if (/^\d{1,3}$/u.test(year)) return refuse('date-incomplete');
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (!isDate(date)) return refuse('date-not-real');
  if (range === 'past' && date > today) return refuse('date-not-past');
  if (range === 'future' && date < today) return refuse('date-not-future');
  return ok(date);
}
