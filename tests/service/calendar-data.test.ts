import library from 'chinese-days';
import { afterEach, expect, test } from 'vitest';
import { addWorkingDays } from '#domain/deadlines/working-days.ts';
import { buildCalendar } from '#service/calendar-data.ts';
import { office } from '#tests/support/make.ts';

const zone = process.env['TZ'];
afterEach(() => {
  process.env['TZ'] = zone;
});

/** 国办发明电〔2024〕12号 for 2025 and 国办发明电〔2025〕7号 for 2026. */
const MOVED = {
  2025: ['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
  2026: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
};

const days = (year: string, list: string) => list.split(' ').map((day) => `${year}-${day}`);

test('the published days of 2025 and 2026 are the ones that people were told', () => {
  const calendar = buildCalendar(2025, 2026);
  expect(calendar.knownYears).toEqual([2025, 2026]);
  expect(calendar.moved).toEqual([...MOVED[2025], ...MOVED[2026]]);
  expect(calendar.off).toEqual([
    ...days('2025', '01-01 01-28 01-29 01-30 01-31 02-03 02-04 04-04 05-01 05-02 05-05 06-02'),
    ...days('2025', '10-01 10-02 10-03 10-06 10-07 10-08'),
    ...days('2026', '01-01 01-02 02-16 02-17 02-18 02-19 02-20 02-23 04-06 05-01 05-04 05-05 06-19 09-25'),
    ...days('2026', '10-01 10-02 10-05 10-06 10-07'),
  ]);
  expect(calendar.statutory).toEqual([]);
});

// Spring Festival, Dragon Boat and Mid-Autumn by the moon, 清明 by the sun; 2028 has a leap fifth month.
test.each([
  [2027, ['2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08'], '2027-04-05', '2027-06-09', '2027-09-15'],
  [2028, ['2028-01-25', '2028-01-26', '2028-01-27', '2028-01-28'], '2028-04-04', '2028-05-28', '2028-10-03'],
  [2029, ['2029-02-12', '2029-02-13', '2029-02-14', '2029-02-15'], '2029-04-04', '2029-06-16', '2029-09-22'],
])(
  'a year that is not published yet, %i, has its thirteen statutory days',
  (year, spring, qingming, boat, moon) => {
    const calendar = buildCalendar(year, year);
    expect(calendar.knownYears).toEqual([]);
    const fixed = ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'].map((day) => `${year}-${day}`);
    expect(calendar.statutory).toEqual([...fixed, ...spring, qingming, boat, moon].sort());
  },
);

test('Clear and Bright falls where the almanac has it, up to 2060', () => {
  process.env['TZ'] = 'Asia/Shanghai';
  for (let year = 2027; year <= 2060; year += 1) {
    const almanac = library.getSolarTermDate(year, 4, 'pure_brightness');
    expect(buildCalendar(year, year).statutory).toContain(almanac);
  }
});

test.each(['UTC', 'America/New_York', 'Asia/Shanghai', 'Pacific/Kiritimati', 'Pacific/Pago_Pago'])(
  'a machine in %s reads the same calendar',
  (place) => {
    process.env['TZ'] = 'Asia/Shanghai';
    const there = buildCalendar(2025, 2029);
    process.env['TZ'] = place;
    expect(buildCalendar(2025, 2029)).toEqual(there);
  },
);

test('a request of the last evening before the Spring Festival of 2026 is counted over it', () => {
  // Friday 13 February 2026; Saturday the 14th is worked, the 15th to the 23rd are off.
  const friday = Date.UTC(2026, 1, 13, 12, 0);
  expect(addWorkingDays(friday, 3, office({ calendar: buildCalendar(2026, 2027) }))).toEqual({
    at: Date.UTC(2026, 1, 25, 9, 30),
    calendar: 'published',
  });
});
