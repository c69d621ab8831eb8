/**
 * The calendar that offices count in: the State Council's yearly arrangement of days off and moved
 * working days, as the kept library `chinese-days` has it. For a year that is not published yet, the
 * statutory days of 全国年节及纪念日放假办法 (order 795, in force 2025-01-01), by sun and moon.
 */
import days from 'chinese-days';
import type { Calendar } from '#domain/office/office.ts';

/** Both years are taken in. */
export function buildCalendar(fromYear: number, toYear: number): Calendar {
  const years = Array.from({ length: toYear - fromYear + 1 }, (_, n) => fromYear + n);
  const known = years.filter(isPublished);
  const special = known.flatMap(datesOf).filter(isNamed);
  return {
    source: '国务院办公厅关于部分节假日安排的通知 · chinese-days 1.5.7',
    knownYears: known,
    off: special.filter((date) => !isWeekend(date) && !days.isWorkday(local(date))),
    moved: special.filter((date) => isWeekend(date) && days.isWorkday(local(date))),
    statutory: years.filter((year) => !known.includes(year)).flatMap(statutoryDays),
  };
}

/** The library has a name for National Day once the year's arrangement is in it. */
function isPublished(year: number): boolean {
  return isNamed(`${year}-10-01`);
}

/** A holiday or a moved working day is called "元旦,…"; any other day by its weekday. */
function isNamed(date: string): boolean {
  return days.getDayDetail(local(date)).name.includes(',');
}

/** Thirteen days, order 795: New Year, Spring Festival from the eve to the third, and so on. */
function statutoryDays(year: number): readonly string[] {
  const spring = fromMoon(year, 1, 1);
  return [
    `${year}-01-01`,
    ...[-1, 0, 1, 2].map((n) => shift(spring, n)),
    clearAndBright(year),
    `${year}-05-01`,
    `${year}-05-02`,
    fromMoon(year, 5, 5),
    fromMoon(year, 8, 15),
    `${year}-10-01`,
    `${year}-10-02`,
    `${year}-10-03`,
  ].sort();
}

/**
 * 清明, when the sun is at 15°, by the common formula of this century: the fraction of a year's drift less its leap days.
 * Not asked of the library, which is a day early on machines west of Greenwich.
 */
function clearAndBright(year: number): string {
  const y = year % 100;
  return `${year}-04-0${Math.floor(y * 0.2422 + 4.81) - Math.floor(y / 4)}`;
}

/** The day on which the moon's calendar has this month and day. Read at noon in China, so that no machine's time zone moves it. */
function fromMoon(year: number, month: number, day: number): string {
  const found = datesOf(year).find((date) => {
    const moon = days.getLunarDate(new Date(`${date}T12:00:00+08:00`));
    return moon.lunarMon === month && moon.lunarDay === day && !moon.isLeap;
  });
  if (!found) throw new Error(`the moon's calendar has no ${month}/${day} in ${year}`);
  return found;
}

function datesOf(year: number): readonly string[] {
  const first = `${year}-01-01`;
  return Array.from({ length: 366 }, (_, n) => shift(first, n)).filter((date) =>
    date.startsWith(String(year)),
  );
}

function shift(date: string, by: number): string {
  return new Date(Date.parse(date) + by * 86_400_000).toISOString().slice(0, 10);
}

function isWeekend(date: string): boolean {
  return [0, 6].includes(new Date(date).getUTCDay());
}

/** The library reads a day in the machine's own time zone; noon of that day is the same day in all of them. */
function local(date: string): Date {
  return new Date(`${date}T12:00:00`);
}
