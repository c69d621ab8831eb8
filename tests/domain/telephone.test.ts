import { describe, expect, test } from 'vitest';
import { isTelephone, readTelephone } from '#domain/answers/telephone.ts';

describe('a mobile number is understood however it is written', () => {
  test.each([
    '13800138000',
    '138 0013 8000',
    '138-0013-8000',
    '138.0013.8000',
    '（138）0013 8000',
    '１３８００１３８０００',
    '１３８－００１３－８０００',
    '+86 138 0013 8000',
    '+8613800138000',
    '＋86-138-0013-8000',
    '008613800138000',
    '86 13800138000',
    '013800138000',
    ' 13800138000\n',
    '\u202d138\u00a00013\u00a08000\u202c',
    '138\u200b00138000',
    '手机号：13800138000',
    'Tel: 138 0013 8000',
    '13800138000。',
    '138、0013、8000',
  ])('%j', (typed) => {
    expect(readTelephone(typed)).toEqual({ ok: true, value: '13800138000' });
  });
});

test.each([
  ['010-8888 8888', '01088888888'],
  ['(010) 88888888', '01088888888'],
  ['+86 10 8888 8888', '01088888888'],
  ['0086-571-8765 4321', '057187654321'],
  ['0571 8765432', '05718765432'],
  ['0755－2345 6789', '075523456789'],
  ['8765 4321', '87654321'],
  ['234-5678', '2345678'],
  ['12345', '12345'],
  ['120', '120'],
  ['10086', '10086'],
  ['96123', '96123'],
  ['400-812-3123', '4008123123'],
  ['+86 400 812 3123', '4008123123'],
  ['800 810 8888', '8008108888'],
  ['010-88888888转801', '01088888888-801'],
  ['0571-87654321 ext. 12', '057187654321-12'],
  ['+852 2345 6789', '+85223456789'],
  ['001 415 555 0100', '+14155550100'],
])('%s is kept as %s', (typed, kept) => {
  expect(readTelephone(typed)).toEqual({ ok: true, value: kept });
  expect(isTelephone(kept)).toBe(true);
});

test.each([
  ['1380013800', 'telephone-wrong-length'],
  ['138001380000', 'telephone-wrong-length'],
  ['12800138000', 'telephone-wrong-length'],
  ['010888888', 'telephone-wrong-length'],
  ['5', 'telephone-wrong-length'],
  ['+', 'telephone-not-digits'],
  ['1380013800O', 'telephone-not-digits'],
  ['打给我女儿', 'telephone-not-digits'],
  ['01088888888转前台', 'telephone-not-digits'],
  ['1'.repeat(100_000), 'telephone-wrong-length'],
  ['\ud83d', 'telephone-not-digits'],
])('%.20s is not a number yet', (typed, reason) => {
  expect(readTelephone(typed)).toEqual({ ok: false, reason });
});

test('only the kept form passes as kept', () => {
  expect(isTelephone('138 0013 8000')).toBe(false);
  expect(isTelephone('01088888888-')).toBe(false);
  expect(isTelephone('01088888888-1-2')).toBe(false);
  expect(isTelephone('')).toBe(false);
});
