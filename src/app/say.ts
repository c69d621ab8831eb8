/**
 * Days and times as people say them: 今天 9:12, 星期四, 11月21日.
 *
 * `now` is passed in. Clock times are those of the office, not of the phone, whose zone may be set wrong.
 */
import type { T } from './i18n.ts';

const OFFICE_ZONE = 'Asia/Shanghai';
const DAY_MS = 86_400_000;

export type Saying = { readonly t: T; readonly language: string; readonly now: number };

/** YYYY-MM-DD of a moment, in the office's zone. */
export function dayOf(ms: number): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: OFFICE_ZONE, dateStyle: 'short' }).format(ms);
}

/** A calendar day: 今天, 明天, 星期四 within a week, else 11月21日. `day` is YYYY-MM-DD. */
export function sayDate(day: string, { t, language, now }: Saying): string {
  if (day === dayOf(now)) return t('common:today');
  if (day === dayOf(now + DAY_MS)) return t('common:tomorrow');
  if (day === dayOf(now - DAY_MS)) return t('common:yesterday');
  // Noon UTC is the same calendar day in every zone that an office of this product can be in.
  const noon = Date.parse(`${day}T04:00:00Z`);
  const ahead = (noon - now) / DAY_MS;
  const form: Intl.DateTimeFormatOptions =
    ahead > 0 && ahead < 6
      ? { weekday: 'long', month: 'long', day: 'numeric' }
      : {
          month: 'long',
          day: 'numeric',
          ...(day.slice(0, 4) !== dayOf(now).slice(0, 4) && { year: 'numeric' }),
        };
  return new Intl.DateTimeFormat(language, { timeZone: OFFICE_ZONE, ...form }).format(noon);
}

export function sayDay(ms: number, saying: Saying): string {
  return sayDate(dayOf(ms), saying);
}

/** 9:12 */
export function sayTime(ms: number): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: OFFICE_ZONE, hour: 'numeric', minute: '2-digit' })
    .format(ms)
    .replace(/^0(?=\d)/u, '');
}

/** 今天 9:12 */
export function sayWhen(ms: number, saying: Saying): string {
  return saying.t('common:when.day_time', { day: sayDay(ms, saying), time: sayTime(ms) });
}

/** 星期四前, or 今天 17:30前 where the hour matters because it is near. */
export function sayDue(due: { readonly at: number }, saying: Saying): string {
  const day = sayDay(due.at, saying);
  return due.at - saying.now < DAY_MS
    ? saying.t('common:due.before_time', { day, time: sayTime(due.at) })
    : saying.t('common:due.before', { day });
}
