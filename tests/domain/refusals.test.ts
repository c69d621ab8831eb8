import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ANSWER_REFUSALS } from '#domain/answers/answer.ts';
import { REFUSALS } from '#domain/request/action.ts';

/** Troubles that are not refusals: a mistake in the program, and a phone that has no room left. */
const TROUBLES = ['bug', 'not_kept'];

test.each(['zh-CN', 'en'])('every refusal has a sentence in %s that says what to do next', (language) => {
  const words: Record<string, string> = JSON.parse(readFileSync(`locales/${language}/errors.json`, 'utf8'));
  const names = [...new Set([...REFUSALS, ...ANSWER_REFUSALS, ...TROUBLES])];
  expect(Object.keys(words).sort()).toEqual(names.sort());
  // Something to do: a request, politely put. (A second rating leaves nothing to do, and says so.)
  const next = language === 'en' ? /\bplease\b|nothing is left to do/iu : /请|不用/u;
  for (const name of names) expect(words[name], name).toMatch(next);
});

test('no sentence needs more than the name of a person or of a question', () => {
  for (const language of ['zh-CN', 'en']) {
    const text = readFileSync(`locales/${language}/errors.json`, 'utf8');
    const gaps = [...text.matchAll(/"([^"]+)": "[^"]*\{\{(\w+)\}\}/gu)].map(
      ([, key, gap]) => `${key} ${gap}`,
    );
    expect(gaps.sort()).toEqual([
      'already-taken who',
      'answer-missing label',
      'choice-missing label',
      'not-yours who',
      'too-late-to-add who',
      'too-late-to-withdraw who',
    ]);
  }
});
