/**
 * A matter (事项): one kind of request in the catalogue, described as data.
 *
 * Everything that differs between matters is in here; no code knows a matter by its
 * name. A request keeps the version of the matter that it began with.
 */
import type { Words } from '#domain/words.ts';

export type Urgency = 'danger' | 'utility' | 'ordinary';

/** True when the answer to `field` is the option `is`; for yes/no questions `is` is `yes` or `no`. */
export type Condition = { readonly field: string; readonly is: string };

export type Option = { readonly id: string; readonly label: Words; readonly hint?: Words };

/** What the resident's own device offers again next time, so that nothing is asked twice. */
export type Remembered =
  | 'name'
  | 'telephone'
  | 'resident-id'
  | 'address'
  | 'contact-name'
  | 'contact-telephone';

/** Data that needs its own care under PIPL Art. 28. */
export type Sensitive = 'identity' | 'health' | 'money';

type FieldCommon = {
  /** Unique inside the matter; kebab-case. */
  readonly id: string;
  /** The question, as one would say it aloud. */
  readonly question: Words;
  /** The short name of the answer, for lists: 电话, 哪里坏了. */
  readonly label: Words;
  readonly hint?: Words;
  /** Why it is asked: one sentence. */
  readonly why: Words;
  /** Days that the answer is kept after the request is closed. */
  readonly keepDays: number;
  /** The question may be passed over. */
  readonly optional?: true;
  /** "I don't know" is offered as an answer. */
  readonly unknown?: true;
  /** Asked only when this holds. The field named must come earlier. */
  readonly onlyIf?: Condition;
  readonly remember?: Remembered;
  readonly sensitive?: Sensitive;
};

export type Field = FieldCommon &
  (
    | { readonly type: 'text' | 'long-text'; /** Unicode code points. */ readonly maxLength: number }
    | { readonly type: 'telephone' | 'resident-id' | 'address' }
    | { readonly type: 'date'; readonly range: 'past' | 'future' | 'any' }
    | {
        readonly type: 'slots';
        /** The most slots one may choose. */
        readonly most: number;
        /** How many days, from tomorrow on, are offered. */
        readonly days: number;
      }
    | { readonly type: 'choice' | 'choices'; readonly options: readonly Option[] }
    | { readonly type: 'money'; /** The largest amount taken, in yuan. */ readonly mostYuan: number }
    | {
        readonly type: 'yes-no';
        /** This answer shows the telephone at once: danger to life or property. */
        readonly callAtOnce?: 'yes' | 'no';
      }
    | { readonly type: 'photos'; /** At most 3. */ readonly most: number }
  );

export type FieldType = Field['type'];

/** How long the office has. The first limit whose condition holds is the one; the last has no condition. */
export type Limit = {
  readonly urgency: Urgency;
  readonly when?: Condition;
  readonly within: { readonly hours: number } | { readonly workingDays: number };
  /** Where the figure comes from, for people, with the day it was checked (YYYY-MM-DD). */
  readonly source: { readonly line: Words; readonly checked: string };
};

export type Filer = 'resident' | 'family' | 'worker' | 'anonymous';

export type Material = {
  readonly what: Words;
  /** May follow after filing. */
  readonly later?: true;
};

export type Matter = {
  readonly id: string;
  /** Counts up with each change that a resident or a worker could notice. */
  readonly version: number;
  readonly icon: IconName;
  /** Place on the home screen (1 first); without it the matter is behind "more". */
  readonly home?: number;
  /** Everyday name, at most 8 signs in Chinese. */
  readonly title: Words;
  /** A line under the name: at most 14 signs in Chinese. */
  readonly line: Words;
  /** What it is, one or two spoken sentences. */
  readonly about: Words;
  /** What it is not, or who should go another way. */
  readonly notFor?: Words;
  /** Honest time to fill it in. */
  readonly minutes: number;
  readonly materials: readonly Material[];
  readonly filers: readonly Filer[];
  /** Who answers for it, as an institution. */
  readonly accountable: Words;
  /** Key of `Office.duty`: whose desk receives it first. */
  readonly desk: string;
  readonly limits: readonly Limit[];
  /** The ways without a phone. None of them ever closes. */
  readonly withoutPhone: { readonly window: Words; readonly telephone: Words; readonly homeVisit: Words };
  readonly fields: readonly Field[];
};

export const ICON_NAMES = [
  'home-repair',
  'cleaning',
  'meal',
  'escort',
  'allowance',
  'voucher',
  'handrail',
  'visit',
  'life-proof',
  'street',
  'complaint',
] as const;
export type IconName = (typeof ICON_NAMES)[number];
