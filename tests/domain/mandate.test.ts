import { describe, expect, test } from 'vitest';
import { ARRIVES_WITHIN_MS, latestEnd, sensitiveFields, type Mandate } from '#domain/mandate/mandate.ts';
import type { Refusal } from '#domain/request/action.ts';
import { apply } from '#domain/request/apply.ts';
import { mayAct } from '#domain/request/may-act.ts';
import {
  action,
  type ActionOf,
  answers,
  COLLEAGUE,
  FIELDS,
  hexId,
  known,
  mandate,
  matter,
  MORNING,
  office,
  openFor,
  RESIDENT,
  stamp,
  WORKER,
} from '#tests/support/make.ts';

const HOUR = 3_600_000;
type Over = Partial<ActionOf<'open'>>;
const said = (of: Partial<Mandate>, over: Over = {}) => mayAct(undefined, openFor(of, over), known())?.reason;
const without = (key: 'mandate' | 'readBack') => {
  const { [key]: _gone, ...rest } = openFor();
  return rest;
};

test('a worker files for a resident by a mandate that was read back and agreed to', () => {
  expect(said({})).toBeUndefined();
});

test('the resident owns it, and the worker is the one who did it', () => {
  const filed = apply(undefined, openFor(), stamp('open', { byName: '李梅' }));
  expect(filed).toMatchObject({
    residentId: mandate().residentId,
    mandate: mandate(),
    trail: [{ by: WORKER, byName: '李梅', forName: '王秀兰' }],
  });
  for (const kind of ['rate', 'withdraw', 'reopen'] as const)
    expect(mayAct(filed, action(kind, { by: WORKER }), known())?.reason, kind).toBe('residents-only');
});

const NOBODY = { how: 'witnessed', witnesses: ['赵国强', ''] } as const;
const TWICE = { how: 'witnessed', witnesses: ['赵国强', ' 赵国强'] } as const;
const WITNESSED = { how: 'witnessed', witnesses: ['赵国强', '刘淑珍'] } as const;
const CANNOT = { how: 'cannot-agree', why: '昏过去了' } as const;

describe('a worker may not file', () => {
  test.each<[string, ActionOf<'open'>, Refusal]>([
    ['without a mandate', without('mandate'), 'mandate-missing'],
    ['with a colleague’s mandate', openFor({ helperId: COLLEAGUE.id }), 'mandate-not-for-this'],
    ['with oneself as the resident', openFor({ residentId: WORKER.id }), 'mandate-not-for-this'],
    ['on another matter', openFor({ matterId: 'meals' }), 'mandate-not-for-this'],
    ['another request', openFor({ requestId: hexId(9) }), 'mandate-not-for-this'],
    ['without the power to fill in', openFor({ powers: ['submit'] }), 'mandate-not-for-this'],
    ['without the power to submit', openFor({ powers: ['fill'] }), 'mandate-not-for-this'],
    ['without a reason', openFor({ reason: ' ' }), 'mandate-incomplete'],
    ['for somebody without a name', openFor({ residentName: '' }), 'mandate-incomplete'],
    ['by a mandate beyond today', openFor({ until: MORNING + 24 * HOUR }), 'mandate-too-long'],
    ['by a mandate that ends before it begins', openFor({ until: MORNING - 2 * HOUR }), 'mandate-too-long'],
    ['after its end', openFor({}, { at: MORNING + 7 * HOUR + 1 }), 'mandate-ended'],
    ['before its beginning', openFor({}, { at: MORNING - 60_001 }), 'mandate-ended'],
    ['without a signature', openFor({ agreed: { how: 'signed', strokes: [] } }), 'not-agreed'],
    ['by a dot for a name', openFor({ agreed: { how: 'signed', strokes: [[1, 1]] } }), 'not-agreed'],
    ['with one witness', openFor({ agreed: NOBODY }), 'not-agreed'],
    ['with the same witness twice', openFor({ agreed: TWICE }), 'not-agreed'],
    ['without reading it back', without('readBack'), 'not-read-back'],
    [
      'by a yes from before the mandate',
      openFor({}, { readBack: { at: MORNING - HOUR, how: 'pressed' } }),
      'not-read-back',
    ],
    [
      'by a yes that is still to come',
      openFor({}, { readBack: { at: MORNING + HOUR, how: 'pressed' } }),
      'not-read-back',
    ],
    [
      'for somebody who cannot agree, and nobody says why',
      openFor({ agreed: { how: 'cannot-agree', why: '' } }),
      'mandate-incomplete',
    ],
    [
      'an ordinary thing for somebody who cannot agree',
      openFor({ agreed: CANNOT }, { answers: answers({ trouble: { type: 'choice', choice: 'other' } }) }),
      'urgent-only',
    ],
  ])('%s', (_, step, reason) => {
    expect(mayAct(undefined, step, known())).toEqual({ reason });
  });

  test('an answer on health that was not named in the mandate', () => {
    const fields = FIELDS.map((field) =>
      field.id === 'description' ? { ...field, sensitive: 'health' as const } : field,
    );
    const facts = known({ matter: matter({ fields }) });
    expect(sensitiveFields(facts.matter)).toEqual(['description']);
    expect(mayAct(undefined, openFor(), facts)?.reason).toBe('sensitive-not-named');
    expect(mayAct(undefined, openFor({ sensitive: ['description'] }), facts)).toBeUndefined();
  });

  test('nor may a resident file in another’s name', () => {
    expect(said({}, { by: RESIDENT })).toBe('mandate-not-for-this');
  });
});

describe('other ways to agree', () => {
  test('two witnesses', () => expect(said({ agreed: WITNESSED })).toBeUndefined());
  test('urgent help for somebody who cannot agree needs no yes', () => {
    const { readBack: _none, ...step } = openFor({ agreed: CANNOT });
    expect(mayAct(undefined, step, known())).toBeUndefined();
  });
});

describe('the time of a mandate', () => {
  test('ends at closing time, or after two hours on a late visit', () => {
    expect(latestEnd(MORNING, office())).toBe(MORNING + 7.5 * HOUR);
    expect(latestEnd(MORNING + 10 * HOUR, office())).toBe(MORNING + 12 * HOUR);
  });

  test('what was done in time may arrive some days later, and no later than that', () => {
    const at = (receivedAt: number) => mayAct(undefined, openFor(), known({ receivedAt }))?.reason;
    const { until } = mandate();
    expect(at(until + ARRIVES_WITHIN_MS)).toBeUndefined();
    expect(at(until + ARRIVES_WITHIN_MS + 1)).toBe('mandate-ended');
  });
});
