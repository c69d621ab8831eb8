/** The catalogue's own words: short enough to be heard, and polite. */
import { expect, test } from 'vitest';
import { realMatters, textsIn } from './catalogue-files.ts';

const matters = realMatters();
const texts = (language: string) =>
  matters.flatMap((matter) =>
    textsIn(matter, language).map(([path, text]) => ({ at: `${matter.id} ${path}`, text })),
  );

/** A comma or a colon does not end a sentence: the whole of it has to be held in mind. */
const sentences = (text: string) => text.split(/[。！？；\n]/u);
const hanzi = (text: string) => text.match(/\p{Script=Han}/gu)?.length ?? 0;

test('no Chinese sentence is longer than 25 signs', () => {
  const long = texts('zh-CN').flatMap(({ at, text }) =>
    sentences(text)
      .filter((sentence) => hanzi(sentence) > 25)
      .map((sentence) => `${at}: ${sentence}`),
  );
  expect(long).toEqual([]);
});

test('no English sentence is longer than 20 words', () => {
  const long = texts('en').flatMap(({ at, text }) =>
    text
      .split(/[.!?;]\s/u)
      .filter((sentence) => sentence.split(/\s+/u).length > 20)
      .map((sentence) => `${at}: ${sentence}`),
  );
  expect(long).toEqual([]);
});

test('nobody is blamed, talked down to, or spoken to like an office', () => {
  const banned = {
    'zh-CN':
      /老年人|老人|老头|老太|失败|非法|无效|错误|禁止|必须|不得|你|请按|户籍|事项|受理人|申请人|办理|提交/u,
    en: /elderly|senior|pensioner|invalid|error|forbidden|oops|failed|illegal|applicant|submit|please note/iu,
  };
  for (const [language, words] of Object.entries(banned)) {
    expect(
      texts(language)
        .filter(({ text }) => words.test(text))
        .map(({ at, text }) => `${at}: ${text}`),
    ).toEqual([]);
  }
});

test('every word is there in both languages, and each is in its own script', () => {
  for (const matter of matters) {
    expect(textsIn(matter, 'en').map(([path]) => path)).toEqual(
      textsIn(matter, 'zh-CN').map(([path]) => path),
    );
  }
  expect(texts('en').filter(({ text }) => hanzi(text) > 0)).toEqual([]);
  expect(texts('zh-CN').filter(({ text }) => hanzi(text) === 0)).toEqual([]);
});

test('questions end with a question mark, and the short names of answers fit a list', () => {
  for (const { id, fields } of matters) {
    for (const { id: fieldId, question, label } of fields) {
      expect(question['zh-CN'], `${id} ${fieldId}`).toMatch(/？$/u);
      expect(Array.from(label['zh-CN']).length, `${id} ${fieldId}`).toBeLessThanOrEqual(8);
    }
  }
});
