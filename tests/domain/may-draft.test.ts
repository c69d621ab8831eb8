/** The guard of a draft in two hands, of its mandate, and of the resident's "this is not right". */
import { describe, expect, test } from 'vitest';
import { ARRIVES_WITHIN_MS } from '#domain/mandate/mandate.ts';
import { ELDERS_MOST, LINK_MOST_MS, type Link } from '#domain/mandate/link.ts';
import type { Action, Refusal } from '#domain/request/action.ts';
import { apply } from '#domain/request/apply.ts';
import { mayAct, type Known } from '#domain/request/may-act.ts';
import { OBJECT_WITHIN_MS } from '#domain/request/may-object.ts';
import type { Request } from '#domain/request/request.ts';
import {
  action,
  type ActionOf,
  answers,
  COLLEAGUE,
  entries,
  FIELDS,
  HELPER,
  hexId,
  known,
  link,
  mandate,
  matter,
  MORNING,
  offer,
  openAction,
  openFor,
  pressed,
  request,
  RESIDENT,
  stamp,
  SUPERVISOR,
  WORKER,
} from '#tests/support/make.ts';

const HANDED = hexId(1);
const handed = apply(undefined, action('hand-over', { id: HANDED }), stamp('hand-over'));
const taken = apply(handed, action('take-over', { id: hexId(2) }), stamp('take-over'));
const ended = apply(taken, action('end-mandate', { id: hexId(3) }), stamp('end-mandate'));
const chosen = Object.fromEntries(Object.keys(answers()).map((field) => [field, HANDED]));

const said = (before: Request | undefined, step: Action, more: Partial<Known> = {}) =>
  mayAct(before, step, known(more));
const fill = (over: Partial<ActionOf<'fill'>> = {}) =>
  action('fill', { by: WORKER, seen: [HANDED], ...over });
const send = (over: Partial<ActionOf<'open'>> = {}) =>
  openAction({
    by: WORKER,
    mandate: pressed(WORKER.id),
    chosen,
    seen: [HANDED],
    readBack: { at: MORNING, how: 'pressed' },
    ...over,
  });
const HOUR = 3_600_000;

describe('handing over', () => {
  const hand = (over: Parameters<typeof offer>[0]) => action('hand-over', { offer: offer(over) });
  test.each<[string, Action, Refusal | undefined]>([
    ['until closing time', hand({}), undefined],
    ['before the name is written', hand({ residentName: '' }), undefined],
    ['for somebody else', hand({ residentId: 'resident-2' }), 'mandate-not-for-this'],
    ['another request', hand({ requestId: hexId(9) }), 'mandate-not-for-this'],
    ['another matter', hand({ matterId: 'meals' }), 'mandate-not-for-this'],
    ['without saying why', hand({ reason: ' ' }), 'mandate-incomplete'],
    ['beyond today', hand({ until: MORNING + 24 * HOUR }), 'mandate-too-long'],
    ['with a code for a whole day', hand({ codeUntil: MORNING + 24 * HOUR }), 'mandate-too-long'],
  ])('%s', (_, step, reason) => expect(said(undefined, step)?.reason).toBe(reason));

  test('what has been sent is not handed over', () => {
    expect(said(request(), action('hand-over'))?.reason).toBe('already-open');
  });
});

describe('coming with the code', () => {
  const { codeUntil } = offer();
  const take = (over: Partial<ActionOf<'take-over'>> = {}) => action('take-over', over);
  test('in time', () => expect(said(handed, take({ at: codeUntil }))).toBeUndefined());
  test('with a wrong one', () =>
    expect(said(handed, take(), { proof: 'wrong' })).toEqual({ reason: 'code-wrong' }));
  test('when a colleague has used it', () =>
    expect(said(taken, take({ by: COLLEAGUE }))).toEqual({ reason: 'code-used' }));
  test('after its time', () =>
    expect(said(handed, take({ at: codeUntil + 1 }))).toEqual({ reason: 'code-too-late' }));
  test('in time, and the step arrives some days later', () => {
    const at = (receivedAt: number) => said(handed, take(), { receivedAt })?.reason;
    expect(at(codeUntil + ARRIVES_WITHIN_MS)).toBeUndefined();
    expect(at(codeUntil + ARRIVES_WITHIN_MS + 1)).toBe('code-too-late');
  });
  test('after the resident took it back, also before anybody came', () => {
    const back = apply(handed, action('end-mandate', { id: hexId(3) }));
    expect(said(back, take())).toEqual({ reason: 'mandate-ended' });
    expect(said(ended, take())).toEqual({ reason: 'mandate-ended' });
  });
});

