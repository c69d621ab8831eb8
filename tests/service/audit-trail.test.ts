/** Every way to spoil a trail that we could think of, and the line that the check names. */
import { describe, expect, test } from 'vitest';
import { auditOffice, auditTrail, type OfficeLine } from '#service/audit-trail.ts';
import { nextHash } from '#service/chain.ts';
import type { Head, KeptLine, TrailHead } from '#service/store/store.ts';
import type { Event, Kind } from '#domain/request/action.ts';
import { action, event, hexId } from '#tests/support/make.ts';

const KINDS: readonly Kind[] = ['open', 'add', 'take', 'write', 'finish'];
const EVENTS = KINDS.map((kind, n) => event(action(kind, { id: hexId(n + 1) }), { seq: 10 * (n + 1) }));

/** Lines chained as the service chains them. */
const chain = (events: readonly Event[], before = ''): KeptLine[] => {
  let rh = before;
  return events.map((one) => ({
    seq: one.stamp.seq,
    rh: (rh = nextHash(rh, one)),
    event: one,
    officeAgrees: true,
  }));
};
const LINES = chain(EVENTS);
const HEAD: TrailHead = { lines: LINES.length, rh: LINES.at(-1)?.rh ?? '' };

/** The words of line `n` (from 0) in somebody else's version. */
const forged = (n: number): Event => {
  const { action: done, stamp } = EVENTS[n] ?? event();
  return { action: { ...done, at: done.at + 1 }, stamp };
};
const at = (n: number): KeptLine => LINES[n] ?? { seq: 0, rh: '', event: undefined, officeAgrees: undefined };
const without = (n: number): KeptLine[] => LINES.toSpliced(n, 1);
const instead = (n: number, over: Partial<KeptLine>): KeptLine[] => LINES.with(n, { ...at(n), ...over });
/** As it stands in the order of `seq`, when rows have changed places. */
const moved = (...order: readonly number[]): KeptLine[] =>
  order.map((n, place) => ({ ...at(n), seq: at(place).seq }));
const anew = (after: number, seq = 25): KeptLine => {
  const one = event(action('add', { id: hexId(99) }), { seq });
  return { seq, rh: nextHash(at(after).rh, one), event: one, officeAgrees: false };
};

