/**
 * Which questions are asked, and in which order. A question whose condition does not hold is not
 * asked, and an answer once given to it counts no more; so conditions may stand on conditions.
 *
 * `given` may be entries or answers. Ids come from files and from the wire, so that "constructor" is an id like any other.
 */
import type { Condition, Field, Matter } from '#domain/matter/matter.ts';
import type { Answer, Answers, Entries, Entry } from './answer.ts';

export type Given = Answers | Entries;

export function askedFields(matter: Matter, given: Given): readonly Field[] {
  const asked: Field[] = [];
  for (const field of matter.fields) {
    if (!field.onlyIf || holds(field.onlyIf, asked, given)) asked.push(field);
  }
  return asked;
}

/** Does the condition hold? Not by an answer to a question that is no longer asked. */
export function isHeld(condition: Condition, matter: Matter, given: Given): boolean {
  return holds(condition, askedFields(matter, given), given);
}

/** The question after this one; `undefined` when the check page comes next. */
export function nextField(matter: Matter, given: Given, fieldId: string): Field | undefined {
  const place = placeOf(matter, fieldId);
  return askedFields(matter, given).find((field) => placeOf(matter, field.id) > place);
}

/** The question before this one. Any id that is not a field's, like `check`, stands after the last. */
export function previousField(matter: Matter, given: Given, fieldId: string): Field | undefined {
  const place = placeOf(matter, fieldId);
  return [...askedFields(matter, given)].reverse().find((field) => placeOf(matter, field.id) < place);
}

/** "Question n of so many": true for what has been answered until now. */
export function stepOf(
  matter: Matter,
  given: Given,
  fieldId: string,
): { readonly n: number; readonly of: number } {
  const place = placeOf(matter, fieldId);
  const asked = askedFields(matter, given);
  return { n: asked.filter((field) => placeOf(matter, field.id) <= place).length, of: asked.length };
}

/** What was given for a field, or said about it, and nothing that every object has by birth. */
export function givenFor<One>(given: Readonly<Record<string, One>>, fieldId: string): One | undefined {
  // Not Object.hasOwn: phones of 2021 do not have it.
  return Object.prototype.hasOwnProperty.call(given, fieldId) ? given[fieldId] : undefined;
}

function placeOf(matter: Matter, fieldId: string): number {
  const place = matter.fields.findIndex((field) => field.id === fieldId);
  return place === -1 ? matter.fields.length : place;
}

function holds({ field, is }: Condition, asked: readonly Field[], given: Given): boolean {
  if (!asked.some(({ id }) => id === field)) return false;
  const one = givenFor<Answer | Entry>(given, field);
  switch (one?.type) {
    case 'choice':
      return one.choice === is;
    case 'choices':
      return one.choices.includes(is);
    case 'yes-no':
      return is === (one.yes ? 'yes' : 'no');
    default:
      return false; // "I don't know" holds nothing
  }
}
