import { describe, expect, test } from 'vitest';
import type { Action, Kind } from '#domain/request/action.ts';
import { apply } from '#domain/request/apply.ts';
import { mayAct } from '#domain/request/may-act.ts';
import { advance, fold, layOver } from '#domain/request/request.ts';
import {
  action,
  answers,
  COLLEAGUE,
  event,
  hexId,
  known,
  MORNING,
  openAction,
  PHOTO,
  request,
  RESIDENT,
  stamp,
  WORKER,
} from '#tests/support/make.ts';

test('a request that only this phone knows has words, and no number, name or day', () => {
  const step = advance(undefined, openAction(), known());
  expect(step).toEqual({
    ok: true,
    value: {
      id: openAction().requestId,
      officeId: 'office-1',
      residentId: RESIDENT.id,
      matterId: 'home-repair',
      matterVersion: 1,
      answers: answers(),
      status: 'open',
      extended: false,
      trail: [{ id: openAction().id, kind: 'open', by: RESIDENT, at: MORNING, known: 'waiting' }],
      changedAt: MORNING,
    },
  });
});

test('when the office has it, it has a number, somebody who answers for it, and a day', () => {
  const { number, answerable, due, receivedAt } = stamp('open');
  const seen = fold(undefined, [event()]);
  expect(seen).toMatchObject({ number, answerable, due, changedAt: receivedAt });
  expect(seen?.trail).toMatchObject([{ known: 'received', at: receivedAt, dueAt: due?.at }]);
});

describe('what each step changes', () => {
  const taken = request({ status: 'taken' });
  test.each([
    ['withdraw', request(), action('withdraw'), { status: 'withdrawn' }],
    ['take', request({ sentTo: 'property' }), action('take'), { status: 'taken', takenBy: WORKER.id }],
    ['add', request(), action('add'), { status: 'open' }],
    ['write', taken, action('write'), { status: 'taken', takenBy: WORKER.id }],
    ['extend', taken, action('extend'), { status: 'taken', extended: true }],
    ['finish', taken, action('finish'), { status: 'done', takenBy: WORKER.id }],
    ['send-back', taken, action('send-back'), { status: 'open', sentTo: 'property' }],
    ['rate', request({ status: 'done' }), action('rate'), { status: 'done', rating: 'satisfied' }],
    ['reopen', request({ status: 'done' }), action('reopen'), { status: 'taken', takenBy: WORKER.id }],
  ] as const)('%s', (kind, before, step, change) => {
    const after = apply(before, step, stamp(kind));
    expect(after).toMatchObject(change);
    expect(after?.trail.length).toBe(before.trail.length + 1);
    expect(after?.trail.at(-1)).toMatchObject({ id: step.id, kind, by: step.by });
  });

  test('a request that was sent back belongs to nobody, and whoever answered for it still does', () => {
    const after = apply(taken, action('send-back'), stamp('send-back'));
    expect(after).not.toHaveProperty('takenBy');
    expect(after?.answerable).toEqual(taken.answerable);
  });

  test('whoever takes it next answers for it, and no door waits any more', () => {
    const zhang = { id: COLLEAGUE.id, name: '张强', telephone: '010-5550112' };
    const after = apply(
      request({ sentTo: 'property' }),
      action('take', { by: COLLEAGUE }),
      stamp('take', { answerable: zhang }),
    );
    expect(after).toMatchObject({ takenBy: COLLEAGUE.id, answerable: zhang });
    expect(after).not.toHaveProperty('sentTo');
  });

  test('a second “open” of the same request changes nothing', () => {
    expect(apply(request(), openAction({ id: hexId(9), answers: {} }), stamp('open'))).toEqual(request());
  });

  test('the trail has people’s words, whichever step they came with', () => {
    const said = (step: Action) => apply(taken, step)?.trail.at(-1);
    expect(said(action('write', { photos: [PHOTO] }))).toMatchObject({
      words: '师傅下午到。',
      photos: [PHOTO],
    });
    expect(said(action('extend'))).toMatchObject({ words: '要等零件。' });
    expect(said(action('finish'))).toMatchObject({ words: '换了新水管。' });
    expect(said(action('send-back'))).toMatchObject({ words: '这是物业的事。', door: 'property' });
    expect(said(action('rate', { words: ' ' }))).not.toHaveProperty('words');
    expect(said(action('write', { words: '', photos: [PHOTO] }))).not.toHaveProperty('words');
  });
});

describe('a step of a kind that this version has never heard of', () => {
  const strange = (more: object) =>
    ({ ...action('take'), kind: 'knock' as Kind, ...more }) as unknown as Action; // a newer version's kind, as it comes over the wire

  test('leaves the request readable, with a line in the trail', () => {
    const after = fold(undefined, [
      event(),
      { action: strange({ words: '交给小李。' }), stamp: stamp('write', { seq: 2 }) },
      event(action('take'), { seq: 3 }),
    ]);
    expect(after?.trail.map(({ kind, words }) => [kind, words])).toEqual([
      ['open', undefined],
      ['knock', '交给小李。'],
      ['take', undefined],
    ]);
    expect(after?.status).toBe('taken');
  });

  test.each([{ words: { 'zh-CN': '好' } }, { photos: 7 }, { photos: null, reason: 3 }, { result: ['x'] }])(
    'whatever is in it: %j',
    (more) => {
      const line = apply(request(), strange(more), stamp('write'))?.trail.at(-1);
      expect(line).toMatchObject({ kind: 'knock' });
      expect(line).not.toHaveProperty('words');
      expect(line).not.toHaveProperty('photos');
    },
  );

  test('is not taken on by a service that does not know it', () => {
    expect(mayAct(request(), strange({}), known())).toEqual({ reason: 'unknown-action' });
    expect(mayAct(undefined, strange({}), known())).toEqual({ reason: 'unknown-request' });
  });
});

describe('what a person sees while steps are waiting', () => {
  test('their own steps lie over the office’s word, in the order they were made', () => {
    const shown = layOver(undefined, [openAction(), action('add', { id: hexId(2) })], known());
    expect(shown).toMatchObject({
      status: 'open',
      trail: [
        { kind: 'open', known: 'waiting' },
        { kind: 'add', known: 'waiting' },
      ],
    });
  });

  test('a step that can no longer be taken is not shown as done', () => {
    const confirmed = request({ status: 'taken' });
    const shown = layOver(
      confirmed,
      [action('withdraw'), action('write', { by: RESIDENT, words: '谢谢' })],
      known(),
    );
    expect(shown).toMatchObject({ status: 'taken', trail: [{ kind: 'open' }, { kind: 'write' }] });
  });

  test('without steps it is the office’s word', () => {
    expect(layOver(request(), [], known())).toEqual(request());
    expect(layOver(undefined, [], known())).toBeUndefined();
  });

  test('the same words come out whether they are shown first or confirmed at once', () => {
    const steps = [
      openAction(),
      action('take', { id: hexId(2) }),
      action('finish', { id: hexId(3) }),
      action('reopen', { id: hexId(4) }),
    ];
    const folded = fold(
      undefined,
      steps.map((step) => event(step)),
    );
    const shown = steps.reduce<ReturnType<typeof fold>>((before, step) => {
      const after = advance(before, step, known(), stamp(step.kind));
      return after.ok ? after.value : before;
    }, undefined);
    expect(shown).toEqual(folded);
  });
});
