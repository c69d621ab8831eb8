import { expect, test } from 'vitest';
import { askedFields, isHeld, nextField, previousField, stepOf } from '#domain/answers/asked.ts';
import type { Entries } from '#domain/answers/answer.ts';
import type { Field } from '#domain/matter/matter.ts';
import { matter, words } from '#tests/support/make.ts';

const common = { question: words('什么？'), label: words('它'), why: words('要用。'), keepDays: 30 };
const options = [
  { id: 'water', label: words('水') },
  { id: 'gas', label: words('气') },
];
const FIELDS: readonly Field[] = [
  { ...common, id: 'trouble', type: 'choices', options },
  { ...common, id: 'smell', type: 'yes-no', onlyIf: { field: 'trouble', is: 'gas' } },
  { ...common, id: 'where', type: 'choice', options, onlyIf: { field: 'smell', is: 'yes' } },
  { ...common, id: 'name', type: 'text', maxLength: 10 },
];
const danger = matter({ fields: FIELDS });

const gas = { trouble: { type: 'choices', choices: ['water', 'gas'] } } as const;
const smells = { ...gas, smell: { type: 'yes-no', yes: true } } as const;
const ids = (given: Entries) => askedFields(danger, given).map(({ id }) => id);

test.each<[string, Entries, string[]]>([
  ['nothing is known yet', {}, ['trouble', 'name']],
  ['one of the choices is gas', gas, ['trouble', 'smell', 'name']],
  ['it smells', smells, ['trouble', 'smell', 'where', 'name']],
  ['it does not smell', { ...gas, smell: { type: 'yes-no', yes: false } }, ['trouble', 'smell', 'name']],
  ['they do not know', { ...gas, smell: { type: 'unknown' } }, ['trouble', 'smell', 'name']],
  [
    'gas was taken back after it was said to smell',
    { ...smells, trouble: { type: 'choices', choices: ['water'] } },
    ['trouble', 'name'],
  ],
])('only what matters is asked when %s', (_, given, expected) => {
  expect(ids(given)).toEqual(expected);
});

test('an answer to a question that is no longer asked holds nothing', () => {
  const stale = { ...smells, trouble: { type: 'choices', choices: ['water'] } } as const;
  expect(isHeld({ field: 'smell', is: 'yes' }, danger, smells)).toBe(true);
  expect(isHeld({ field: 'smell', is: 'yes' }, danger, stale)).toBe(false);
});

test('forward and back lead over the same questions', () => {
  expect(nextField(danger, gas, 'trouble')?.id).toBe('smell');
  expect(nextField(danger, {}, 'trouble')?.id).toBe('name');
  expect(nextField(danger, gas, 'name')).toBeUndefined();
  expect(previousField(danger, {}, 'name')?.id).toBe('trouble');
  expect(previousField(danger, {}, 'trouble')).toBeUndefined();
  expect(previousField(danger, gas, 'check')?.id).toBe('name');
  expect(nextField(danger, gas, 'check')).toBeUndefined();
});

test('a person who stands on a question that is no longer asked goes on from there', () => {
  expect(nextField(danger, {}, 'where')?.id).toBe('name');
  expect(previousField(danger, {}, 'where')?.id).toBe('trouble');
});

test('the count of questions is true for what was answered until now', () => {
  expect(stepOf(danger, {}, 'name')).toEqual({ n: 2, of: 2 });
  expect(stepOf(danger, smells, 'smell')).toEqual({ n: 2, of: 4 });
  expect(stepOf(danger, smells, 'check')).toEqual({ n: 4, of: 4 });
});
