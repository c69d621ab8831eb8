import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeCode, readCode, showCode, signsToSay } from '#assist/sign-code.ts';

const fresh = () => makeCode((bytes) => crypto.getRandomValues(bytes));
/** Chance that gives these bytes, over and over. */
const dealt = (bytes: readonly number[]) => (into: Uint8Array<ArrayBuffer>) => {
  into.set(into.map((_, at) => bytes[at % bytes.length] ?? 0));
  return into;
};

describe('a code', () => {
  test('has eight signs, none of which is taken for another', () => {
    for (let n = 0; n < 500; n++) expect(fresh()).toMatch(/^[2-9ACDEFHJKMNPRTWXY]{8}$/u);
  });

  test('has every sign equally often: bytes beyond the last full round of 24 are not used', () => {
    expect(makeCode(dealt([240, 255, 250, 0]))).toBe('22222222');
    const counts = new Map<string, number>();
    for (let start = 0; start < 240; start += 8)
      for (const sign of makeCode(dealt([...Array(16).keys()].map((n) => start + n))))
        counts.set(sign, (counts.get(sign) ?? 0) + 1);
    expect([...new Set(counts.values())]).toEqual([10]);
    expect(counts.size).toBe(24);
  });

  test('is shown in two groups, and said sign by sign', () => {
    expect(showCode('7KCN42RP')).toBe('7KCN 42RP');
    expect(signsToSay('7KCN42RP')).toEqual(['7', 'K', 'C', 'N', '4', '2', 'R', 'P']);
  });
});

describe('a typed code', () => {
  test.each([
    ['as it is shown', '7KCN 42RP'],
    ['in small letters', '7kcn42rp'],
    ['with dashes of any kind', '7KCN-42–RP'],
    ['in full-width signs', '７ＫＣＮ　４２ＲＰ'],
    ['with spaces around and between', '  7 K C N  4 2 R P\n'],
    ['with Z typed for 2', '7KCN 4ZRP'],
  ])('is understood %s', (_, typed) => {
    expect(readCode(typed)).toBe('7KCN42RP');
  });

  test.each(['', '7KCN42R', '7KCN42RPP', '7KCN42R0', '7KCN42RO', '7KCN42RI', '七KCN42RP'])(
    'that is none is not guessed at: %s',
    (typed) => {
      expect(readCode(typed)).toBeUndefined();
    },
  );

  test('however it is spaced, cased or widened, it is the code that was made', () => {
    const spoil = fc.array(fc.constantFrom('', ' ', '-', '　', '—', '·'), { minLength: 8, maxLength: 8 });
    const wide = (sign: string) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0);
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 16, maxLength: 16, max: 239 }),
        spoil,
        fc.array(fc.constantFrom('as-is', 'small', 'wide'), { minLength: 8, maxLength: 8 }),
        (random, gaps, forms) => {
          const code = makeCode(dealt([...random]));
          const typed = [...code].map((sign, at) => {
            const form = forms[at];
            const written = form === 'wide' ? wide(sign) : form === 'small' ? sign.toLowerCase() : sign;
            return (gaps[at] ?? '') + written;
          });
          expect(readCode(typed.join(''))).toBe(code);
        },
      ),
    );
  });

  test('whatever is typed, it is a code or it is none', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), (typed) => {
        const code = readCode(typed);
        expect(code === undefined || readCode(code) === code).toBe(true);
      }),
    );
  });
});
