/**
 * Are these answers whole and well formed for this matter? Run on the device before sending, and on
 * the service again. It does not ask what day it is: an answer that was right when it was given stays right.
 */
import type { Field, Matter } from '#domain/matter/matter.ts';
import type { Answer, AnswerRefusal, Answers } from './answer.ts';
import { askedFields, givenFor } from './asked.ts';
import { isDate } from './date.ts';
import { readResidentId } from './resident-id.ts';
import { isTelephone } from './telephone.ts';
import { isBlank, isLongerThan, isWhole } from './typed.ts';

/** Unicode code points of a room: 1-501, 地下室东侧. */
export const ROOM_MOST = 20;
const ID_MOST = 64;

/** The first thing that is not right, in the order of the questions; `undefined` when all is. */
export function checkAnswers(
  matter: Matter,
  answers: Answers,
): { readonly field: string; readonly refusal: AnswerRefusal } | undefined {
  const asked = askedFields(matter, answers);
  for (const field of asked) {
    const refusal = checkAnswer(field, givenFor(answers, field.id));
    if (refusal) return { field: field.id, refusal };
  }
  // Nothing is kept that was not asked.
  const extra = Object.keys(answers).find((id) => !asked.some((field) => field.id === id));
  return extra === undefined ? undefined : { field: extra, refusal: 'answer-wrong-kind' };
}

/** What is said when a question has no answer. */
export function missing(field: Field): AnswerRefusal {
  return field.type === 'choice' || field.type === 'choices' || field.type === 'yes-no'
    ? 'choice-missing'
    : 'answer-missing';
}

function checkAnswer(field: Field, answer: Answer | undefined): AnswerRefusal | undefined {
  if (!answer) return field.optional ? undefined : missing(field);
  if (answer.type === 'unknown') return field.unknown ? undefined : 'answer-wrong-kind';

  switch (field.type) {
    case 'text':
    case 'long-text':
      if (answer.type !== 'words' || !isWhole(answer.words)) return 'answer-wrong-kind';
      if (isLongerThan(answer.words, field.maxLength)) return 'words-too-long';
      return isBlank(answer.words) ? 'answer-missing' : undefined;
    case 'telephone':
      if (answer.type !== 'words') return 'answer-wrong-kind';
      return isTelephone(answer.words) ? undefined : 'telephone-wrong-length';
    case 'resident-id': {
      if (answer.type !== 'words') return 'answer-wrong-kind';
      const id = readResidentId(answer.words);
      if (!id.ok) return id.reason;
      return id.value === answer.words ? undefined : 'answer-wrong-kind';
    }
    case 'date':
      if (answer.type !== 'date') return 'answer-wrong-kind';
      return isDate(answer.date) ? undefined : 'date-not-real';
    case 'slots':
      if (answer.type !== 'slots') return 'answer-wrong-kind';
      if (answer.slots.length === 0) return 'answer-missing';
      if (answer.slots.length > field.most) return 'slots-too-many';
      return answer.slots.every(({ date }) => isDate(date)) ? undefined : 'date-not-real';
    case 'choice':
      if (answer.type !== 'choice') return 'answer-wrong-kind';
      return isOption(field, answer.choice) ? undefined : 'choice-unknown';
    case 'choices':
      if (answer.type !== 'choices') return 'answer-wrong-kind';
      if (answer.choices.length === 0) return 'choice-missing';
      return answer.choices.every((id) => isOption(field, id)) ? undefined : 'choice-unknown';
    case 'money':
      if (answer.type !== 'money' || !Number.isSafeInteger(answer.fen) || answer.fen < 0)
        return 'answer-wrong-kind';
      return answer.fen > field.mostYuan * 100 ? 'money-too-much' : undefined;
    case 'yes-no':
      return answer.type === 'yes-no' ? undefined : 'answer-wrong-kind';
    case 'address':
      if (answer.type !== 'address') return 'answer-wrong-kind';
      return checkAddress(answer);
    case 'photos':
      if (answer.type !== 'photos') return 'answer-wrong-kind';
      if (answer.photos.length === 0) return 'answer-missing';
      return answer.photos.length > field.most ? 'photos-too-many' : undefined;
  }
}

function checkAddress(place: {
  readonly building: string;
  readonly unit: string;
  readonly room: string;
}): AnswerRefusal | undefined {
  if ([place.building, place.unit, place.room].some(isBlank)) return 'address-incomplete';
  if (![place.building, place.unit, place.room].every(isWhole)) return 'answer-wrong-kind';
  const long =
    isLongerThan(place.room, ROOM_MOST) || place.building.length > ID_MOST || place.unit.length > ID_MOST;
  return long ? 'words-too-long' : undefined;
}

function isOption(field: Field & { readonly type: 'choice' | 'choices' }, id: string): boolean {
  return field.options.some((option) => option.id === id);
}
