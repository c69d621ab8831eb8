/**
 * The shape of one matter, after its blocks are filled in: which keys, of which kind, how long.
 *
 * Unknown keys are refused, so that a slip of the pen is named instead of ignored. What fits the
 * shape but makes no sense is found by `meaning.ts`.
 */
import * as v from 'valibot';
import { ICON_NAMES, type Field, type Matter } from '#domain/matter/matter.ts';
import { WORDS_MOST } from '#domain/request/may-hold.ts';

/** The languages that every matter is written in; others may be added. */
export const LANGUAGES = ['zh-CN', 'en'] as const;

const written = v.pipe(v.string(), v.regex(/\S/u, 'is empty: say it in this language too'));
const words = v.objectWithRest({ 'zh-CN': written, en: written }, written);

/** Chinese characters and punctuation both count: it is the width on the screen that matters. */
const shortWords = (most: number) =>
  v.objectWithRest(
    {
      'zh-CN': v.pipe(
        written,
        v.check(
          (text) => Array.from(text).length <= most,
          `is too long: at most ${most} signs fit on the screen`,
        ),
      ),
      en: written,
    },
    written,
  );

const id = v.pipe(
  v.string(),
  v.regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/u, 'should be small letters and digits joined by hyphens'),
  v.maxLength(40, 'is too long: at most 40 letters'),
);
const count = (least: number, most: number) => {
  const says = `should be a whole number from ${least} to ${most}`;
  return v.pipe(v.number(), v.integer(says), v.minValue(least, says), v.maxValue(most, says));
};
const yes = v.exactOptional(v.literal(true));
const condition = v.strictObject({ field: id, is: id });

const common = {
  id,
  question: words,
  label: words,
  hint: v.exactOptional(words),
  why: words,
  keepDays: count(1, 3650),
  optional: yes,
  unknown: yes,
  onlyIf: v.exactOptional(condition),
  remember: v.exactOptional(
    v.picklist(['name', 'telephone', 'resident-id', 'address', 'contact-name', 'contact-telephone']),
  ),
  sensitive: v.exactOptional(v.picklist(['identity', 'health', 'money'])),
};
const options = v.pipe(
  v.array(v.strictObject({ id, label: words, hint: v.exactOptional(words) })),
  v.minLength(2, 'needs at least two options'),
);

const field: v.GenericSchema<unknown, Field> = v.variant('type', [
  v.strictObject({ ...common, type: v.literal('text'), maxLength: count(1, 200) }),
  v.strictObject({ ...common, type: v.literal('long-text'), maxLength: count(50, WORDS_MOST) }),
  v.strictObject({ ...common, type: v.picklist(['telephone', 'resident-id', 'address']) }),
  v.strictObject({ ...common, type: v.literal('date'), range: v.picklist(['past', 'future', 'any']) }),
  v.strictObject({ ...common, type: v.literal('slots'), most: count(1, 6), days: count(1, 30) }),
  v.strictObject({ ...common, type: v.picklist(['choice', 'choices']), options }),
  v.strictObject({ ...common, type: v.literal('money'), mostYuan: count(1, 1_000_000) }),
  v.strictObject({
    ...common,
    type: v.literal('yes-no'),
    callAtOnce: v.exactOptional(v.picklist(['yes', 'no'])),
  }),
  v.strictObject({ ...common, type: v.literal('photos'), most: count(1, 3) }),
]);

const limit = v.strictObject({
  urgency: v.picklist(['danger', 'utility', 'ordinary']),
  when: v.exactOptional(condition),
  within: v.union(
    [v.strictObject({ hours: count(1, 240) }), v.strictObject({ workingDays: count(1, 120) })],
    'should be {"hours": 1 to 240} or {"workingDays": 1 to 120}',
  ),
  source: v.strictObject({
    line: words,
    checked: v.pipe(v.string(), v.isoDate('should be a day as YYYY-MM-DD')),
  }),
});

export const matterShape: v.GenericSchema<unknown, Matter> = v.strictObject({
  id,
  version: count(1, 1_000_000),
  icon: v.picklist(ICON_NAMES),
  home: v.exactOptional(count(1, 5)),
  title: shortWords(8),
  line: shortWords(14),
  about: words,
  notFor: v.exactOptional(words),
  minutes: count(1, 30),
  materials: v.array(v.strictObject({ what: words, later: yes })),
  filers: v.pipe(
    v.array(v.picklist(['resident', 'family', 'worker', 'anonymous'])),
    v.minLength(1, 'needs at least one: who may file?'),
  ),
  accountable: words,
  desk: id,
  limits: v.pipe(v.array(limit), v.minLength(1, 'needs at least one time limit')),
  withoutPhone: v.strictObject({ window: words, telephone: words, homeVisit: words }),
  fields: v.pipe(v.array(field), v.minLength(1, 'needs at least one question')),
});

/** What is wrong with the shape, in words. */
export function sayIssue(issue: v.BaseIssue<unknown>): string {
  if (issue.kind === 'validation') return issue.message;
  if (issue.type === 'union') return issue.message;
  if (issue.expected === 'never') return 'is not a key that belongs here';
  if (issue.received === 'undefined') return 'is missing';
  return `should be ${issue.expected}, but is ${issue.received}`;
}
