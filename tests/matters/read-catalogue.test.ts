/** The catalogue as a whole: either all of it can be trusted, or everything that is wrong is said at once. */
import { expect, test } from 'vitest';
import { readCatalogue } from '#matters/read-catalogue.ts';
import { sayProblem } from '#matters/problem.ts';
import { blocks, files } from './catalogue-files.ts';

const MEALS = '/src/matters/catalogue/meals.json';

function problemsOf(changed: Record<string, unknown>, given: unknown = blocks): readonly string[] {
  const read = readCatalogue({ ...files, ...changed }, given);
  return read.ok ? [] : read.reason.map(sayProblem);
}
function meals(over: object) {
  return { ...structuredClone(files[MEALS] as object), ...over }; // the real file is an object
}

test('two matters cannot stand in the same place of the home screen', () => {
  expect(problemsOf({ [MEALS]: meals({ home: 1 }) })).toEqual([
    `${MEALS}: home: place 1 on the home screen is already taken by /src/matters/catalogue/home-repair.json`,
  ]);
});

test('the same matter in the same version cannot come from two files', () => {
  const problems = problemsOf({
    '/elsewhere/meals.json': meals({ home: 5, title: { 'zh-CN': '吃饭', en: 'Food' } }),
  });
  expect(problems).toEqual([`/elsewhere/meals.json: version: meals, version 1 is already taken by ${MEALS}`]);
});

test('two matters cannot bear the same name', () => {
  expect(problemsOf({ [MEALS]: meals({ title: { 'zh-CN': '陪您看病', en: 'Food' } }) })).toEqual([
    `${MEALS}: title.zh-CN: the title 陪您看病 is already taken by /src/matters/catalogue/hospital-escort.json`,
  ]);
});

test('a block with a slip is told once, however many matters use it; a block nobody uses is told too', () => {
  const broken = { ...blocks, name: { ...blocks.name, maxLength: 'long' }, spare: { id: 'spare' } };
  expect(problemsOf({}, broken)).toEqual([
    'blocks.json: name.maxLength: should be number, but is "long"',
    'blocks.json: spare: no matter uses this block',
  ]);
});

test('one bad file refuses the whole catalogue', () => {
  expect(problemsOf({ '/src/matters/catalogue/new.json': { id: 'new' } }).length).toBeGreaterThan(5);
  expect(problemsOf({}, 'no blocks')).toEqual(['blocks.json: should be an object of blocks by name']);
});
