import fc from 'fast-check';
import { deflateRawSync } from 'node:zlib';
import { expect, test, vi } from 'vitest';
import { pack, unpack, UNPACKED_MOST } from '#assist/pack.ts';

test('whatever JSON can say comes back as it was', async () => {
  await fc.assert(
    fc.asyncProperty(fc.jsonValue(), async (value) => {
      const same: unknown = JSON.parse(JSON.stringify(value)); // -0 has no JSON
      expect(await unpack(await pack(value))).toEqual({ ok: true, value: same });
    }),
    { numRuns: 200 },
  );
});

test('a long draft gets smaller, and a short one no longer than itself and its mark', async () => {
  const long = { words: '厨房水龙头一直滴水。'.repeat(40) };
  expect((await pack(long)).length).toBeLessThan(JSON.stringify(long).length / 4);
  expect(await pack(7)).toHaveLength(2);
});

test('a phone that cannot make it small sends it as it is', async () => {
  vi.stubGlobal('CompressionStream', undefined);
  try {
    const plain = await pack({ words: '水'.repeat(100) });
    expect(plain[0]).toBe(0);
    expect(await unpack(plain)).toEqual({ ok: true, value: { words: '水'.repeat(100) } });
  } finally {
    vi.unstubAllGlobals();
  }
});

test('a browser that cannot unpack says that, and does not call the letter damaged', async () => {
  const bytes = await pack({ words: '水'.repeat(100) });
  vi.stubGlobal('DecompressionStream', undefined);
  try {
    expect(await unpack(bytes)).toEqual({ ok: false, reason: 'not-possible' });
  } finally {
    vi.unstubAllGlobals();
  }
});

const deflated = (text: string) => Uint8Array.from([1, ...deflateRawSync(text)]);

test('a small letter that would swell beyond all measure is not unpacked', async () => {
  const bomb = deflated(JSON.stringify('水'.repeat(2_000_000)));
  expect(bomb.length).toBeLessThan(20_000);
  expect(await unpack(bomb)).toEqual({ ok: false, reason: 'too-large' });
  // It is left off at the limit: what is wrong further on was never looked at.
  expect(await unpack(bomb.slice(0, -9))).toEqual({ ok: false, reason: 'too-large' });
  const fits = JSON.stringify('a'.repeat(UNPACKED_MOST - 2));
  expect((await unpack(deflated(fits))).ok).toBe(true);
  expect(await unpack(deflated(`${fits} `))).toEqual({ ok: false, reason: 'too-large' });
});

test('bytes that are nothing of ours are damaged, whatever they are', async () => {
  expect(await unpack(Uint8Array.from([]))).toEqual({ ok: false, reason: 'damaged' });
  expect(await unpack(Uint8Array.from([9, 49]))).toEqual({ ok: false, reason: 'damaged' });
  expect(await unpack(Uint8Array.from([0, 0x22, 0xff, 0x22]))).toEqual({ ok: false, reason: 'damaged' });
  const whole = await pack({ words: '水'.repeat(100) });
  expect(await unpack(whole.slice(0, -3))).toEqual({ ok: false, reason: 'damaged' });
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200, size: 'max' }), async (array) => {
      const unpacked = await unpack(Uint8Array.from([1, ...array]));
      if (!unpacked.ok) expect(['damaged', 'too-large']).toContain(unpacked.reason);
    }),
    { numRuns: 200 },
  );
});
