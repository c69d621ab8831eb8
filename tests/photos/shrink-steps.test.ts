import { describe, expect, test } from 'vitest';
import { fit, LONGEST_SIDE, ORIGINAL_MOST_BYTES, shrinkWith, type Tools } from '#photos/shrink-steps.ts';

const JPEG = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3, 4]);
const HEIC = new TextEncoder().encode('\0\0\0\x18ftypheic\0\0\0\0');
const blob = (bytes: Uint8Array<ArrayBuffer>) => new Blob([bytes]);

/** A phone that opens every picture, as wide and high as it is told. */
function phone(over: Partial<Tools> = {}): {
  readonly tools: Tools;
  readonly drawn: number[][];
  readonly closed: () => boolean;
} {
  const drawn: number[][] = [];
  let isClosed = false;
  const picture = { width: 4000, height: 3000, close: () => (isClosed = true) } as unknown as ImageBitmap; // only these three are used
  return {
    drawn,
    closed: () => isClosed,
    tools: {
      decode: () => Promise.resolve(picture),
      toJpeg: (_picture, width, height) => {
        drawn.push([width, height]);
        return Promise.resolve(new Blob(['small'], { type: 'image/jpeg' }));
      },
      digest: (data) => crypto.subtle.digest('SHA-256', data),
      ...over,
    },
  };
}

test('the longest side becomes 1600, and the memory of the large picture is given back', async () => {
  const { tools, drawn, closed } = phone();
  const small = await shrinkWith(blob(JPEG), tools);
  expect(drawn).toEqual([[1600, 1200]]);
  expect(closed()).toBe(true);
  // printf small | sha256sum
  expect(small).toMatchObject({
    ok: true,
    value: {
      mime: 'image/jpeg',
      bytes: 5,
      sha256: '81db8ebbbbc69c6c6ad4a6aa92b76e0c08af547da236b9e2c9dbe1d8285a8130',
    },
  });
});

test.each([
  [1600, 1200, 1600, 1200],
  [800, 600, 800, 600],
  [1200, 4800, 400, 1600],
  [50_000, 2, 1600, 1],
])('%i × %i becomes %i × %i', (width, height, ...small) => {
  expect(Object.values(fit(width, height))).toEqual(small);
  expect(Math.max(...small)).toBeLessThanOrEqual(LONGEST_SIDE);
});

describe('a person is told what is the matter', () => {
  test.each([
    [
      'a letter that is called photo.png',
      blob(new TextEncoder().encode('Dear office, …')),
      {},
      'not-a-picture',
    ],
    ['an empty file', blob(new Uint8Array()), {}, 'not-a-picture'],
    [
      'a JPEG that is broken inside',
      blob(JPEG),
      { decode: () => Promise.reject(new Error('broken')) },
      'not-a-picture',
    ],
    [
      'a kind of photo that this phone does not know',
      blob(HEIC),
      { decode: () => Promise.reject(new Error('HEIC')) },
      'phone-refused',
    ],
    [
      'a phone without memory for it',
      blob(JPEG),
      { toJpeg: () => Promise.reject(new RangeError()) },
      'phone-refused',
    ],
    [
      'a canvas that knows no JPEG',
      blob(JPEG),
      { toJpeg: () => Promise.resolve(new Blob(['png'], { type: 'image/png' })) },
      'phone-refused',
    ],
    ['a film of 20 MB', new Blob([JPEG, new Uint8Array(ORIGINAL_MOST_BYTES)]), {}, 'too-large'],
  ] as const)('%s', async (_what, file, over, reason) => {
    expect(await shrinkWith(file, phone(over).tools)).toEqual({ ok: false, reason });
  });
});
