import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toBase45 } from '#assist/base45.ts';
import { collectFrames, FRAME_SIGNS, frameAt, framesOf } from '#assist/frames.ts';
import { qrPicture, type QrPicture } from '#assist/qr-picture.ts';
import { readQr } from '#assist/qr-read.ts';
import { atLevel, chance, damage, draw, seen } from './bad-picture.ts';

const SCALE = 5;
const bytesOf = (length: number, random: () => number) =>
  Uint8Array.from({ length }, () => Math.floor(random() * 256));
/** A frame as full as they come, at this many signs. */
const fullText = (signs: number, random: () => number) =>
  `BB1${toBase45(bytesOf(Math.floor((signs - 3) / 3) * 2, random))}`;
const readClean = (picture: QrPicture) =>
  readQr(
    seen(draw(picture, SCALE), () => 0.5),
    500,
  );

describe('a code on the screen', () => {
  test('is read from its pixels, in all four turns, whatever it says', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ minLength: 1, maxLength: 114, size: 'max' }),
        fc.nat(3),
        async (bytes, turn) => {
          const text = toBase45(bytes);
          expect(await readClean(qrPicture(text, turn))).toBe(text);
        },
      ),
      { numRuns: 40 },
    );
  });

  test('as full as a frame can be has 57 modules and the white margin: 4.9 of 320 pixels each', () => {
    const random = chance(1);
    const { size, path } = qrPicture(fullText(FRAME_SIGNS, random));
    expect(size).toBe(57 + 8);
    expect(path).toMatch(/^(?:M\d+ \d+h\d+v1H\d+z)+$/u);
    for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)/gu)) {
      expect(Math.min(Number(x), Number(y))).toBeGreaterThanOrEqual(4);
      expect(Math.max(Number(x) + Number(width), Number(y) + 1)).toBeLessThanOrEqual(61);
    }
  });

  test('that is not there is not read', async () => {
    const noise = chance(3);
    const data = Uint8ClampedArray.from({ length: 200 * 200 * 4 }, () => noise() * 256);
    expect(await readQr({ width: 200, height: 200, data })).toBeUndefined();
    expect(await readQr({ width: 1, height: 1, data: new Uint8ClampedArray(4) })).toBeUndefined();
  });
});

type Glass = { readonly share: number; readonly keepFinders: boolean; readonly blot: number };

/** Of 20 broken glasses, those through which one full code is read in one of so many turns. */
async function readThrough(
  glass: Glass,
  turns: number,
  pictureOf: (random: () => number, turn: number) => { text: string; picture: QrPicture },
): Promise<number> {
  let good = 0;
  for (let seed = 1; seed <= 20; seed++)
    for (let turn = 0; turn < turns; turn++) {
      const { text, picture } = pictureOf(chance(seed), turn);
      const broken = damage(picture, { ...glass, scale: SCALE }, chance(seed + 1000));
      if ((await readQr(seen(broken, chance(seed + turn), 15), 200)) !== text) continue;
      good++;
      break;
    }
  return good;
}
const high = (random: () => number, turn: number) => {
  const text = fullText(FRAME_SIGNS, random);
  return { text, picture: qrPicture(text, turn) };
};
/** The same 57 modules, with more in them and less to mend them by. */
const quartile = (random: () => number) => {
  const text = fullText(221, random);
  return { text, picture: atLevel(text, 'quartile') };
};

describe('through a glass of which a fifth is broken', () => {
  test('in patches beside the three squares, nearly every code reads; at the level below, few', async () => {
    const glass = { share: 0.2, keepFinders: true, blot: 24 };
    const one = await readThrough(glass, 1, high);
    const below = await readThrough(glass, 1, quartile);
    console.info(`a fifth in patches beside the squares: high ${one}/20, quartile ${below}/20`);
    expect(one).toBeGreaterThanOrEqual(15);
    expect(below).toBeLessThan(one);
  });

  test('in patches anywhere, a code that turns reads where one that stands still does not', async () => {
    const glass = { share: 0.2, keepFinders: false, blot: 24 };
    const [still, turning] = [await readThrough(glass, 1, high), await readThrough(glass, 4, high)];
    console.info(`a fifth in patches anywhere: still ${still}/20, in one of four turns ${turning}/20`);
    expect(turning).toBeGreaterThanOrEqual(16);
    expect(still).toBeLessThan(turning);
  });

  test('and with a third of the looks in vain, a whole draft comes over', async () => {
    const whole = bytesOf(700, chance(9));
    const frames = framesOf(whole) ?? [];
    const random = chance(11);
    const collect = collectFrames();
    const glass = { share: 0.2, keepFinders: true, blot: 24, scale: SCALE };
    let [bytes, looks]: [Uint8Array | undefined, number] = [undefined, 0];
    for (; looks < 8 * frames.length && !bytes; looks++) {
      if (random() < 1 / 3) continue;
      const { text, turn } = frameAt(frames, looks);
      const broken = damage(qrPicture(text, turn), glass, chance(77));
      const heard = await readQr(seen(broken, random, 15), 200);
      bytes = (heard === undefined ? undefined : collect(heard))?.bytes;
    }
    console.info(`${frames.length} frames, whole after ${looks} looks`);
    expect(bytes).toEqual(whole);
  });
});
