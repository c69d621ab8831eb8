/** A name is found by its sound, typed as people type who learned to write before there was pinyin. */
import { expect, test } from 'vitest';
import { soundDistance } from '#domain/people/sounds-like.ts';

/** A small book of readings: what a person would look up. */
const BOOK: Readonly<Record<string, readonly string[]>> = {
  王: ['wang'],
  汪: ['wang'],
  秀: ['xiu'],
  兰: ['lan'],
  岚: ['lan'],
  南: ['nan'],
  朱: ['zhu'],
  组: ['zu'],
  英: ['ying'],
  吕: ['lv'],
  单: ['shan', 'dan'],
  孙: ['sun'],
  程: ['cheng'],
  春: ['chun'],
  生: ['sheng'],
  方: ['fang'],
  昂: ['ang'],
};
const far = (name: string, typed: string) => soundDistance(name, typed, (hanzi) => BOOK[hanzi] ?? []);

test.each([
  ['wangxiulan', 0],
  ['wang xiu lan', 0],
  ['Wang Xiulan', 0],
  ['WÁNG xiù lán', 0],
  ['wxl', 0],
  ['w x l', 0],
  ['wangxl', 0],
  ['wxiul', 0],
  ['wang xiu', 0],
  ['wangxiul', 0],
  ['wan', 0],
  ['王xl', 0],
  ['王 xiulan', 0],
  ['王秀岚', 0],
  ['汪秀兰', 0],
  ['wanxiulan', 1],
  ['wangxiunan', 1],
  ['wxn', 1],
  ['王秀南', 1],
  ['xiulan', 4],
  ['xl', 4],
  ['秀岚', 4],
] as const)('王秀兰 is found by “%s”', (typed, distance) => {
  expect(far('王秀兰', typed)).toBe(distance);
});

test.each([
  'wangxiulani',
  'wangli',
  'wx x',
  'lxw',
  'wangxiulanlan',
  '王朱兰',
  'angxiulan',
  'wa ngxiulan',
  '',
])('王秀兰 is not found by “%s”', (typed) => expect(far('王秀兰', typed)).toBeUndefined());

test.each([
  ['朱英', 'zuyin', 2],
  ['朱英', 'zhuyin', 1],
  ['组英', 'zhuying', 1],
  ['孙生', 'sunsen', 2 - 0],
  ['孙生', 'sunsheng', 0],
  ['程春生', 'cencunsen', 5],
  ['方昂', 'fangang', 0],
  ['方昂', 'fanan', 2],
  ['吕英', 'lv ying', 0],
  ['吕英', 'lü ying', 0],
  ['吕英', 'luying', 0],
  ['吕英', 'lyuying', 0],
  ['单秀兰', 'shan', 0],
  ['单秀兰', 'danxiulan', 0],
  ['单秀兰', 'sanxiulan', 1],
] as const)('%s is found by “%s”', (name, typed, distance) => {
  expect(far(name, typed)).toBeDefined();
  expect(far(name, typed)).toBeLessThanOrEqual(distance);
});

test('a sign whose reading nobody knows is still found as it is written, and a foreign name breaks nothing', () => {
  expect(far('王䶮', '王䶮')).toBe(0);
  expect(far('王䶮', 'wang')).toBe(0);
  expect(far('王䶮', 'wangy')).toBeUndefined();
  expect(far('Anna Lee', 'anna')).toBeUndefined();
});

test('a very long thing typed is answered at once', () => {
  const before = performance.now();
  expect(far('单'.repeat(12), 'sdsdsdsdsd'.repeat(200))).toBeUndefined();
  expect(performance.now() - before).toBeLessThan(1000);
});
