import { describe, expect, test } from 'vitest';
import { KINDS, type Action, type Refusal } from '#domain/request/action.ts';
import { apply } from '#domain/request/apply.ts';
import { mayAct } from '#domain/request/may-act.ts';
import { WORDS_MOST } from '#domain/request/may-hold.ts';
import { advance, type Request } from '#domain/request/request.ts';
import {
  action,
  answers,
  COLLEAGUE,
  hexId,
  known,
  openAction,
  OTHER_RESIDENT,
  PHOTO,
  request,
  RESIDENT,
  WORKER,
} from '#tests/support/make.ts';

describe('why a step is refused', () => {
  // Who may do what stands in who-may-do-what.ts. Here are the words that somebody is told.
  const taken = request({ status: 'taken' });
  const draft = apply(undefined, action('hand-over'));
  const stopped = request({ objected: { at: 1, by: RESIDENT, about: hexId(0xa0) } });
  test.each<[string, Request | undefined, Action, Refusal]>([
    ['a request nobody has heard of', undefined, action('take'), 'unknown-request'],
    ['a worker who files without a mandate', undefined, openAction({ by: WORKER }), 'mandate-missing'],
    ['a second “open”', request(), openAction(), 'already-open'],
    ['a resident who takes', request(), action('take', { by: RESIDENT }), 'workers-only'],
    ['a worker who rates', request({ status: 'done' }), action('rate', { by: WORKER }), 'residents-only'],
    ['a worker who withdraws', request(), action('withdraw', { by: WORKER }), 'residents-only'],
    ['another resident who withdraws', request(), action('withdraw', { by: OTHER_RESIDENT }), 'not-yours'],
    ['a rating before it is done', taken, action('rate'), 'not-done-yet'],
    ['a message before anybody has it', request(), action('write'), 'not-taken-yet'],
    ['anything after a withdrawal', request({ status: 'withdrawn' }), action('take'), 'closed'],
    ['taking what is not sent', draft, action('take'), 'still-a-draft'],
    ['rating what a supervisor ended', request({ status: 'ended' }), action('rate'), 'closed'],
    ['taking what the resident objects to', stopped, action('take'), 'stopped'],
    ['taking before the resident’s yes', request({ awaits: 'resident' }), action('take'), 'not-agreed-yet'],
    ['confirming as a worker', request(), action('confirm', { by: WORKER }), 'supervisors-only'],
  ])('%s', (_, before, step, reason) => {
    expect(mayAct(before, step, known())?.reason).toBe(reason);
  });
});

test.each(KINDS)('%s at another office is refused', (kind) => {
  expect(mayAct(request(), action(kind, { officeId: 'office-2' }), known())).toEqual({
    reason: 'other-office',
  });
});

describe('who has it is told to those who work on it, and to its owner', () => {
  const name = '李梅';
  test.each([
    ['a colleague who takes it too', 'take', COLLEAGUE, { reason: 'already-taken', who: name }],
    ['a colleague who writes', 'write', COLLEAGUE, { reason: 'not-yours', who: name }],
    ['a colleague who finishes', 'finish', COLLEAGUE, { reason: 'not-yours', who: name }],
    ['its owner who takes it back', 'withdraw', RESIDENT, { reason: 'too-late-to-withdraw', who: name }],
    ['its owner who adds', 'add', RESIDENT, { reason: 'too-late-to-add', who: name }],
    ['another resident', 'write', OTHER_RESIDENT, { reason: 'not-yours' }],
  ] as const)('%s', (_, kind, by, refused) => {
    expect(mayAct(request({ status: 'taken' }), action(kind, { by }), known())).toEqual(refused);
  });

  test('nobody is named when nobody is known', () => {
    const { answerable: _, ...nameless } = request({ status: 'taken' });
    expect(mayAct(nameless, action('take', { by: COLLEAGUE }), known())).toEqual({ reason: 'already-taken' });
  });
});

describe('what a step must carry', () => {
  const long = '字'.repeat(WORDS_MOST + 1);
  const four = [1, 2, 3, 4].map((n) => ({ ...PHOTO, id: hexId(n) }));
  const taken = request({ status: 'taken' });
  const done = request({ status: 'done' });

  test.each([
    ['nothing added', request(), action('add', { words: ' 　\n' }), 'words-missing'],
    ['unseen signs added', request(), action('add', { words: '\u200b' }), 'words-missing'],
    ['too much added', request(), action('add', { words: long }), 'words-too-long'],
    ['four photos added', request(), action('add', { photos: four }), 'too-many-photos'],
    ['nothing written', taken, action('write', { words: '' }), 'words-missing'],
    ['too much written', taken, action('write', { words: long }), 'words-too-long'],
    ['a finish without a result', taken, action('finish', { result: '' }), 'words-missing'],
    ['a finish with only a photo', taken, action('finish', { result: '', photos: [PHOTO] }), 'words-missing'],
    ['more time without a reason', taken, action('extend', { reason: ' ' }), 'reason-missing'],
    ['a return without a reason', taken, action('send-back', { reason: '' }), 'reason-missing'],
    [
      'a return to a door that is not there',
      taken,
      action('send-back', { door: 'toString' }),
      'unknown-door',
    ],
    ['a rating with too much in it', done, action('rate', { words: long }), 'words-too-long'],
    ['“not solved” with too much in it', done, action('reopen', { words: long }), 'words-too-long'],
    ['a second rating', { ...done, rating: 'satisfied' } as const, action('rate'), 'already-rated'],
    ['more time a second time', { ...taken, extended: true }, action('extend'), 'already-extended'],
  ] as const)('%s is refused', (_, before, step, reason) => {
    expect(mayAct(before, step, known())).toEqual({ reason });
  });

  test.each([
    ['a photo says enough', request(), action('add', { words: '', photos: [PHOTO] })],
    ['a rating needs no words', done, action('rate', { words: '' })],
    ['“not solved” needs no words', done, action('reopen', { words: '' })],
    ['a rare character counts once', request(), action('add', { words: '𠮷'.repeat(WORDS_MOST) })],
  ])('%s', (_, before, step) => {
    expect(mayAct(before, step, known())).toBeUndefined();
  });

  test('a text of millions of signs is refused at once', () => {
    expect(mayAct(request(), action('add', { words: '字'.repeat(5_000_000) }), known())?.reason).toBe(
      'words-too-long',
    );
  });
});

describe('opening', () => {
  test('an unanswered question is named', () => {
    const { telephone: _, ...rest } = answers();
    expect(mayAct(undefined, openAction({ answers: rest }), known())).toEqual({
      reason: 'answers-incomplete',
      field: 'telephone',
    });
  });

  test('a device that does not have the matter refuses nothing; the service asks again', () => {
    expect(mayAct(undefined, openAction({ answers: {} }), known({ matter: undefined }))).toBeUndefined();
  });

  test('a door is not judged by a device that has not seen the office', () => {
    const away = action('send-back', { door: 'anywhere' });
    expect(mayAct(request(), away, known({ office: undefined }))).toBeUndefined();
  });

  test('a refused step changes nothing', () => {
    expect(advance(request({ status: 'done' }), action('take'), known())).toEqual({
      ok: false,
      reason: { reason: 'closed' },
    });
    expect(apply(undefined, action('take'))).toBeUndefined();
  });
});
