/** Whoever writes a matter file with a slip in it is told the file and the place. */
import { expect, test } from 'vitest';
import { readBlocks, type Blocks } from '#matters/blocks.ts';
import { checkMatter, sayProblem } from '#matters/check-matter.ts';

const both = (text: string) => ({ 'zh-CN': `${text}。`, en: text });
const FILE = 'src/matters/catalogue/lamp.json';

/** A small matter without mistakes; each test puts one in. */
function lamp() {
  return {
    id: 'lamp',
    version: 1,
    icon: 'street',
    title: both('lamp'),
    line: both('line'),
    about: both('about'),
    minutes: 2,
    materials: [{ what: both('photo'), later: true }],
    filers: ['resident'],
    accountable: both('office'),
    desk: 'street',
    limits: [
      {
        urgency: 'danger',
        when: { field: 'danger', is: 'yes' },
        within: { hours: 2 },
        source: { line: both('rule'), checked: '2026-11-21' },
      },
      {
        urgency: 'ordinary',
        within: { workingDays: 5 },
        source: { line: both('rule'), checked: '2026-11-21' },
      },
    ],
    withoutPhone: { window: both('w'), telephone: both('t'), homeVisit: both('h') },
    fields: [
      field('kind', {
        type: 'choice',
        options: [
          { id: 'dark', label: both('dark') },
          { id: 'broken', label: both('broken') },
        ],
      }),
      field('danger', { type: 'yes-no' }),
      field('place', { type: 'text', maxLength: 50, onlyIf: { field: 'kind', is: 'dark' } }),
      { block: 'telephone' },
    ],
  };
}
function field(id: string, rest: object) {
  return { id, question: both(`${id}?`), label: both(id), why: both('why'), keepDays: 30, ...rest };
}
const blocks = { telephone: field('telephone', { type: 'telephone', remember: 'telephone' }) };

/** Puts `value` at a path of a copy; `undefined` takes the key away. */
function change(json: unknown, path: string, value: unknown): unknown {
  const copy = structuredClone(json);
  const steps = path.split('.');
  const last = steps.pop() ?? '';
  let node = copy as Record<string, unknown>; // the paths of the tables below exist
  for (const step of steps) node = node[step] as Record<string, unknown>; // as above
  if (value === undefined) delete node[last];
  else node[last] = value;
  return copy;
}

function problemsOf(json: unknown, given: unknown = blocks, file = FILE): readonly string[] {
  const known = readBlocks(given);
  if (!known.ok) return known.reason.map(sayProblem);
  const checked = checkMatter(file, json, known.value);
  return checked.ok ? [] : checked.reason.map(sayProblem);
}

test('a matter without mistakes is read, with its blocks filled in', () => {
  const checked = checkMatter(FILE, lamp(), blocks as Blocks); // the blocks above are objects by name
  expect(checked).toMatchObject({
    ok: true,
    value: { id: 'lamp', fields: [{}, {}, {}, { id: 'telephone', keepDays: 30 }] },
  });
  expect(JSON.stringify(checked)).not.toContain('"block"');
});

