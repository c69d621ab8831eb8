/**
 * An answer in a person's words, for the check page, the trail and the hall.
 *
 * Long texts come back whole: nothing that a person wrote is cut. Pictures are only counted here.
 */
import type { Answer, Entry } from '#domain/answers/answer.ts';
import { readEntry } from '#domain/answers/read-entry.ts';
import type { Field } from '#domain/matter/matter.ts';
import type { Office } from '#domain/office/office.ts';
import { inLanguage } from '#domain/words.ts';
import type { Language, T } from './i18n.ts';

export type AnswerWordsContext = {
  readonly t: T;
  readonly language: Language;
  /** Names of buildings; without it an address shows its own signs. */
  readonly office: Office | undefined;
  /** For screens that others can see: only the last four of an ID number or a telephone are shown. */
  readonly masked?: boolean;
};

/** Stands for a building or a unit that the office has not listed: then the room holds the address in words. */
export const UNLISTED = 'unlisted';

/** What stands in a draft: as an answer where it is one, else as it was typed. `today` is YYYY-MM-DD. */
export function sayEntry(
  field: Field,
  entry: Entry | undefined,
  context: AnswerWordsContext & { readonly today: string },
): string {
  const read = readEntry(field, entry, context.today);
  if (read.ok) return sayAnswer(field, read.value, context);
  if (entry?.type === 'typed' && entry.typed !== '') return sayTyped(field, entry.typed, context);
  return entry?.type === 'photos'
    ? context.t('common:photos', { number: entry.photos.length })
    : context.t('check:not_yet');
}

export function sayAnswer(field: Field, answer: Answer | undefined, context: AnswerWordsContext): string {
  const { t, language } = context;
  if (!answer) return t('common:not_answered');
  switch (answer.type) {
    case 'unknown':
      return t('common:unknown');
    case 'words':
      return sayTyped(field, answer.words, context);
    case 'date':
      return sayWholeDay(answer.date, language, false);
    case 'slots':
      return listed(
        answer.slots.map(({ date, part }) => `${sayWholeDay(date, language, true)} ${t(`common:${part}`)}`),
        language,
      );
    case 'choice':
      return optionLabel(field, answer.choice, language);
    case 'choices':
      return listed(
        answer.choices.map((choice) => optionLabel(field, choice, language)),
        language,
      );
    case 'money':
      return t('common:yuan', { amount: new Intl.NumberFormat(language).format(answer.fen / 100) });
    case 'yes-no':
      return answer.yes ? t('common:yes') : t('common:no');
    case 'address':
      return sayAddress(answer, context);
    case 'photos':
      return answer.photos.length === 0
        ? t('common:not_answered')
        : t('common:photos', { number: answer.photos.length });
  }
}

/** 11月22日 星期日: the same words on every later day. A birthday needs its year, a visit its weekday. */
export function sayWholeDay(date: string, language: Language, isVisit: boolean): string {
  const day = new Date(`${date}T12:00:00Z`);
  if (Number.isNaN(day.getTime())) return date;
  const form: Intl.DateTimeFormatOptions = isVisit
    ? { month: 'long', day: 'numeric', weekday: 'long' }
    : { year: 'numeric', month: 'long', day: 'numeric' };
  return new Intl.DateTimeFormat(language, { ...form, timeZone: 'UTC' }).format(day);
}

function sayTyped(field: Field, words: string, { t, masked }: AnswerWordsContext): string {
  if (!masked || (field.type !== 'resident-id' && field.type !== 'telephone')) return words;
  return t('common:last_digits', { digits: words.slice(-4) });
}

function optionLabel(field: Field, id: string, language: Language): string {
  const options = field.type === 'choice' || field.type === 'choices' ? field.options : [];
  const option = options.find((one) => one.id === id);
  // An option of another version of the matter: its sign is better than nothing.
  return option ? inLanguage(option.label, language) : id;
}

function sayAddress(
  { building, unit, room }: Extract<Answer, { readonly type: 'address' }>,
  { office, language }: AnswerWordsContext,
): string {
  if (building === UNLISTED) return room;
  const house = office?.buildings.find((one) => one.id === building);
  const stairs = house?.units.find((one) => one.id === unit);
  const parts = [
    house ? inLanguage(house.name, language) : building,
    stairs ? inLanguage(stairs.name, language) : unit,
  ];
  return language === 'zh-CN' ? [...parts, room].join('') : [...parts, room].join(', ');
}

const listed = (parts: readonly string[], language: Language): string =>
  parts.join(language === 'zh-CN' ? '、' : ', ');
