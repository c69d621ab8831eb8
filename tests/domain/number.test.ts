import { expect, test } from 'vitest';
import { isNumber, numberFor, readNumber } from '#domain/request/number.ts';

const SAMPLES = [0, 1, 2, 9, 10, 99, 12_345, 9_999_999, 10_000_000, 123_456_789].map(numberFor);

test('the check digit is Damm’s: 572 has a 4', () => {
  // With noughts before it, as in the thesis; a nought in front changes nothing in a fresh row.
  expect(isNumber('00005724')).toBe(true);
  expect(isNumber('00005725')).toBe(false);
});

test('a number has eight digits, and more only after ten million requests', () => {
  expect(SAMPLES.map((number) => number.length)).toEqual([8, 8, 8, 8, 8, 8, 8, 8, 9, 10]);
  for (const number of SAMPLES) expect(number).toMatch(/^\d+$/u);
});

test('no two of 100,000 requests have the same number, and neighbours do not look alike', () => {
  const numbers = Array.from({ length: 100_000 }, (_, seq) => numberFor(seq));
  expect(new Set(numbers).size).toBe(100_000);
  const ascending = numbers.filter((number, n) => Number(number) === Number(numbers[n - 1]) + 1);
  expect(ascending).toEqual([]);
  expect(new Set([9_999_999, 10_000_000, 0, 1].map(numberFor)).size).toBe(4);
  // A stride that shares a factor with ten million would come round early: after a half or a fifth of the way.
  expect(new Set([0, 2_000_000, 5_000_000].map(numberFor)).size).toBe(3);
});

test.each(SAMPLES)('one slip anywhere in %s is caught', (number) => {
  for (let at = 0; at < number.length; at += 1) {
    for (const digit of '0123456789') {
      const slip = number.slice(0, at) + digit + number.slice(at + 1);
      expect(isNumber(slip), slip).toBe(slip === number);
    }
    const swapped = number.slice(0, at) + (number[at + 1] ?? '') + (number[at] ?? '') + number.slice(at + 2);
    if (at + 1 < number.length) expect(isNumber(swapped), swapped).toBe(swapped === number);
  }
});

test('a number is understood with spaces, dashes and full-width digits', () => {
  const number = numberFor(7);
  const spoken = `${number.slice(0, 3)} ${number.slice(3, 6)}－${number.slice(6)}。`;
  expect(readNumber(spoken)).toBe(number);
  const wide = Array.from(number)
    .map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
    .join('');
  expect(readNumber(wide)).toBe(number);
});

test.each(['', '   ', '1234', '4058390a', '0'.repeat(50), '１２３'])('%j is not a number', (typed) => {
  expect(isNumber(typed)).toBe(false);
});

test.each([-1, 1.5, Number.NaN, 2 ** 53])('the service never asks for number %d', (seq) => {
  expect(() => numberFor(seq)).toThrow();
});
