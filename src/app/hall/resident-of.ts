/** Who a request is for, read from its answers by what the matter says they mean. */
import type { Answers } from '#domain/answers/answer.ts';
import type { Field, Matter, Remembered } from '#domain/matter/matter.ts';

/** The resident's name, or `undefined` when none was left or the matter is not here yet. */
export function residentName(matter: Matter | undefined, answers: Answers): string | undefined {
  const field = fieldFor('name', matter);
  const answer = field && answers[field.id];
  return answer?.type === 'words' && answer.words.trim() !== '' ? answer.words : undefined;
}

/** The address question, where this matter has one. */
export function addressField(matter: Matter | undefined): Field | undefined {
  return fieldFor('address', matter) ?? matter?.fields.find((field) => field.type === 'address');
}

function fieldFor(meaning: Remembered, matter: Matter | undefined): Field | undefined {
  return matter?.fields.find((field) => field.remember === meaning);
}