test.each([
  ['a field of a type that does not exist', 'fields.1.type', 'yes-maybe', 'fields[1].type: should be ('],
  ['a wrong type of value', 'minutes', 'three', 'minutes: should be number, but is "three"'],
  [
    'a question without English',
    'fields.0.question',
    { 'zh-CN': '问？' },
    'fields[0].question.en: is missing',
  ],
  [
    'an option whose English is blank',
    'fields.0.options.0.label.en',
    ' ',
    'fields[0].options[0].label.en: is empty',
  ],
  ['no reason why it is asked', 'fields.0.why', undefined, 'fields[0].why: is missing'],
  ['no time after which the answer goes', 'fields.0.keepDays', undefined, 'fields[0].keepDays: is missing'],
  ['a misspelt key', 'fields.0.onlyif', true, 'fields[0].onlyif: is not a key that belongs here'],
  [
    'a choice with nothing to choose',
    'fields.0.options',
    [],
    'fields[0].options: needs at least two options',
  ],
  [
    'a text with no length',
    'fields.2.maxLength',
    0,
    'fields[2].maxLength: should be a whole number from 1 to 200',
  ],
  [
    'four photos',
    'fields.1',
    field('danger', { type: 'photos', most: 4 }),
    'fields[1].most: should be a whole number from 1 to 3',
  ],
  [
    'a title too long for the screen',
    'title.zh-CN',
    '一二三四五六七八九',
    'title.zh-CN: is too long: at most 8 signs',
  ],
  [
    'a line too long for the screen',
    'line.zh-CN',
    '一二三四五六七八九十一二三四五',
    'line.zh-CN: is too long: at most 14 signs',
  ],
  ['no desk', 'desk', '', 'desk: should be small letters'],
  ['no way by telephone', 'withoutPhone.telephone', undefined, 'withoutPhone.telephone: is missing'],
  ['no time limit', 'limits', [], 'limits: needs at least one time limit'],
  ['a limit in weeks', 'limits.1.within', { weeks: 1 }, 'limits[1].within: should be {"hours"'],
  [
    'a limit checked on no real day',
    'limits.1.source.checked',
    'November',
    'limits[1].source.checked: should be a day',
  ],
  ['a picture that nobody drew', 'icon', 'unicorn', 'icon: should be ('],
  ['nobody who may file', 'filers', [], 'filers: needs at least one'],
  ['a sixth tile', 'home', 6, 'home: should be a whole number from 1 to 5'],
  ['another name than the file’s', 'id', 'lantern', 'id: the file should be called lantern.json'],
  ['a name used twice', 'fields.1.id', 'kind', 'fields[1].id: "kind" is used twice'],
  ['a question asked twice', 'fields.1.question', both('kind?'), 'fields[1].question.zh-CN: is asked twice'],
  ['an option used twice', 'fields.0.options.1.id', 'dark', 'fields[0].options[1]: "dark" is used twice'],
  [
    'a condition on no field',
    'fields.2.onlyIf.field',
    'colour',
    'fields[2].onlyIf.field: there is no field "colour"',
  ],
  [
    'a condition on a later field',
    'fields.0.onlyIf',
    { field: 'danger', is: 'yes' },
    'fields[0].onlyIf.field: "danger" is not asked before this',
  ],
  [
    'a condition on itself',
    'fields.1.onlyIf',
    { field: 'danger', is: 'yes' },
    'fields[1].onlyIf.field: "danger" is not asked before this',
  ],
  ['a condition on words', 'limits.0.when.field', 'place', 'limits[0].when.field: "place" is of type text'],
  [
    'a condition on no option',
    'fields.2.onlyIf.is',
    'green',
    'fields[2].onlyIf.is: "kind" has no answer "green" (it has: dark, broken)',
  ],
  [
    'a limit for a yes that is no yes',
    'limits.0.when.is',
    'true',
    'limits[0].when.is: "danger" has no answer "true"',
  ],
  [
    'a last limit with a condition',
    'limits.1.when',
    { field: 'kind', is: 'dark' },
    'limits[1].when: the last limit holds',
  ],
  ['a limit that hides those after it', 'limits.0.when', undefined, 'limits[0]: needs "when"'],
  ['a name that must be given namelessly', 'filers', ['anonymous'], 'fields[3]: must be optional'],
  [
    'an address kept as a telephone',
    'fields.3',
    { block: 'telephone', remember: 'address' },
    'fields[3].remember: "address" needs a field of type address',
  ],
  [
    'an ID number without care',
    'fields.1',
    field('danger', { type: 'resident-id' }),
    'fields[1]: a resident ID needs "sensitive"',
  ],
  [
    'more slots than there are',
    'fields.1',
    field('danger', { type: 'slots', most: 5, days: 2 }),
    'fields[1].most: is more than 2 days have',
  ],
  [
    'photos that must be taken',
    'fields.1',
    field('danger', { type: 'photos', most: 1 }),
    'fields[1]: photos must be optional',
  ],
  [
    'a block that does not exist',
    'fields.3',
    { block: 'telefone' },
    'fields[3].block: there is no block "telefone"',
  ],
])('%s is named with its place', (_, path, value, expected) => {
  const problems = problemsOf(change(lamp(), path, value));
  expect(problems.join('\n')).toContain(`${FILE}: ${expected}`);
});

test('a matter filed without a name may still ask for the telephone of whoever wants a call', () => {
  const called = { block: 'telephone', onlyIf: { field: 'danger', is: 'yes' } };
  expect(problemsOf(change(change(lamp(), 'filers', ['anonymous']), 'fields.3', called))).toEqual([]);
});

test('one slip gives one line, and three slips give three', () => {
  expect(problemsOf(change(lamp(), 'fields.3', { block: 'telefone' }))).toHaveLength(1);
  const three = change(change(change(lamp(), 'desk', ''), 'version', 0), 'fields.0.label.en', '');
  expect(problemsOf(three)).toHaveLength(3);
});

test('a slip in a block is shown in the blocks’ file, a slip beside it in the matter’s', () => {
  expect(problemsOf(lamp(), change(blocks, 'telephone.why', undefined))).toEqual([
    'blocks.json: telephone.why: is missing',
  ]);
  const beside = change(lamp(), 'fields.3', { block: 'telephone', keepDays: -1 });
  expect(problemsOf(beside)).toEqual([
    `${FILE}: fields[3].keepDays: should be a whole number from 1 to 3650`,
  ]);
  expect(problemsOf(lamp(), { telephone: 3 })).toEqual(['blocks.json: telephone: should be an object']);
  expect(problemsOf(lamp(), [])).toEqual(['blocks.json: should be an object of blocks by name']);
});

test.each([
  ['nothing', null],
  ['a list', []],
  ['a word', 'lamp'],
])('a file with %s in it is named as a whole', (_, json) => {
  expect(problemsOf(json)[0]).toMatch(/^src\/matters\/catalogue\/lamp\.json: /u);
});
