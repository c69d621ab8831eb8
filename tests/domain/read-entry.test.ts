import { describe, expect, test } from 'vitest';
import type { Answer, Entries, Entry } from '#domain/answers/answer.ts';
import { checkAnswers } from '#domain/answers/check-answers.ts';
import { answersOf, entryOf, readEntry } from '#domain/answers/read-entry.ts';
import type { Field } from '#domain/matter/matter.ts';
import { answers, hexId, matter, PHOTO, words } from '#tests/support/make.ts';

const TODAY = '2026-03-04';
const common = {
  id: 'it',
  question: words('什么？'),
  label: words('它'),
  why: words('要用。'),
  keepDays: 30,
};
const options = [
  { id: 'one', label: words('一') },
  { id: 'two', label: words('二') },
];

const FIELDS = {
  text: { ...common, type: 'text', maxLength: 10 },
  telephone: { ...common, type: 'telephone' },
  'resident-id': { ...common, type: 'resident-id' },
  money: { ...common, type: 'money', mostYuan: 100 },
  date: { ...common, type: 'date', range: 'past' },
  slots: { ...common, type: 'slots', most: 2, days: 7 },
  choice: { ...common, type: 'choice', options },
  choices: { ...common, type: 'choices', options },
  'yes-no': { ...common, type: 'yes-no' },
  address: { ...common, type: 'address' },
  photos: { ...common, type: 'photos', most: 1 },
} satisfies Record<string, Field>;
type Of = keyof typeof FIELDS;

const typed = (text: string): Entry => ({ type: 'typed', typed: text });
const slot = (date: string) => ({ date, part: 'morning' }) as const;

test.each<[Of, Entry, Answer]>([
  ['text', typed('  王秀兰\n'), { type: 'words', words: '王秀兰' }],
  ['text', typed('𠮷\ud83d野\u0000'), { type: 'words', words: '𠮷野' }],
  ['text', typed('𠮷'.repeat(10)), { type: 'words', words: '𠮷'.repeat(10) }],
  ['telephone', typed('138 0013 8000'), { type: 'words', words: '13800138000' }],
  ['resident-id', typed('11010519491231002x'), { type: 'words', words: '11010519491231002X' }],
  ['money', typed('３０元'), { type: 'money', fen: 3000 }],
  ['date', { type: 'date', year: '1950', month: '3', day: '8' }, { type: 'date', date: '1950-03-08' }],
  [
    'slots',
    { type: 'slots', slots: [slot('2026-03-05'), slot('2026-03-05')] },
    { type: 'slots', slots: [slot('2026-03-05')] },
  ],
  ['choice', { type: 'choice', choice: 'two' }, { type: 'choice', choice: 'two' }],
  [
    'choices',
    { type: 'choices', choices: ['two', 'two', 'one'] },
    { type: 'choices', choices: ['two', 'one'] },
  ],
  ['yes-no', { type: 'yes-no', yes: false }, { type: 'yes-no', yes: false }],
  [
    'address',
    { type: 'address', building: 'b3', unit: 'u2', room: ' ５０１室' },
    { type: 'address', building: 'b3', unit: 'u2', room: '501' },
  ],
  ['photos', { type: 'photos', photos: [PHOTO] }, { type: 'photos', photos: [PHOTO] }],
])('%s: %j is an answer, passes the check and stands on the screen again', (of, entry, answer) => {
  const field: Field = FIELDS[of];
  expect(readEntry(field, entry, TODAY)).toEqual({ ok: true, value: answer });
  expect(checkAnswers(matter({ fields: [field] }), { it: answer })).toBeUndefined();
  expect(readEntry(field, entryOf(answer), TODAY)).toEqual({ ok: true, value: answer });
});

