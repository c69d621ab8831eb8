import { describe, expect, test } from 'vitest';
import { amount } from '#voice/numerals.ts';
import { sayAloud } from '#voice/say-aloud.ts';

describe('in Mandarin a number is said as people say it', () => {
  test.each([
    ['请打138 0013 8000。', '请打幺三八，零零幺三，八零零零。'],
    ['13800138000', '幺三八，零零幺三，八零零零'],
    ['编号 123 456 78', '编号 幺二三，四五六，七八'],
    ['12345678', '幺二三，四五六，七八'],
    ['报警 110', '报警 幺幺零'],
    ['打12345也行', '打幺二三四五也行'],
    ['110101195001011234', '幺幺零幺零幺，幺九五零零幺零幺，幺二三四'],
    ['11月21日', '十一月二十一日'],
    ['2026年2月3日', '二零二六年二月三日'],
    ['2026-11-21', '二零二六年十一月二十一日'],
    ['今天 9:12', '今天 九点十二分'],
    ['2:00到14:30', '两点到十四点半'],
    ['8:05', '八点零五分'],
    ['¥30.50', '三十块五毛'],
    ['2元', '两块'],
    ['0.05元', '五分'],
    ['1,200.5元', '一千二百块五毛'],
    ['3号楼2单元501室', '三号楼二单元五零幺室'],
    ['还有 7 样', '还有 七样'],
    ['2个工作日', '两个工作日'],
    ['20%', '百分之二十'],
    ['3.5', '三点五'],
    ['K7MP 4XQ9', 'K，七，M，P 四，X，Q，九'],
  ])('%s', (seen, heard) => {
    expect(sayAloud(seen, 'cmn')).toBe(heard);
  });
});

test('Cantonese says 一 for one in a telephone number', () => {
  expect(sayAloud('110', 'yue')).toBe('一一零');
});

test.each([
  ['Call 138 0013 8000.', 'Call one three eight, zero zero one three, eight zero zero zero.'],
  ['Fire 119', 'Fire one one nine'],
  ['by 9:00', 'by 9 o’clock'],
  ['¥30.50', '30.50 yuan'],
  ['7 more', '7 more'],
  ['K7MP', 'K, seven, M, P'],
])('in English: %s', (seen, heard) => {
  expect(sayAloud(seen, 'en')).toBe(heard);
});

test.each([
  [0, '零'],
  [10, '十'],
  [15, '十五'],
  [20, '二十'],
  [105, '一百零五'],
  [110, '一百一十'],
  [200, '二百'],
  [1001, '一千零一'],
  [2000, '两千'],
  [1050, '一千零五十'],
  [10_000, '一万'],
  [20_500, '两万零五百'],
  [12_345, '一万两千三百四十五'],
])('%d is %s', (value, said) => {
  expect(amount(value)).toBe(said);
});

test('words without numbers are not touched', () => {
  const words = '今天要办什么事？您写的都还在。';
  expect(sayAloud(words, 'cmn')).toBe(words);
});
