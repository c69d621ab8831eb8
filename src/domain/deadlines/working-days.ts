/**
 * Counting working days in an office's calendar and in its own time. A day is a number: whole days
 * since 1 January 1970, so that no time zone of any machine comes into it.
 */
import type { Calendar, Office } from '#domain/office/office.ts';

export type OfficeTime = Pick<Office, 'calendar' | 'utcOffsetMinutes' | 'closesAtMinutes'>;
/** `guessed`: a day was counted in a year whose calendar is not published yet. */
export type Moment = { readonly at: number; readonly calendar: 'published' | 'guessed' };

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** No calendar has so long a holiday; one that says so is broken. */
const DAYS_OFF_MOST = 60;

/** YYYY-MM-DD, at the office, at this moment (ms since 1970). */
export function dateAt(ms: number, office: Pick<Office, 'utcOffsetMinutes'>): string {
  return dateOf(dayAt(ms, office));
}

/**
 * The closing minute of the nth working day after the day of `from`. That day itself never counts,
 * however early it is; a Saturday on which people work does (调休).
 */
export function addWorkingDays(from: number, n: number, office: OfficeTime): Moment {
  if (!Number.isInteger(n) || n < 1) throw new Error(`cannot count ${n} working days`);
  let day = dayAt(from, office);
  let guessed = false;
  let off = 0;
  for (let counted = 0; counted < n; ) {
    day += 1;
    guessed ||= !isKnown(day, office.calendar);
    if (isWorkingDay(day, office.calendar)) {
      counted += 1;
      off = 0;
    } else if ((off += 1) > DAYS_OFF_MOST) {
      throw new Error(`the calendar has no working day before ${dateOf(day)}`);
    }
  }
  return { at: closing(day, office), calendar: guessed ? 'guessed' : 'published' };
}

/** The closing minute of the day on which this moment lies, whether people work on it or not. */
export function dayEnd(ms: number, office: OfficeTime): number {
  return closing(dayAt(ms, office), office);
}

function closing(day: number, office: OfficeTime): number {
  return day * DAY_MS + (office.closesAtMinutes - office.utcOffsetMinutes) * MINUTE_MS;
}

function isKnown(day: number, calendar: Calendar): boolean {
  return calendar.knownYears.includes(Number(dateOf(day).slice(0, 4)));
}

function isWorkingDay(day: number, calendar: Calendar): boolean {
  const date = dateOf(day);
  const weekday = (day + 4) % 7; // 1 January 1970 was a Thursday; 0 is Sunday
  const weekend = weekday === 0 || weekday === 6;
  if (!isKnown(day, calendar)) return !weekend && !calendar.statutory.includes(date);
  return calendar.moved.includes(date) || (!weekend && !calendar.off.includes(date));
}

function dayAt(ms: number, office: Pick<Office, 'utcOffsetMinutes'>): number {
  return Math.floor((ms + office.utcOffsetMinutes * MINUTE_MS) / DAY_MS);
}

function dateOf(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}
