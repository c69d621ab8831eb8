import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { importPrivate, makeOfficeKey, openSealed, SEAL_BYTES, sealFor } from '#protocol/seal.ts';

type Office = {
  readonly publicKey: string;
  readonly key: NonNullable<Awaited<ReturnType<typeof importPrivate>>>;
};

async function office(): Promise<Office> {
  const { publicKey, privateJwk } = await makeOfficeKey();
  const key = await importPrivate(privateJwk);
  if (!key) throw new Error('a key just made is a key');
  return { publicKey, key };
}

let ours: Office;
let theirs: Office;
beforeAll(async () => {
  [ours, theirs] = [await office(), await office()];
});
const bytes = (text: string) => new TextEncoder().encode(text);

test('what is sealed to an office opens there, byte for byte', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 3000, size: 'max' }), async (array) => {
      const plain = Uint8Array.from(array);
      const sealed = await sealFor(ours.publicKey, plain, 'test');
      expect(sealed).toHaveLength(plain.length + SEAL_BYTES);
      expect(await openSealed(ours.key, sealed, 'test')).toEqual(plain);
    }),
    { numRuns: 40 },
  );
});

test('it opens at no other office, and for no other purpose', async () => {
  const sealed = await sealFor(ours.publicKey, bytes('厨房水龙头一直滴水'), 'test');
  expect(await openSealed(theirs.key, sealed, 'test')).toBeUndefined();
  expect(await openSealed(ours.key, sealed, 'another purpose')).toBeUndefined();
});

test('the same words never look the same twice', async () => {
  const seal = () => sealFor(ours.publicKey, bytes('好'), 'test');
  expect(await seal()).not.toEqual(await seal());
});

test('damage at any one byte, a lost end or something behind it: nothing opens, and nothing false', async () => {
  const sealed = await sealFor(ours.publicKey, bytes('漏水'), 'test');
  for (const at of sealed.keys())
    for (const flip of [0x01, 0x80, 0xff]) {
      const damaged = sealed.map((byte, index) => (index === at ? byte ^ flip : byte));
      expect(await openSealed(ours.key, damaged, 'test'), `byte ${at}`).toBeUndefined();
    }
  for (const length of sealed.keys())
    expect(await openSealed(ours.key, sealed.slice(0, length), 'test'), `only ${length}`).toBeUndefined();
  expect(await openSealed(ours.key, Uint8Array.from([...sealed, 0]), 'test')).toBeUndefined();
});

test('random bytes open as nothing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300, size: 'max' }), async (array) => {
      expect(await openSealed(ours.key, Uint8Array.from([1, ...array]), 'test')).toBeUndefined();
    }),
    { numRuns: 100 },
  );
});

describe('the key that opens', () => {
  test('cannot be read out again, in no form', async () => {
    expect(ours.key.privateKey.extractable).toBe(false);
    for (const form of ['jwk', 'pkcs8'] as const)
      await expect(crypto.subtle.exportKey(form, ours.key.privateKey)).rejects.toThrow();
  });

  test('of which a part is wrong is no key', async () => {
    const [one, other] = [await makeOfficeKey(), await makeOfficeKey()];
    const mixed = { ...one.privateJwk, x: other.privateJwk.x };
    expect(await importPrivate(mixed)).toBeUndefined();
    expect(await importPrivate({ ...one.privateJwk, d: '!' })).toBeUndefined();
  });

  test('that is no point of the curve is not sealed to: that is a mistake in the office file', async () => {
    await expect(sealFor('AAAA', bytes('好'), 'test')).rejects.toThrow();
  });
});
