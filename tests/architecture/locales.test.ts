import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { SOURCE_LANGUAGE } from '#domain/words.ts';

const languages = readdirSync('locales', { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);
const filesOf = (language: string) => readdirSync(`locales/${language}`).sort();
const read = (language: string, file: string): Record<string, unknown> =>
  JSON.parse(readFileSync(`locales/${language}/${file}`, 'utf8'));

const source = filesOf(SOURCE_LANGUAGE);
const everyFile = languages.flatMap((language) => filesOf(language).map((file) => [language, file] as const));
const everyText = everyFile.flatMap(([language, file]) =>
  Object.entries(read(language, file)).map(([key, text]) => ({
    language,
    key: `${file.replace('.json', '')}:${key}`,
    text: String(text),
  })),
);

/** `count_one` and `count_other` are one key: not every language has both. */
const base = (key: string) => key.replace(/_(?:zero|one|two|few|many|other)$/u, '');
const keysOf = (language: string, file: string) =>
  [...new Set(Object.keys(read(language, file)).map(base))].sort();
const placeholders = (text: string) =>
  [...new Set([...text.matchAll(/\{\{\s*([^}]*?)\s*\}\}/gu)].map(([, name = '']) => name))].sort();

test.each(languages)('%s has every file and every key that Chinese has, and no other', (language) => {
  expect(filesOf(language)).toEqual(source);
  for (const file of source) expect(keysOf(language, file), file).toEqual(keysOf(SOURCE_LANGUAGE, file));
});

test.each(everyFile)('locales/%s/%s is flat, and no key goes more than two dots deep', (language, file) => {
  expect(file).toMatch(/^[a-z]+(?:-[a-z]+)*\.json$/u);
  for (const [key, text] of Object.entries(read(language, file))) {
    expect(key).toMatch(/^[a-z0-9_-]+(?:\.[a-z0-9_-]+){0,2}$/u);
    expect(text, key).toBeTypeOf('string');
    expect(String(text).trim(), key).not.toBe('');
  }
});

test.each(languages)('%s fills the same gaps in a sentence as Chinese', (language) => {
  for (const file of source) {
    const [ours, theirs] = [read(SOURCE_LANGUAGE, file), read(language, file)];
    for (const [key, text] of Object.entries(ours)) {
      if (/_(?!other)(?:zero|one|two|few|many)$/u.test(key)) continue; // "one request" need not say 1
      const there = theirs[key] ?? theirs[`${key}_other`] ?? theirs[base(key)];
      expect(placeholders(String(there)), `${file} ${key}`).toEqual(placeholders(String(text)));
    }
  }
});

describe('words and code', () => {
  const code = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/u.test(path))
    .map((path) => readFileSync(`src/${path}`, 'utf8'))
    .join('\n');
  const said = new Set([...code.matchAll(/['"`]([a-z-]+:[a-z0-9_.-]+)['"`]/gu)].map(([, key]) => key ?? ''));
  const begun = [...code.matchAll(/`([a-z-]+:[a-z0-9_.-]*)\$\{/gu)].map(([, start]) => start ?? '');

  test('every key is said somewhere', () => {
    const unused = everyText
      .filter(({ language }) => language === SOURCE_LANGUAGE)
      .map(({ key }) => base(key))
      .filter((key) => !said.has(key) && !begun.some((start) => key.startsWith(start)));
    // `errors` is walked whole by tests/domain/refusals.test.ts.
    expect(unused.filter((key) => !key.startsWith('errors:'))).toEqual([]);
  });

  test('every key that is said has words', () => {
    const files = source.map((file) => file.replace('.json', ''));
    const known = new Set(everyText.map(({ key }) => base(key)));
    expect(
      [...said].filter((key) => files.includes(key.split(':')[0] ?? '') && !known.has(base(key))),
    ).toEqual([]);
  });
});

describe('sentences', () => {
  const ofLanguage = (language: string) => everyText.filter((text) => text.language === language);

  test('no Chinese sentence has more than 25 characters', () => {
    const long = ofLanguage('zh-CN').filter(({ text }) =>
      text.split(/[。！？；\n]/u).some((sentence) => [...sentence.matchAll(/\p{Script=Han}/gu)].length > 25),
    );
    expect(long).toEqual([]);
  });

  test('people are spoken to with respect, without blame, in words of every day', () => {
    // 你 for 您; words that make people old; words that blame; words of the trade.
    const chinese = /你|老年|老人|长者|非法|无效|禁止|错误|失败|同步|缓存|服务器|客户端|离线|登陆/u;
    const english =
      /\b(?:elderly|seniors?|pensioners?|invalid|illegal|forbidden|oops|errors?|fail(?:ed|ure)?|servers?|cached?|synch?(?:ed|ing)?|offline)\b/iu;
    expect(ofLanguage('zh-CN').filter(({ text }) => chinese.test(text))).toEqual([]);
    expect(ofLanguage('en').filter(({ text }) => english.test(text))).toEqual([]);
  });

  test('nothing is shouted', () => {
    expect(everyText.filter(({ text }) => /[！!]/u.test(text))).toEqual([]);
  });
});