describe('filling in under a mandate', () => {
  test.each<[string, Action, Refusal | undefined]>([
    ['the resident’s own words, without a reason', fill(), 'reason-missing'],
    ['with a reason that is blank', fill({ reasons: { description: ' ' } }), 'reason-missing'],
    ['with a reason', fill({ reasons: { description: '听错了字' } }), undefined],
    [
      'by the resident’s own hand on the worker’s screen',
      fill({ told: { description: 'resident' } }),
      undefined,
    ],
    [
      'with the same words',
      fill({ entries: { description: entries()['description'] ?? never() } }),
      undefined,
    ],
    ['beside what nobody has seen', fill({ seen: [] }), undefined],
    ['nothing at all', fill({ entries: {} }), 'words-missing'],
    ['by a colleague', fill({ by: COLLEAGUE }), 'not-yours'],
    ['after its time', fill({ at: offer().until + 1 }), 'mandate-ended'],
  ])('%s', (_, step, reason) => expect(said(taken, step)?.reason).toBe(reason));

  test('a field on health that the resident did not name stays shut', () => {
    const fields = FIELDS.map((one) => (one.id === 'name' ? { ...one, sensitive: 'health' as const } : one));
    const name = fill({ entries: { name: { type: 'typed', typed: '秀兰' } }, reasons: { name: '小名' } });
    expect(said(taken, name, { matter: matter({ fields }) })).toEqual({
      reason: 'sensitive-not-named',
      field: 'name',
    });
  });

  test('not after the resident took it back', () => {
    expect(said(ended, fill({ told: { description: 'resident' } }))?.reason).toBe('mandate-ended');
    expect(said(ended, send())?.reason).toBe('mandate-ended');
  });

  test('nor after a second “help me”, before somebody comes with the new code', () => {
    const again = apply(taken, action('hand-over', { id: hexId(5) }));
    expect(said(again, fill())?.reason).toBe('mandate-missing');
    expect(said(again, action('take-over', { by: COLLEAGUE }))).toBeUndefined();
  });

  test('the resident goes on writing, whoever else does', () => {
    const own = action('fill', { seen: [] });
    for (const one of [handed, taken, ended, request(), request({ status: 'taken' })])
      expect(said(one, own)).toBeUndefined();
  });
});

describe('sending a draft', () => {
  const mine = openAction({ seen: [HANDED] });
  const other = { description: { type: 'words', words: '没人说过' } } as const;
  const { readBack: _none, ...unread } = send();
  const { chosen: _picked, ...unchosen } = send();
  test.each<[string, Action, Refusal | undefined]>([
    ['what was given and read back', send(), undefined],
    ['the resident alone', mine, undefined],
    ['an answer that nobody gave', send({ answers: answers(other) }), 'answers-not-as-given'],
    ['a value of another field', send({ chosen: { ...chosen, name: hexId(7) } }), 'answers-not-as-given'],
    [
      'a mandate with more powers than agreed',
      send({ mandate: pressed(WORKER.id, { sensitive: ['name'] }) }),
      'mandate-not-for-this',
    ],
    [
      'a mandate with a later end',
      send({ mandate: pressed(WORKER.id, { until: offer().until + 1 }) }),
      'mandate-not-for-this',
    ],
    [
      'a mandate of paper in its place',
      send({ mandate: mandate({ residentId: RESIDENT.id }) }),
      'mandate-not-for-this',
    ],
    ['without choosing', unchosen, 'not-agreed'],
    ['without reading it back', unread, 'not-read-back'],
    ['another version of the matter', send({ matterVersion: 2 }), 'mandate-not-for-this'],
  ])('%s', (_, step, reason) => expect(said(taken, step)?.reason).toBe(reason));

  test('a slip of the pen is named', () => {
    expect(said(taken, send({ answers: answers(other) }))).toMatchObject({ field: 'description' });
  });

  test('who is second hears that it has been sent, whichever of the two that is', () => {
    expect(said(apply(taken, mine), send())?.reason).toBe('already-open');
    expect(said(apply(taken, send()), mine)?.reason).toBe('already-open');
  });

  test('it waits for the draft, which may come by another way', () => {
    expect(said(undefined, send())?.reason).toBe('unknown-request');
  });
});

