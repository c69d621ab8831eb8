/** By when a request is to be done. The service counts, on receipt; every other clock is only told. */
import type { Answers } from '#domain/answers/answer.ts';
import { isHeld } from '#domain/answers/asked.ts';
import type { Limit, Matter, Urgency } from '#domain/matter/matter.ts';
import { addWorkingDays, type Moment, type OfficeTime } from './working-days.ts';

/** Once, with a reason that the resident is told (安阳市政务服务条例 第五十条). */
export const EXTEND_WORKING_DAYS = 5;
/** For a request that was not solved. */
export const REOPEN_WORKING_DAYS = 5;
const HOUR_MS = 3_600_000;
const SOON_MS = 24 * HOUR_MS;

/** Hours run by the clock, nights and holidays too; working days as `addWorkingDays` says. */
export function dueFor(
  matter: Matter,
  answers: Answers,
  receivedAt: number,
  office: OfficeTime,
): Moment & { readonly urgency: Urgency } {
  const limit = limitFor(matter, answers);
  const moment: Moment =
    'hours' in limit.within
      ? { at: receivedAt + limit.within.hours * HOUR_MS, calendar: 'published' }
      : addWorkingDays(receivedAt, limit.within.workingDays, office);
  return { urgency: limit.urgency, ...moment };
}

/** The first limit whose condition holds names it. */
export function urgencyFor(matter: Matter, answers: Answers): Urgency {
  return limitFor(matter, answers).urgency;
}

function limitFor(matter: Matter, answers: Answers): Limit {
  const limit =
    matter.limits.find(({ when }) => !when || isHeld(when, matter, answers)) ??
    matter.limits[matter.limits.length - 1];
  if (!limit) throw new Error(`the matter ${matter.id} has no time limit`); // the catalogue's check lets none through
  return limit;
}

/** A supervisor looks at what was filed for somebody who could not agree. */
export function confirmBy(receivedAt: number, office: OfficeTime): Moment {
  return addWorkingDays(receivedAt, 1, office);
}

/** Counted from the day on which it was due, not from the day on which somebody asked for more time. */
export function extendDue(due: Moment, office: OfficeTime): Moment {
  const later = addWorkingDays(due.at, EXTEND_WORKING_DAYS, office);
  return due.calendar === 'guessed' ? { ...later, calendar: 'guessed' } : later;
}

export function dueAgain(receivedAt: number, office: OfficeTime): Moment {
  return addWorkingDays(receivedAt, REOPEN_WORKING_DAYS, office);
}

/** The last moment is still in time. */
export function dueState(due: { readonly at: number }, now: number): 'overdue' | 'soon' | 'later' {
  if (now > due.at) return 'overdue';
  return due.at - now <= SOON_MS ? 'soon' : 'later';
}