test.each<[Of, Entry, string]>([
  ['text', typed('\u200b　 \n'), 'answer-missing'],
  ['text', typed('一二三四五六七八九十一'), 'words-too-long'],
  ['text', typed('话'.repeat(1_000_000)), 'words-too-long'],
  ['text', typed('\ud83d'), 'answer-missing'],
  ['text', { type: 'yes-no', yes: true }, 'answer-wrong-kind'],
  ['telephone', typed('没有'), 'telephone-not-digits'],
  ['resident-id', typed('123'), 'id-wrong-length'],
  ['money', typed('101'), 'money-too-much'],
  ['date', { type: 'date', year: ' ', month: '', day: '' }, 'answer-missing'],
  ['date', { type: 'date', year: '2026', month: '4', day: '1' }, 'date-not-past'],
  ['slots', { type: 'slots', slots: [] }, 'answer-missing'],
  [
    'slots',
    { type: 'slots', slots: ['05', '06', '07'].map((day) => slot(`2026-03-${day}`)) },
    'slots-too-many',
  ],
  ['slots', { type: 'slots', slots: [slot('2026-03-04')] }, 'date-not-future'],
  ['slots', { type: 'slots', slots: [slot('2026-02-30')] }, 'date-not-real'],
  ['choice', { type: 'choice', choice: '' }, 'choice-missing'],
  ['choice', { type: 'choice', choice: 'constructor' }, 'choice-unknown'],
  ['choices', { type: 'choices', choices: [] }, 'choice-missing'],
  ['choices', { type: 'choices', choices: ['one', '__proto__'] }, 'choice-unknown'],
  ['yes-no', { type: 'unknown' }, 'choice-missing'],
  ['address', { type: 'address', room: ' ' }, 'answer-missing'],
  ['address', { type: 'address', building: 'b3', room: '501' }, 'address-incomplete'],
  ['address', { type: 'address', building: 'b3', unit: 'u2', room: '5'.repeat(21) }, 'words-too-long'],
  ['photos', { type: 'photos', photos: [PHOTO, { ...PHOTO, id: hexId(1) }] }, 'photos-too-many'],
])('%s: %.60j is not an answer yet', (of, entry, refusal) => {
  expect(readEntry(FIELDS[of], entry, TODAY)).toEqual({ ok: false, reason: refusal });
});

test('“I don’t know” is an answer where it is offered, and nowhere else', () => {
  const unknown = { type: 'unknown' } as const;
  expect(readEntry({ ...FIELDS.choice, unknown: true }, unknown, TODAY)).toEqual({
    ok: true,
    value: unknown,
  });
  expect(readEntry(FIELDS.text, unknown, TODAY)).toEqual({ ok: false, reason: 'answer-missing' });
});

test('an optional question may be passed over, but not answered wrongly', () => {
  const field: Field = { ...FIELDS.telephone, optional: true };
  expect(readEntry(field, undefined, TODAY)).toEqual({ ok: true, value: undefined });
  expect(readEntry(field, typed(' '), TODAY)).toEqual({ ok: true, value: undefined });
  expect(readEntry(field, typed('12'), TODAY)).toEqual({ ok: false, reason: 'telephone-wrong-length' });
});

describe('all the questions of a request', () => {
  const entries: Entries = Object.fromEntries(
    Object.entries(answers()).map(([id, answer]) => [id, entryOf(answer)]),
  );

  test('become answers that the office takes', () => {
    const read = answersOf(matter(), entries, TODAY);
    expect(read).toEqual({ ok: true, value: answers() });
    expect(checkAnswers(matter(), answers())).toBeUndefined();
  });

  test('an answer to a question that is no longer asked is left out', () => {
    const read = answersOf(matter(), { ...entries, smell: { type: 'yes-no', yes: true } }, TODAY);
    expect(read.ok && Object.keys(read.value)).toEqual(Object.keys(answers()));
  });

  test('everything that needs another look is said at once, in the order of the questions', () => {
    const wrong = { ...entries, trouble: { type: 'choice', choice: 'gas' }, telephone: typed('1') } as const;
    expect(answersOf(matter(), wrong, TODAY)).toEqual({
      ok: false,
      reason: [
        { field: 'smell', refusal: 'choice-missing' },
        { field: 'telephone', refusal: 'telephone-wrong-length' },
      ],
    });
  });
});
