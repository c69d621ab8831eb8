import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pieceAt } from '#assist/any-of.ts';
import { fromBase45, toBase45 } from '#assist/base45.ts';
import { collectFrames, FRAME_SIGNS, frameAt, framesOf, MOST_BYTES, type Heard } from '#assist/frames.ts';
import { chance } from './bad-picture.ts';

const message = (most = 3000) =>
  fc.uint8Array({ maxLength: most, size: 'max' }).map((array) => Uint8Array.from(array));
const shown = (bytes: Uint8Array) => framesOf(bytes) ?? [];
const shuffled = <Each>(list: readonly Each[], random: () => number): Each[] =>
  list
    .map((each) => ({ each, at: random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ each }) => each);
/** What was heard last, when all of these were held before the camera. */
const scan = (texts: readonly string[], collect = collectFrames()): Heard | undefined => {
  let heard: Heard | undefined;
  for (const text of texts) {
    heard = collect(text);
    if (heard?.bytes) return heard;
  }
  return heard;
};

describe('Base45', () => {
  test.each([
    ['AB', 'BB8'],
    ['Hello!!', '%69 VD92EX0'],
    ['base-45', 'UJCLQE7W581'],
    ['ietf!', 'QED8WEX0'],
  ])('writes %s as RFC 9285 does', (plain, text) => {
    expect(toBase45(new TextEncoder().encode(plain))).toBe(text);
    expect(new TextDecoder().decode(fromBase45(text))).toBe(plain);
  });

  test('any bytes come back, in signs that a QR code packs tightest', () => {
    fc.assert(
      fc.property(message(), (bytes) => {
        expect(toBase45(bytes)).toMatch(/^[0-9A-Z $%*+\-./:]*$/u);
        expect(fromBase45(toBase45(bytes))).toEqual(bytes);
      }),
    );
  });

  test.each(['A', 'ABCD', 'GGW', '::', 'ab8', 'Ä00'])('is not read out of %s', (text) => {
    expect(fromBase45(text)).toBeUndefined();
  });
});

test('a message comes back from its frames in any order, some of them twice', () => {
  fc.assert(
    fc.property(message(), fc.integer(), (bytes, seed) => {
      const frames = shown(bytes);
      expect(Math.max(...frames.map((frame) => frame.length))).toBeLessThanOrEqual(FRAME_SIGNS);
      expect(scan(shuffled([...frames, ...frames], chance(seed)))?.bytes).toEqual(bytes);
    }),
  );
});

test('whichever three quarters of a cycle are lost, the rest is enough', () => {
  fc.assert(
    fc.property(message(), fc.integer(), (bytes, seed) => {
      const frames = shown(bytes);
      const left = shuffled(frames, chance(seed)).slice(Math.floor(frames.length * 0.75));
      expect(scan(left)?.bytes).toEqual(bytes);
    }),
  );
});

test('with a third of the frames lost there is no second cycle, hardly ever more than half of the first', () => {
  const needed: number[] = [];
  for (let seed = 1; seed <= 200; seed++) {
    const [random, collect] = [chance(seed), collectFrames()];
    const frames = shown(Uint8Array.from({ length: 799 }, () => random() * 256));
    const whole = frames.findIndex((text) => random() > 1 / 3 && collect(text)?.bytes);
    expect(whole).toBeGreaterThan(0);
    needed.push(whole + 1);
  }
  expect(needed.toSorted((a, b) => a - b)[190]).toBeLessThanOrEqual(16); // of 32, where 8 would do
});

test('with each frame lost by a chance of one in three, the cycles come to an end', () => {
  fc.assert(
    fc.property(message(1500), fc.integer(), (bytes, seed) => {
      const [random, frames, collect] = [chance(seed), shown(bytes), collectFrames()];
      for (let cycle = 1; cycle <= 30; cycle++) {
        const heard = scan(
          frames.filter(() => random() > 1 / 3),
          collect,
        );
        if (!heard?.bytes) continue;
        expect(heard.bytes).toEqual(bytes);
        return;
      }
      throw new Error('never whole');
    }),
  );
});