describe('a trail', () => {
  test('as it was written is sound', () => {
    expect(auditTrail(LINES, HEAD)).toEqual({ sound: true, lines: 5 });
  });

  const spoiled: readonly (readonly [string, readonly KeptLine[], number, string, (TrailHead | 'none')?])[] =
    [
      ['words of a line were changed', instead(2, { event: forged(2), officeAgrees: false }), 3, 'changed'],
      [
        'words of the first line were changed',
        instead(0, { event: forged(0), officeAgrees: false }),
        1,
        'changed',
      ],
      [
        'words of the last line were changed',
        instead(4, { event: forged(4), officeAgrees: false }),
        5,
        'changed',
      ],
      ['a line cannot be read', instead(3, { event: undefined }), 4, 'changed'],
      [
        'words were changed in a log that does not hold together itself',
        instead(2, { event: forged(2) }).map((line) => ({ ...line, officeAgrees: false })),
        3,
        'changed',
      ],
      [
        'words of a line were changed and the end is gone',
        instead(1, { event: forged(1), officeAgrees: false }).slice(0, 4),
        2,
        'changed',
      ],
      ['only the hash of the last line was changed', instead(4, { rh: 'ab' }), 5, 'changed'],
      ['only the hash of a line was changed', instead(2, { rh: 'ab' }), 3, 'changed'],
      [
        'a line was changed and its own hash done anew',
        instead(2, { event: forged(2), rh: nextHash(at(1).rh, forged(2)), officeAgrees: false }),
        3,
        'changed',
      ],
      [
        'the last line was changed and its own hash done anew',
        instead(4, { event: forged(4), rh: nextHash(at(3).rh, forged(4)), officeAgrees: false }),
        5,
        'changed',
      ],
      ['a line in the middle is gone', without(2), 3, 'missing'],
      ['the first line is gone', without(0), 1, 'missing'],
      [
        'a line is gone, and the one in the log before it too',
        without(2).with(2, { ...at(3), officeAgrees: undefined }),
        3,
        'missing',
      ],
      ['a line is gone and the count was made to fit', without(2), 3, 'missing', { ...HEAD, lines: 4 }],
      ['the last line is gone', LINES.slice(0, 4), 5, 'cut-short'],
      ['the last two lines are gone', LINES.slice(0, 3), 4, 'cut-short'],
      ['every line is gone', [], 1, 'cut-short'],
      ['two lines have changed places', moved(0, 2, 1, 3, 4), 2, 'out-of-order'],
      ['the last line stands first', moved(4, 0, 1, 2, 3), 1, 'out-of-order'],
      ['a line has another number in the log', instead(2, { seq: 31 }), 3, 'out-of-order'],
      ['a line was put in with a true hash', LINES.toSpliced(2, 0, anew(1)), 3, 'inserted'],
      ['a line was put in before the first', [anew(9, 1), ...LINES], 1, 'inserted'],
      ['a line was put in after another than it says', LINES.toSpliced(3, 0, anew(1)), 4, 'inserted'],
      [
        'a line was put in without a true hash',
        LINES.toSpliced(2, 0, { ...anew(1), rh: 'ab' }),
        3,
        'inserted',
      ],
      ['a line was put behind the last', [...LINES, anew(4, 60)], 6, 'inserted'],
      ['it is not known any more where it ends', LINES, 6, 'cut-short', 'none'],
    ];
  for (const [what, lines, line, why, head = HEAD] of spoiled)
    test(`is broken when ${what}`, () => {
      expect(auditTrail(lines, head === 'none' ? undefined : head)).toMatchObject({
        sound: false,
        at: line,
        why,
      });
    });

  test('names the place in the office’s log as well', () => {
    expect(auditTrail(instead(2, { event: forged(2), officeAgrees: false }), HEAD)).toMatchObject({
      seq: 30,
    });
    expect(auditTrail(without(2), HEAD)).toMatchObject({ seq: 40 });
    expect(auditTrail(LINES.slice(0, 4), HEAD)).toMatchObject({ seq: 40 });
  });

  test('shows every order but the true one', () => {
    const orders = (some: readonly number[]): number[][] =>
      some.length < 2
        ? [[...some]]
        : some.flatMap((one) => orders(some.filter((n) => n !== one)).map((rest) => [one, ...rest]));
    const all = orders([0, 1, 2, 3, 4]);
    expect(all).toHaveLength(120);
    for (const order of all) {
      const first = order.findIndex((n, place) => n !== place);
      expect(auditTrail(moved(...order), HEAD), String(order)).toMatchObject(
        first === -1 ? { sound: true } : { at: first + 1, why: 'out-of-order' },
      );
    }
  });
});

describe('an office’s log', () => {
  const events = KINDS.map((kind, n) => event(action(kind, { id: hexId(n + 1) }), { seq: n + 1 }));
  const log: readonly OfficeLine[] = chain(events).map(({ seq, rh, event: one }) => ({
    seq,
    h: rh,
    event: one,
  }));
  const head = { seq: 5, h: log.at(-1)?.h ?? '' };
  const line = (n: number): OfficeLine => log[n] ?? { seq: 0, h: '', event: undefined };

  const found: readonly (readonly [string, readonly OfficeLine[], object, Head?])[] = [
    ['as it was written', log, { sound: true, lines: 5 }],
    ['with words changed', log.with(2, { ...line(2), event: forged(2) }), { at: 3, why: 'changed' }],
    [
      'with a line that cannot be read',
      log.with(2, { ...line(2), event: undefined }),
      { at: 3, why: 'changed' },
    ],
    ['with a line gone', log.toSpliced(2, 1), { at: 3, seq: 4, why: 'missing' }],
    ['with its end gone', log.slice(0, 4), { at: 5, why: 'cut-short' }],
    ['with more than it should have', log, { at: 4, why: 'inserted' }, { seq: 3, h: line(2).h }],
    ['with another hash at its end', log, { at: 5, why: 'changed' }, { seq: 5, h: 'ab' }],
    [
      'with a line under another number',
      chain([EVENTS[0] ?? event()]).map(({ rh, event: one }) => ({ seq: 1, h: rh, event: one })),
      { at: 1, why: 'out-of-order' },
      { seq: 1, h: line(0).h },
    ],
  ];
  for (const [what, lines, finding, end = head] of found)
    test(what, () => {
      expect(auditOffice(lines, end)).toMatchObject(finding);
    });
});