describe('“this is not right”', () => {
  const filed = apply(undefined, openFor({ residentId: RESIDENT.id }, { id: HANDED }), stamp('open'));
  const line = filed?.trail[0]?.at ?? 0;
  const object = (over: Partial<ActionOf<'object'>> = {}) => action('object', { about: HANDED, ...over });
  const { told: _how, ...byWord } = object({ by: WORKER, told: 'counter' });

  test.each<[string, Request | undefined, Action, number, Refusal | undefined]>([
    ['on the seventh day', filed, object(), line + OBJECT_WITHIN_MS, undefined],
    ['on the eighth', filed, object(), line + OBJECT_WITHIN_MS + 1, 'too-late-to-object'],
    ['about one’s own step', request(), object({ about: hexId(0xa0) }), line, 'nothing-to-object'],
    ['about what is not there', filed, object({ about: hexId(0xff) }), line, 'nothing-to-object'],
    ['a worker, without saying how it was said', filed, byWord, line, 'reason-missing'],
    ['a worker who was told at the counter', filed, object({ by: WORKER, told: 'counter' }), line, undefined],
    ['about a draft', taken, object(), line, 'still-a-draft'],
  ])('%s', (_, before, step, receivedAt, reason) =>
    expect(said(before, step, { receivedAt })?.reason).toBe(reason),
  );

  const settle = action('settle');
  test('a supervisor has the last word, and the worker goes on', () => {
    const stopped = apply(filed, object());
    expect(said(stopped, action('take'))?.reason).toBe('stopped');
    expect(said(stopped, object())?.reason).toBe('stopped');
    expect(said(stopped, settle)).toBeUndefined();
    expect(said(apply(stopped, settle), action('take'))).toBeUndefined();
    expect(apply(stopped, action('settle', { outcome: 'ended' }))?.status).toBe('ended');
  });

  test('no supervisor judges an own doing, under whichever mandate it was', () => {
    const own = { ...(filed ?? never()), mandate: mandate({ helperId: SUPERVISOR.id }) };
    expect(said(apply(own, object()), settle)?.reason).toBe('not-yours');
    const earlier = apply(filed, action('add', { id: hexId(8), by: SUPERVISOR }));
    expect(said(apply(earlier, object({ about: hexId(8) })), settle)?.reason).toBe('not-yours');
  });
});

describe('a helper’s link', () => {
  const agreed = { how: 'linked', linkId: link().id } as const;
  const paper = { helperId: HELPER.id, residentId: RESIDENT.id, agreed };
  const powers = ['fill', 'submit', 'add'] as const;
  const open = (more: Parameters<typeof mandate>[0] = {}) =>
    openAction({ by: HELPER, mandate: mandate({ ...paper, powers, ...more }) });
  const reason = (of: Link | 'none', step: Action = open(), before?: Request) =>
    said(before, step, { link: of, receivedAt: MORNING })?.reason;

  test.each<[string, Link | 'none', Refusal | undefined]>([
    ['that lives', link(), undefined],
    ['that is not there', 'none', 'link-missing'],
    ['to another elder', link({ elderId: 'resident-2' }), 'link-missing'],
    ['of another helper', link({ helperId: 'helper-2' }), 'link-missing'],
    ['that was ended', link({ endedAt: MORNING }), 'link-ended'],
    ['that has run out', link({ until: MORNING - 1 }), 'link-ended'],
    ['only to look', link({ scopes: ['see'] }), 'not-in-link'],
  ])('%s', (_, of, why) => expect(reason(of)).toBe(why));

  test('carries nothing that touches money or identity unless it says so', () => {
    const fields = FIELDS.map((one) =>
      one.id === 'name' ? { ...one, sensitive: 'identity' as const } : one,
    );
    const facts = { matter: matter({ fields }), receivedAt: MORNING };
    const step = open({ sensitive: ['name'] });
    expect(said(undefined, step, { ...facts, link: link({ scopes: ['file-services'] }) })?.reason).toBe(
      'not-in-link',
    );
    expect(said(undefined, step, { ...facts, link: link() })).toBeUndefined();
  });

  test('once it ended, nothing more is added under the mandate it carried', () => {
    const filed = apply(undefined, open(), stamp('open'));
    const add = action('add', { by: HELPER });
    expect(reason(link(), add, filed)).toBeUndefined();
    expect(reason(link({ endedAt: MORNING }), add, filed)).toBe('link-ended');
  });

  test('no mandate lives longer than a link may, and no worker leans on one', () => {
    const from = MORNING;
    expect(reason(link(), open({ from, until: from + LINK_MOST_MS + 1 }))).toBe('mandate-too-long');
    expect(said(undefined, openFor({ agreed }))?.reason).toBe('not-agreed');
    expect(ELDERS_MOST).toBe(4);
  });
});

function never(): never {
  throw new Error('it is there');
}
