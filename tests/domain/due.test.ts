import { describe, expect, test } from 'vitest';
import { dueAgain, dueFor, dueState, extendDue } from '#domain/deadlines/due.ts';
import { addWorkingDays, dateAt } from '#domain/deadlines/working-days.ts';
import type { Calendar } from '#domain/office/office.ts';
import { answers, matter, office } from '#tests/support/make.ts';

const days = (year: string, list: string) => list.split(' ').map((day) => `${year}-${day}`);

/** The published days that the tables below walk over: 国办发明电〔2024〕12号 and 〔2025〕7号. */
const CALENDAR: Calendar = {
  source: '国务院办公厅',
  knownYears: [2025, 2026],
  off: [
    ...days('2025', '10-01 10-02 10-03 10-06 10-07 10-08'),
    ...days('2026', '01-01 01-02 02-16 02-17 02-18 02-19 02-20 02-23 10-01 10-02 10-05 10-06 10-07'),
  ],
  moved: ['2025-09-28', '2025-10-11', '2026-01-04', '2026-02-14', '2026-02-28', '2026-09-20', '2026-10-10'],
  statutory: ['2027-01-01'],
};
const place = office({ calendar: CALENDAR });
/** A moment at the office: '2026-02-13 20:00'. */
const at = (text: string) => Date.parse(`${text.replace(' ', 'T')}:00+08:00`);

describe('working days', () => {
  test.each([
    ['an ordinary week', '2026-03-04 10:00', 5, '2026-03-11', 'published'],
    [
      'early in the morning of a working day, which does not count',
      '2026-03-04 00:01',
      1,
      '2026-03-05',
      'published',
    ],
    ['late in the evening', '2026-03-04 23:59', 1, '2026-03-05', 'published'],
    ['a Friday', '2026-03-06 10:00', 1, '2026-03-09', 'published'],
    ['a Saturday', '2026-03-07 10:00', 1, '2026-03-09', 'published'],
    ['before National Day 2025, over eight days off', '2025-09-30 10:00', 3, '2025-10-11', 'published'],
    ['before the worked Sunday of September 2025', '2025-09-26 10:00', 1, '2025-09-28', 'published'],
    ['before Spring Festival 2026, with a worked Saturday', '2026-02-13 20:00', 1, '2026-02-14', 'published'],
    ['over Spring Festival 2026', '2026-02-14 20:00', 1, '2026-02-24', 'published'],
    ['a worked Saturday after it', '2026-02-27 09:00', 1, '2026-02-28', 'published'],
    ['over National Day 2026, with a worked Saturday', '2026-09-30 09:00', 3, '2026-10-10', 'published'],
    ['New Year 2026, with a worked Sunday', '2025-12-31 09:00', 1, '2026-01-04', 'published'],
    ['into a year that is not published', '2026-12-30 09:00', 3, '2027-01-05', 'guessed'],
    ['the last day of the published year', '2026-12-30 09:00', 1, '2026-12-31', 'published'],
  ] as const)('%s', (_, from, n, date, calendar) => {
    expect(addWorkingDays(at(from), n, place)).toEqual({ at: at(`${date} 17:30`), calendar });
  });

  test('an office in another time counts its own days', () => {
    const west = office({ calendar: CALENDAR, utcOffsetMinutes: -300, closesAtMinutes: 16 * 60 });
    // Thursday 02:00 in Greenwich is still Wednesday there.
    expect(addWorkingDays(Date.UTC(2026, 2, 5, 2, 0), 1, west).at).toBe(Date.UTC(2026, 2, 5, 21, 0));
    expect(dateAt(Date.UTC(2026, 2, 5, 2, 0), west)).toBe('2026-03-04');
    expect(dateAt(Date.UTC(2026, 2, 4, 16, 0), place)).toBe('2026-03-05');
  });

  test.each([0, -1, 1.5, Number.NaN])('%d working days are a mistake in the program', (n) => {
    expect(() => addWorkingDays(at('2026-03-04 10:00'), n, place)).toThrow();
  });

  test('a calendar without working days is named, not counted for ever', () => {
    const never = Array.from({ length: 365 }, (_, day) => dateAt(Date.UTC(2026, 0, 1 + day), place));
    expect(() =>
      addWorkingDays(at('2026-03-04 10:00'), 1, office({ calendar: { ...CALENDAR, off: never } })),
    ).toThrow(/calendar/u);
  });
});

describe('by when', () => {
  const received = at('2026-02-14 23:00');

  test.each([
    [
      'danger runs by the clock, on a holiday too',
      answers({ trouble: { type: 'choice', choice: 'gas' }, smell: { type: 'yes-no', yes: true } }),
      'danger',
      '2026-02-15 01:00',
    ],
    ['water runs by the clock', answers(), 'utility', '2026-02-15 23:00'],
    [
      'gas without a smell is ordinary',
      answers({ trouble: { type: 'choice', choice: 'gas' }, smell: { type: 'unknown' } }),
      'ordinary',
      '2026-02-28 17:30',
    ],
    [
      'a smell that is no longer asked about is no danger',
      answers({ smell: { type: 'yes-no', yes: true } }),
      'utility',
      '2026-02-15 23:00',
    ],
    [
      'the rest takes five working days',
      answers({ trouble: { type: 'choice', choice: 'other' } }),
      'ordinary',
      '2026-02-28 17:30',
    ],
  ])('%s', (_, given, urgency, due) => {
    expect(dueFor(matter(), given, received, place)).toEqual({ urgency, at: at(due), calendar: 'published' });
  });

  test('more time is five working days from the day it was due', () => {
    const due = dueFor(
      matter(),
      answers({ trouble: { type: 'choice', choice: 'other' } }),
      at('2026-03-04 10:00'),
      place,
    );
    expect(extendDue(due, place)).toEqual({ at: at('2026-03-18 17:30'), calendar: 'published' });
  });

  test('what was guessed once stays guessed', () => {
    expect(extendDue({ at: at('2026-03-04 17:30'), calendar: 'guessed' }, place).calendar).toBe('guessed');
    expect(extendDue({ at: at('2026-12-30 17:30'), calendar: 'published' }, place).calendar).toBe('guessed');
  });

  test('what was not solved has five working days again', () => {
    expect(dueAgain(at('2026-03-04 10:00'), place)).toEqual({
      at: at('2026-03-11 17:30'),
      calendar: 'published',
    });
  });

  test.each([
    [-1, 'overdue'],
    [0, 'soon'],
    [86_400_000, 'soon'],
    [86_400_001, 'later'],
  ])('with %i ms left it is %s', (left, state) => {
    expect(dueState({ at: 1_000_000_000_000 }, 1_000_000_000_000 - left)).toBe(state);
  });

  test('a matter without limits is a mistake in the program', () => {
    expect(() => dueFor(matter({ limits: [] }), answers(), received, place)).toThrow(/home-repair/u);
  });
});
