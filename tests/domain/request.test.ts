import { describe, expect, test } from 'vitest';
import { KINDS, type Kind, type Refusal } from '#domain/request/action.ts';
import { advance, apply, mayAct, WORDS_MOST, type Request } from '#domain/request/request.ts';
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

const PEOPLE = { owner: RESIDENT, stranger: OTHER_RESIDENT, holder: WORKER, colleague: COLLEAGUE };
const NAMES = Object.keys(PEOPLE) as (keyof typeof PEOPLE)[]; // a literal's own keys
type Said = Refusal | 'may';
type Row = readonly [owner: Said, stranger: Said, holder: Said, colleague: Said];

const noResident = (holder: Said, colleague = holder): Row => [
  'workers-only',
  'workers-only',
  holder,
  colleague,
];
const onlyOwner = (owner: Said): Row => [owner, 'not-yours', 'residents-only', 'residents-only'];
const already: Row = ['already-open', 'already-open', 'already-open', 'already-open'];

/** Who may do what, when. `holder` is the worker who has it once it is taken. */
const RULES: Readonly<Record<Kind, Readonly<Record<Request['status'], Row>>>> = {
  open: { open: already, taken: already, done: already, withdrawn: already },
  add: {
    open: onlyOwner('may'),
    taken: onlyOwner('too-late-to-add'),
    done: onlyOwner('closed'),
    withdrawn: onlyOwner('closed'),
  },
  withdraw: {
    open: onlyOwner('may'),
    taken: onlyOwner('too-late-to-withdraw'),
    done: onlyOwner('closed'),
    withdrawn: onlyOwner('closed'),
  },
  take: {
    open: noResident('may'),
    taken: noResident('already-taken'),
    done: noResident('closed'),
    withdrawn: noResident('closed'),
  },
  write: {
    open: ['not-taken-yet', 'not-yours', 'not-taken-yet', 'not-taken-yet'],
    taken: ['may', 'not-yours', 'may', 'not-yours'],
    done: ['closed', 'not-yours', 'closed', 'closed'],
    withdrawn: ['closed', 'not-yours', 'closed', 'closed'],
  },
  extend: {
    open: noResident('not-taken-yet'),
    taken: noResident('may', 'not-yours'),
    done: noResident('closed'),
    withdrawn: noResident('closed'),
  },
  finish: {
    open: noResident('not-taken-yet'),
    taken: noResident('may', 'not-yours'),
    done: noResident('closed'),
    withdrawn: noResident('closed'),
  },
  'send-back': {
    open: noResident('may'),
    taken: noResident('may', 'not-yours'),
    done: noResident('closed'),
    withdrawn: noResident('closed'),
  },
  rate: {
    open: onlyOwner('not-done-yet'),
    taken: onlyOwner('not-done-yet'),
    done: onlyOwner('may'),
    withdrawn: onlyOwner('closed'),
  },
  reopen: {
    open: onlyOwner('not-done-yet'),
    taken: onlyOwner('not-done-yet'),
    done: onlyOwner('may'),
    withdrawn: onlyOwner('closed'),
  },
};

const CELLS = KINDS.flatMap((kind) =>
  (['open', 'taken', 'done', 'withdrawn'] as const).flatMap((status) =>
    NAMES.map((who, n) => [kind, status, who, RULES[kind][status][n] ?? 'may'] as const),
  ),
);

test.each(CELLS)('%s on a request that is %s, by the %s: %s', (kind, status, who, said) => {
  const refused = mayAct(request({ status }), action(kind, { by: PEOPLE[who] }), known());
  expect(refused?.reason ?? 'may').toBe(said);
});

test.each(KINDS)('%s on a request that nobody has heard of', (kind) => {
  for (const who of NAMES) {
    const reason = mayAct(undefined, action(kind, { by: PEOPLE[who] }), known())?.reason;
    const worker = PEOPLE[who].role === 'worker';
    expect(reason).toBe(kind === 'open' ? (worker ? 'mandate-missing' : undefined) : 'unknown-request');
  }
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
