import { expect, test } from 'vitest';
import { checkSign, readResidentId } from '#domain/answers/resident-id.ts';

/** The two examples of GB 11643-1999, annex. */
const HERS = '11010519491231002X';
const HIS = '440524188001010014';
const TODAY = '2026-03-04';

test.each([
  [HERS, HERS],
  [HIS, HIS],
  ['11010519491231002x', HERS],
  ['110105 19491231 002X', HERS],
  ['110105-19491231-002x', HERS],
  ['１１０１０５１９４９１２３１００２Ｘ', HERS],
  ['11010519491231002×', HERS],
  ['11010519491231002Х', HERS],
  [' 4405 2418 8001 0100 14\n', HIS],
])('%s is understood', (typed, id) => {
  expect(readResidentId(typed, TODAY)).toEqual({ ok: true, value: id });
});

test.each([
  ['110105491231002', 'id-wrong-length'],
  ['11010519491231002', 'id-wrong-length'],
  ['11010519491231002XX', 'id-wrong-length'],
  ['1'.repeat(100_000), 'id-wrong-length'],
  ['110105194912310021', 'id-check-digit'],
  ['1101051949123100OX', 'id-check-digit'],
  ['x10105194912310020', 'id-check-digit'],
  ['01010519491231002X', 'id-check-digit'],
  ['11010519491331002X', 'id-birth-date'],
  ['11010519490230002X', 'id-birth-date'],
  ['11010500001231002X', 'id-birth-date'],
  [`11010520270101001${checkSign('11010520270101001')}`, 'id-birth-date'],
])('%.20s is not a number yet', (typed, reason) => {
  expect(readResidentId(typed, TODAY)).toEqual({ ok: false, reason });
});

test('every wrong digit and every two neighbours changed round are noticed', () => {
  for (let at = 0; at < 18; at += 1) {
    for (const digit of '0123456789X') {
      const slip = HERS.slice(0, at) + digit + HERS.slice(at + 1);
      if (slip !== HERS) expect(readResidentId(slip).ok, slip).toBe(false);
    }
    const swapped = HERS.slice(0, at) + (HERS[at + 1] ?? '') + (HERS[at] ?? '') + HERS.slice(at + 2);
    if (swapped !== HERS) expect(readResidentId(swapped).ok, swapped).toBe(false);
  }
});
