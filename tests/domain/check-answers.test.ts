import { expect, test } from 'vitest';
import type { Answer, Answers } from '#domain/answers/answer.ts';
import { checkAnswers } from '#domain/answers/check-answers.ts';
import { answersOf } from '#domain/answers/read-entry.ts';
import { answers, FIELDS, matter, PHOTO } from '#tests/support/make.ts';

const asked = { question: FIELDS[0]!.question, label: FIELDS[0]!.label, why: FIELDS[0]!.why, keepDays: 30 }; // the table is not empty

test.each<[string, Answers, { field: string; refusal: string }]>([
  ['nothing is answered', {}, { field: 'trouble', refusal: 'choice-missing' }],
  [
    'an option is made up',
    answers({ trouble: { type: 'choice', choice: 'fire' } }),
    { field: 'trouble', refusal: 'choice-unknown' },
  ],
  [
    'an option is an object’s own word',
    answers({ trouble: { type: 'choice', choice: 'toString' } }),
    { field: 'trouble', refusal: 'choice-unknown' },
  ],
  [
    'the kind is another',
    answers({ trouble: { type: 'yes-no', yes: true } }),
    { field: 'trouble', refusal: 'answer-wrong-kind' },
  ],
  [
    '“I don’t know” was not offered',
    answers({ trouble: { type: 'unknown' } }),
    { field: 'trouble', refusal: 'answer-wrong-kind' },
  ],
  [
    'the words are blank',
    answers({ description: { type: 'words', words: ' 　\u200b' } }),
    { field: 'description', refusal: 'answer-missing' },
  ],
  [
    'the words are too many',
    answers({ description: { type: 'words', words: '长'.repeat(501) } }),
    { field: 'description', refusal: 'words-too-long' },
  ],
  [
    'half a sign is among the words',
    answers({ description: { type: 'words', words: '漏\ud83d' } }),
    { field: 'description', refusal: 'answer-wrong-kind' },
  ],
  [
    'the telephone is not in its kept form',
    answers({ telephone: { type: 'words', words: '138 0013 8000' } }),
    { field: 'telephone', refusal: 'telephone-wrong-length' },
  ],
  [
    'the room is missing',
    answers({ address: { type: 'address', building: 'b3', unit: 'u2', room: '' } }),
    { field: 'address', refusal: 'address-incomplete' },
  ],
  [
    'the room is a novel',
    answers({ address: { type: 'address', building: 'b3', unit: 'u2', room: '5'.repeat(21) } }),
    { field: 'address', refusal: 'words-too-long' },
  ],
  [
    'there are no photos in the photos',
    answers({ photos: { type: 'photos', photos: [] } }),
    { field: 'photos', refusal: 'answer-missing' },
  ],
  [
    'there are four photos',
    answers({ photos: { type: 'photos', photos: [PHOTO, PHOTO, PHOTO, PHOTO] } }),
    { field: 'photos', refusal: 'photos-too-many' },
  ],
  [
    'a slot is on no day',
    answers({ slots: { type: 'slots', slots: [{ date: '2026-02-30', part: 'morning' }] } }),
    { field: 'slots', refusal: 'date-not-real' },
  ],
  [
    'a question was never asked',
    answers({ smell: { type: 'yes-no', yes: true } }),
    { field: 'smell', refusal: 'answer-wrong-kind' },
  ],
  [
    'a field is unknown',
    answers({ secret: { type: 'words', words: 'x' } }),
    { field: 'secret', refusal: 'answer-wrong-kind' },
  ],
  [
    'a field is called constructor',
    answers({ constructor: { type: 'words', words: 'x' } as const }),
    { field: 'constructor', refusal: 'answer-wrong-kind' },
  ],
])('answers are not whole when %s', (_, given, refusal) => {
  expect(checkAnswers(matter(), given)).toEqual(refusal);
});

test('a field that came as __proto__ is seen, and harms nothing', () => {
  const sent: Answers = JSON.parse(`{"__proto__":{"type":"words","words":"x"}}`);
  expect(checkAnswers(matter({ fields: [] }), sent)).toEqual({
    field: '__proto__',
    refusal: 'answer-wrong-kind',
  });
});

test.each(['constructor', '__proto__', 'hasOwnProperty', 'toString'])('a question may be called %s', (id) => {
  const field = { ...asked, id, type: 'text', maxLength: 10 } as const;
  const fields = [field];
  expect(checkAnswers(matter({ fields }), {})).toEqual({ field: id, refusal: 'answer-missing' });
  expect(answersOf(matter({ fields }), {}, '2026-03-04').ok).toBe(false);
  const entries = Object.fromEntries([[id, { type: 'typed', typed: '好' } as const]]);
  const read = answersOf(matter({ fields }), entries, '2026-03-04');
  expect(read.ok && checkAnswers(matter({ fields }), read.value)).toBeUndefined();
  expect(read.ok && Object.entries(read.value)).toEqual([[id, { type: 'words', words: '好' }]]);
});

test.each([-1, 0.5, Number.NaN, Infinity])('%d fen is not an amount', (fen) => {
  const fields = [{ ...asked, id: 'cost', type: 'money', mostYuan: 100 } as const];
  const cost: Answer = { type: 'money', fen };
  expect(checkAnswers(matter({ fields }), { cost })?.refusal).toBe('answer-wrong-kind');
});

test('an ID number is kept in one form only', () => {
  const fields = [{ ...asked, id: 'card', type: 'resident-id' } as const];
  const check = (words: string) =>
    checkAnswers(matter({ fields }), { card: { type: 'words', words } })?.refusal;
  expect(check('11010519491231002X')).toBeUndefined();
  expect(check('11010519491231002x')).toBe('answer-wrong-kind');
  expect(check('110105194912310021')).toBe('id-check-digit');
});

test('what was right yesterday is right today: no check asks for the day', () => {
  const past: Answers = answers({
    slots: { type: 'slots', slots: [{ date: '2020-01-01', part: 'morning' }] },
  });
  expect(checkAnswers(matter(), past)).toBeUndefined();
});