test('every choice of enough pieces gives the same', () => {
  const own = [0, 1, 2].map((index) => ({ index, bytes: Uint8Array.from([index * 7, 255 - index, 0]) }));
  const all = Array.from({ length: 256 }, (_, index) => ({ index, bytes: pieceAt(index, own) }));
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(255), { minLength: 3, maxLength: 3 }), (chosen) => {
      const known = chosen.flatMap((index) => all[index] ?? []);
      for (const { index, bytes } of own) expect(pieceAt(index, known)).toEqual(bytes);
    }),
  );
});

test('the frames of two people, mixed, make two messages and no third', () => {
  fc.assert(
    fc.property(message(1500), message(1500), fc.integer(), (one, other, seed) => {
      const collect = collectFrames();
      const whole = shuffled([...shown(one), ...shown(other)], chance(seed)).flatMap(
        (text) => collect(text)?.bytes ?? [],
      );
      const texts = new Set(whole.map((bytes) => bytes.join()));
      expect(texts).toEqual(new Set([one.join(), other.join()]));
    }),
  );
});

test('tells how many it has and how many it needs, and does not count one twice', () => {
  const frames = shown(Uint8Array.from({ length: 500 }, (_, at) => at % 251));
  const collect = collectFrames();
  const [first = '', second = ''] = frames;
  expect(collect(first)).toEqual({ have: 1, of: 5 });
  expect(collect(first)).toEqual({ have: 1, of: 5 });
  expect(collect(second)).toEqual({ have: 2, of: 5 });
  expect(frames).toHaveLength(20);
});

test('in four rounds every frame is shown in all four turns, and neighbours never in the same', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), (count) => {
      const frames = Array.from({ length: count }, (_, index) => `frame ${index}`);
      const shownAt = Array.from({ length: 4 * count }, (_, step) => frameAt(frames, step));
      expect(new Set(shownAt.map(({ text, turn }) => `${text} ${turn}`)).size).toBe(4 * count);
      for (const { turn } of shownAt) expect([0, 1, 2, 3]).toContain(turn);
      for (const [step, { turn }] of shownAt.entries())
        if (step % count > 0) expect(turn).not.toBe(shownAt[step - 1]?.turn);
    }),
  );
});

test('a short message is one still picture', () => {
  expect(shown(new Uint8Array(100))).toHaveLength(1);
  expect(shown(new Uint8Array(0))).toHaveLength(1);
});

test('the longest message goes, one byte more does not', () => {
  const longest = Uint8Array.from({ length: MOST_BYTES }, (_, at) => at % 253);
  expect(scan(shown(longest).slice(86))?.bytes).toEqual(longest);
  expect(framesOf(new Uint8Array(MOST_BYTES + 1))).toBeUndefined();
});

test('a misread frame is never made into a message: it begins anew, and the next cycle mends it', () => {
  const bytes = Uint8Array.from({ length: 400 }, (_, at) => (at * 31) % 256);
  const frames = shown(bytes);
  const swapped = [...(frames[1] ?? '')].map((sign, at) => (at === 60 ? (sign === '0' ? '1' : '0') : sign));
  const collect = collectFrames();
  const misread = [frames[0] ?? '', swapped.join(''), ...frames.slice(2, 4)];
  expect(scan(misread, collect)).toEqual({ have: 0, of: 4 });
  expect(scan(frames, collect)?.bytes).toEqual(bytes);
});

test('other codes in the room are no frames, whatever they say', () => {
  const collect = collectFrames();
  for (const text of [
    '',
    'BB1',
    'BB1%%%',
    'https://example.org',
    '7KCN42RP',
    `BB1${toBase45(new Uint8Array(9))}`,
  ])
    expect(collect(text)).toBeUndefined();
  fc.assert(
    fc.property(fc.string({ maxLength: 300 }), (text) => {
      expect(collect(`BB1${text}`)?.bytes).toBeUndefined();
    }),
  );
});
