/** What a person answered, in the form in which it is sent and kept. */

export type Photo = {
  readonly id: string;
  /** Lower-case hex SHA-256 of the bytes. */
  readonly sha256: string;
  readonly bytes: number;
  readonly mime: string;
};

export type DayPart = 'morning' | 'afternoon';

/** `date` is YYYY-MM-DD in the office's own time. */
export type Slot = { readonly date: string; readonly part: DayPart };

export type Answer =
  | { readonly type: 'unknown' }
  | { readonly type: 'words'; readonly words: string }
  | { readonly type: 'date'; readonly date: string }
  | { readonly type: 'slots'; readonly slots: readonly Slot[] }
  | { readonly type: 'choice'; readonly choice: string }
  | { readonly type: 'choices'; readonly choices: readonly string[] }
  | { readonly type: 'money'; /** 1 yuan = 100 fen. */ readonly fen: number }
  | { readonly type: 'yes-no'; readonly yes: boolean }
  | { readonly type: 'address'; readonly building: string; readonly unit: string; readonly room: string }
  | { readonly type: 'photos'; readonly photos: readonly Photo[] };

/** By field id. A field that was passed over or not asked has no entry. */
export type Answers = Readonly<Record<string, Answer>>;

/**
 * An answer while it is being given: whatever is on the screen, right or wrong.
 * It is kept after every key, and never judged before "continue".
 */
export type Entry =
  | { readonly type: 'unknown' }
  /** text, long-text, telephone, resident-id, money */
  | { readonly type: 'typed'; readonly typed: string }
  | { readonly type: 'date'; readonly year: string; readonly month: string; readonly day: string }
  | { readonly type: 'slots'; readonly slots: readonly Slot[] }
  | { readonly type: 'choice'; readonly choice: string }
  | { readonly type: 'choices'; readonly choices: readonly string[] }
  | { readonly type: 'yes-no'; readonly yes: boolean }
  | { readonly type: 'address'; readonly building?: string; readonly unit?: string; readonly room: string }
  | { readonly type: 'photos'; readonly photos: readonly Photo[] };

export type Entries = Readonly<Record<string, Entry>>;

/** Why an entry is not an answer yet. Each has a sentence that says what to do. */
export const ANSWER_REFUSALS = [
  'answer-missing',
  'choice-missing',
  'words-too-long',
  'telephone-wrong-length',
  'telephone-not-digits',
  'id-wrong-length',
  'id-check-digit',
  'id-birth-date',
  'date-incomplete',
  'date-not-real',
  'date-not-past',
  'date-not-future',
  'slots-too-many',
  'money-not-number',
  'money-too-much',
  'address-incomplete',
  'photos-too-many',
  'choice-unknown',
  'answer-wrong-kind',
] as const;
export type AnswerRefusal = (typeof ANSWER_REFUSALS)[number];
