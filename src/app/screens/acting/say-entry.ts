/** What somebody gave for a question, right or wrong, in a person's words; whose words they are. */
import { sayAnswer, type AnswerWordsContext } from '#app/answer-words.ts';
import type { T } from '#app/i18n.ts';
import type { Entry } from '#domain/answers/answer.ts';
import { readEntry } from '#domain/answers/read-entry.ts';
import type { Field } from '#domain/matter/matter.ts';
import type { Teller } from '#domain/request/action.ts';

/** Before every day that can be chosen, and after every birthday: what was given is shown, not judged. */
const [LONG_AGO, ONE_DAY] = ['0000-01-01', '9999-12-31'];

export function sayEntry(field: Field, entry: Entry | undefined, context: AnswerWordsContext): string {
  const timeless = field.type === 'date' ? { ...field, range: 'any' as const } : field;
  const read = readEntry(timeless, entry, field.type === 'slots' ? LONG_AGO : ONE_DAY);
  // An ID number is covered wherever nobody is typing it.
  if (read.ok)
    return sayAnswer(field, read.value, {
      ...context,
      masked: context.masked ?? field.type === 'resident-id',
    });
  switch (entry?.type) {
    case 'typed':
      return field.type === 'resident-id' ? `··· ${entry.typed.slice(-2)}` : entry.typed;
    case 'date':
      return [entry.year, entry.month, entry.day].filter((part) => part !== '').join('-');
    case 'address':
      return [entry.building, entry.unit, entry.room].filter(Boolean).join(' ');
    default:
      return context.t('common:not_answered');
  }
}

export function sayWhose(teller: Teller | undefined, t: T): string {
  return teller ? t(`acting:whose.${teller}`) : t('acting:whose.nobody');
}
