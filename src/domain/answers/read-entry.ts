/**
 * From what is on the screen to an answer, and back. Reading forgives what can be understood and
 * refuses the rest by name; it never changes a person's words, only the wrapping of numbers.
 */
import type { Field, Matter } from '#domain/matter/matter.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import type { Answer, AnswerRefusal, Answers, Entries, Entry } from './answer.ts';
import { askedFields, givenFor } from './asked.ts';
import { missing, ROOM_MOST } from './check-answers.ts';
import { isDate, readDate } from './date.ts';
import { readMoney, writeMoney } from './money.ts';
import { readResidentId } from './resident-id.ts';
import { readTelephone } from './telephone.ts';
import { isBlank, isLongerThan, keepable, withoutSpaces } from './typed.ts';

type Reading = Result<Answer | undefined, AnswerRefusal>;

/**
 * One question, when the person goes on. `undefined` is the answer of one who passed an optional question over.
 * `today` is YYYY-MM-DD in the office's time.
 */
export function readEntry(field: Field, entry: Entry | undefined, today: string): Reading {
  if (!entry || isEmpty(entry)) return field.optional ? ok(undefined) : refuse(missing(field));
  if (entry.type === 'unknown') return field.unknown ? ok(entry) : refuse(missing(field));

  switch (field.type) {
    case 'text':
    case 'long-text':
      return entry.type === 'typed' ? readWords(entry.typed, field.maxLength) : wrongKind;
    case 'telephone':
      return entry.type === 'typed' ? asWords(readTelephone(entry.typed)) : wrongKind;
    case 'resident-id':
      return entry.type === 'typed' ? asWords(readResidentId(entry.typed, today)) : wrongKind;
    case 'money': {
      if (entry.type !== 'typed') return wrongKind;
      const fen = readMoney(entry.typed, field.mostYuan);
      return fen.ok ? ok({ type: 'money', fen: fen.value }) : fen;
    }
    case 'date': {
      if (entry.type !== 'date') return wrongKind;
      const date = readDate(entry, field.range, today);
      return date.ok ? ok({ type: 'date', date: date.value }) : date;
    }
    case 'slots': {
      if (entry.type !== 'slots') return wrongKind;
      const slots = entry.slots.filter(
        (slot, n) => entry.slots.findIndex((one) => one.date === slot.date && one.part === slot.part) === n,
      );
      if (slots.length > field.most) return refuse('slots-too-many');
      if (!slots.every(({ date }) => isDate(date))) return refuse('date-not-real');
      // A draft may have waited for days: nobody can come yesterday.
      return slots.every(({ date }) => date > today)
        ? ok({ type: 'slots', slots })
        : refuse('date-not-future');
    }
    case 'choice':
      if (entry.type !== 'choice') return wrongKind;
      return field.options.some(({ id }) => id === entry.choice) ? ok(entry) : refuse('choice-unknown');
    case 'choices': {
      if (entry.type !== 'choices') return wrongKind;
      if (!entry.choices.every((choice) => field.options.some(({ id }) => id === choice)))
        return refuse('choice-unknown');
      return ok({ type: 'choices', choices: [...new Set(entry.choices)] });
    }
    case 'yes-no':
      return entry.type === 'yes-no' ? ok(entry) : wrongKind;
    case 'address':
      return entry.type === 'address' ? readAddress(entry) : wrongKind;
    case 'photos':
      if (entry.type !== 'photos') return wrongKind;
      return entry.photos.length > field.most ? refuse('photos-too-many') : ok(entry);
  }
}

/** All questions that are asked now, read; or every one that needs another look. What is not asked is left out. */
export function answersOf(
  matter: Matter,
  entries: Entries,
  today: string,
): Result<Answers, readonly { readonly field: string; readonly refusal: AnswerRefusal }[]> {
  const readings = askedFields(matter, entries).map((field) => ({
    field: field.id,
    reading: readEntry(field, givenFor(entries, field.id), today),
  }));
  const refused = readings.flatMap(({ field, reading }) =>
    reading.ok ? [] : [{ field, refusal: reading.reason }],
  );
  if (refused.length > 0) return refuse(refused);
  return ok(
    Object.fromEntries(
      readings.flatMap(({ field, reading }) => (reading.ok && reading.value ? [[field, reading.value]] : [])),
    ),
  );
}

/** The answer as it would stand on the screen, for "change" and for mending a refused request. */
export function entryOf(answer: Answer): Entry {
  switch (answer.type) {
    case 'words':
      return { type: 'typed', typed: answer.words };
    case 'money':
      return { type: 'typed', typed: writeMoney(answer.fen) };
    case 'date': {
      const [year = '', month = '', day = ''] = answer.date.split('-');
      return { type: 'date', year, month, day };
    }
    default:
      return answer;
  }
}

const wrongKind = refuse<AnswerRefusal>('answer-wrong-kind');

function isEmpty(entry: Entry): boolean {
  switch (entry.type) {
    case 'typed':
      return isBlank(keepable(entry.typed));
    case 'date':
      return [entry.year, entry.month, entry.day].every(isBlank);
    case 'slots':
      return entry.slots.length === 0;
    case 'choice':
      return entry.choice === '';
    case 'choices':
      return entry.choices.length === 0;
    case 'address':
      return [entry.building ?? '', entry.unit ?? '', entry.room].every(isBlank);
    case 'photos':
      return entry.photos.length === 0;
    default:
      return false;
  }
}

function readWords(typed: string, most: number): Reading {
  const words = keepable(typed);
  return isLongerThan(words, most) ? refuse('words-too-long') : ok({ type: 'words', words });
}

function asWords<Reason extends AnswerRefusal>(read: Result<string, Reason>): Reading {
  return read.ok ? ok({ type: 'words', words: read.value }) : read;
}

function readAddress(entry: Entry & { readonly type: 'address' }): Reading {
  const { building = '', unit = '' } = entry;
  const room = keepable(withoutSpaces(entry.room).replace(/[室号房]$/u, ''));
  if (building === '' || unit === '' || room === '') return refuse('address-incomplete');
  return isLongerThan(room, ROOM_MOST)
    ? refuse('words-too-long')
    : ok({ type: 'address', building, unit, room });
}
