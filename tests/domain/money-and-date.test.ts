import { describe, expect, test } from 'vitest';
import { isDate, readDate } from '#domain/answers/date.ts';
import { readMoney, writeMoney } from '#domain/answers/money.ts';

describe('money', () => {
  test.each([
    ['30', 3000],
    ['30.5', 3050],
    ['30.05', 3005],
    ['３０元', 3000],
    ['３０．５', 3050],
    ['30。5', 3050],
    ['¥ 30', 3000],
    ['￥30.00', 3000],
    ['30块钱', 3000],
    ['3块5', 350],
    ['3元5角2分', 352],
    ['1,200', 120_000],
    ['1，200.50', 120_050],
    ['30.', 3000],
    ['.5', 50],
    ['0', 0],
    ['007', 700],
    ['2万', 2_000_000],
    ['1.5万元', 1_500_000],
    ['0.1', 10],
    ['1.1', 110],
    ['4.35', 435],
  ])('%s is %i fen', (typed, fen) => {
    expect(readMoney(typed, 50_000)).toEqual({ ok: true, value: fen });
  });

  test.each([
    ['三十', 'money-not-number'],
    ['-5', 'money-not-number'],
    ['30,5', 'money-not-number'],
    ['1.234', 'money-not-number'],
    ['1e3', 'money-not-number'],
    ['.', 'money-not-number'],
    ['元', 'money-not-number'],
    ['NaN', 'money-not-number'],
    ['50000.01', 'money-too-much'],
    ['9'.repeat(1000), 'money-too-much'],
  ])('%.10s is not an amount yet', (typed, reason) => {
    expect(readMoney(typed, 50_000)).toEqual({ ok: false, reason });
  });

  test('an amount reads back as the same amount', () => {
    for (const fen of [0, 5, 50, 55, 100, 3050, 120_000]) {
      expect(readMoney(writeMoney(fen), 50_000)).toEqual({ ok: true, value: fen });
    }
    expect(writeMoney(3050)).toBe('30.5');
    expect(writeMoney(3000)).toBe('30');
  });
});

describe('a day', () => {
  const TODAY = '2026-03-04';
  const boxes = (year: string, month: string, day: string) => ({ year, month, day });

  test.each([
    [boxes('1950', '3', '8'), 'any', '1950-03-08'],
    [boxes('１９５０', '０３', '８'), 'any', '1950-03-08'],
    [boxes(' 1950年', '3月', '8日'), 'past', '1950-03-08'],
    [boxes('2024', '2', '29'), 'past', '2024-02-29'],
    [boxes('2026', '3', '4'), 'past', TODAY],
    [boxes('2026', '3', '4'), 'future', TODAY],
    [boxes('2026', '12', '31号'), 'future', '2026-12-31'],
  ] as const)('%j is understood', (typed, range, date) => {
    expect(readDate(typed, range, TODAY)).toEqual({ ok: true, value: date });
  });

  test.each([
    [boxes('1950', '', '8'), 'any', 'date-incomplete'],
    [boxes('50', '3', '8'), 'any', 'date-incomplete'],
    [boxes('1950', '13', '8'), 'any', 'date-not-real'],
    [boxes('2026', '2', '29'), 'any', 'date-not-real'],
    [boxes('1950', '0', '0'), 'any', 'date-not-real'],
    [boxes('1950', '003', '8'), 'any', 'date-not-real'],
    [boxes('0000', '1', '1'), 'any', 'date-not-real'],
    [boxes('去年', '3', '8'), 'any', 'date-not-real'],
    [boxes('2026', '3', '5'), 'past', 'date-not-past'],
    [boxes('2026', '3', '3'), 'future', 'date-not-future'],
  ] as const)('%j is not a day yet', (typed, range, reason) => {
    expect(readDate(typed, range, TODAY)).toEqual({ ok: false, reason });
  });

  test('only real days in their kept form are days', () => {
    expect(['2024-02-29', '1880-01-01', '9999-12-31'].every(isDate)).toBe(true);
    expect(['2026-02-29', '2026-1-1', '2026-01-01T00:00', '', '1799-12-31'].some(isDate)).toBe(false);
  });
});
