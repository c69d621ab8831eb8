/** Promises that the catalogue itself makes to residents: short, complete, asked once, and never only by phone. */
import { describe, expect, test } from 'vitest';
import { ICON_NAMES, type FieldType } from '#domain/matter/matter.ts';
import { readCatalogue } from '#matters/read-catalogue.ts';
import { tileOf } from '#matters/tile.ts';
import { blocks, files, realMatters, textsIn } from './catalogue-files.ts';

const matters = realMatters();
const named = matters.map((matter) => [matter.id, matter] as const);

test('the catalogue is whole, and opens with the four most used matters', () => {
  expect(readCatalogue(files, blocks)).toMatchObject({ ok: true });
  expect(matters.map(({ id }) => id)).toEqual([
    'home-repair',
    'meals',
    'hospital-escort',
    'street-problem',
    'care-voucher',
    'complaint',
    'home-adaptation',
    'home-help',
    'old-age-allowance',
    'pension-life-proof',
    'regular-visits',
  ]);
  expect(matters.map(({ home }) => home).filter(Boolean)).toEqual([1, 2, 3, 4]);
});

test('every kind of question is used, and every matter has a picture of its own', () => {
  const types: Record<FieldType, true> = {
    text: true,
    'long-text': true,
    telephone: true,
    'resident-id': true,
    address: true,
    date: true,
    slots: true,
    choice: true,
    choices: true,
    money: true,
    'yes-no': true,
    photos: true,
  };
  const used = new Set(matters.flatMap(({ fields }) => fields.map(({ type }) => type)));
  expect([...used].sort()).toEqual(Object.keys(types).sort());
  expect(matters.map(({ icon }) => icon).sort()).toEqual([...ICON_NAMES].sort());
});

test('a tile carries no questions', () => {
  expect(matters.map(tileOf).map((tile) => Object.keys(tile).length)).toEqual([
    6, 6, 6, 6, 5, 5, 5, 5, 5, 5, 5,
  ]);
});

describe.each(named)('%s', (_, matter) => {
  test('can be done at the window, by telephone and at home', () => {
    for (const way of ['window', 'telephone', 'homeVisit'] as const) {
      expect(matter.withoutPhone[way]['zh-CN']).not.toBe('');
      expect(matter.withoutPhone[way]['en']).toBeTruthy();
    }
    expect(matter.filers).toEqual(expect.arrayContaining(['resident', 'family', 'worker']));
  });

  test('says of each question why it is asked and how long the answer is kept', () => {
    for (const { id, why, keepDays } of matter.fields) {
      expect(why['zh-CN'], id).toMatch(/。$/u);
      expect(keepDays, id).toBeGreaterThan(0);
      expect(keepDays, id).toBeLessThanOrEqual(365);
    }
  });

  test('is short: five to nine questions, and at most one more that follows from an answer', () => {
    const always = matter.fields.filter(({ onlyIf }) => !onlyIf).length;
    expect(always).toBeGreaterThanOrEqual(5);
    expect(always).toBeLessThanOrEqual(9);
    expect(matter.fields.length).toBeLessThanOrEqual(10);
  });

  test('asks about the trouble first and about the person last', () => {
    const person = matter.fields.map(({ remember }) => remember !== undefined);
    expect(person[0]).toBe(false);
    expect(person).toEqual([...person].sort((a, b) => Number(a) - Number(b)));
  });

  test('gives each time limit a source and the day it was checked', () => {
    for (const { source } of matter.limits) {
      expect(source.line['zh-CN']).not.toBe('');
      expect(source.checked).toBe('2026-11-21');
    }
  });
});

test('a house service asks for no ID number; money is paid to a person who is known', () => {
  const asking = (type: FieldType) =>
    matters.filter(({ fields }) => fields.some((field) => field.type === type));
  expect(asking('resident-id').map(({ id }) => id)).toEqual([
    'care-voucher',
    'old-age-allowance',
    'pension-life-proof',
  ]);
  const allowance = matters.find(({ id }) => id === 'old-age-allowance');
  expect(allowance?.fields.find(({ id }) => id === 'bank-card')).toMatchObject({ sensitive: 'money' });
});

test('whoever is in danger is given the telephone at once, and two hours are promised', () => {
  const asked = matters.filter(({ fields }) => fields.some(({ id }) => id === 'danger'));
  expect(asked.map(({ id }) => id)).toEqual(['home-repair', 'street-problem']);
  for (const { fields, limits } of asked) {
    expect(fields.find(({ id }) => id === 'danger')).toMatchObject({ type: 'yes-no', callAtOnce: 'yes' });
    expect(limits[0]).toMatchObject({ when: { field: 'danger', is: 'yes' }, within: { hours: 2 } });
    expect(limits.filter(({ urgency }) => urgency === 'utility').map(({ within }) => within)).toContainEqual({
      hours: 24,
    });
    expect(limits.at(-1)).toMatchObject({ urgency: 'ordinary', within: { workingDays: 5 } });
  }
});

test('a long letter fits, and a complaint needs no name', () => {
  for (const id of ['street-problem', 'complaint']) {
    const fields = matters.find((matter) => matter.id === id)?.fields ?? [];
    expect(fields.find((field) => field.id === 'words')).toMatchObject({
      type: 'long-text',
      maxLength: 4000,
    });
    const needed = fields.filter(({ optional }) => !optional).map((field) => field.id);
    expect(needed).toEqual(id === 'complaint' ? ['kind', 'words'] : ['kind', 'danger', 'where', 'words']);
  }
});

test('nothing is written in two files: what recurs is a block', () => {
  const places = new Map<string, Set<string>>();
  for (const [file, json] of Object.entries({ ...files, blocks })) {
    // A short name (a kind of photo, an option) may recur; a sentence may not.
    for (const [, text] of textsIn(json, 'zh-CN').filter(([, text]) => /[。？]$/u.test(text))) {
      places.set(text, (places.get(text) ?? new Set()).add(file));
    }
  }
  expect([...places].filter(([, where]) => where.size > 1).map(([text]) => text)).toEqual([]);
});
