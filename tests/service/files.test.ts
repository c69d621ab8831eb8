import { createHash } from 'node:crypto';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Person } from '#domain/request/action.ts';
import { CHUNK_BYTES, FILE_MOST_BYTES, FILES_PATH } from '#protocol/files.ts';
import {
  hexId,
  OFFICE_ID,
  openAction,
  OTHER_RESIDENT,
  REQUEST_ID,
  RESIDENT,
  WORKER,
} from '#tests/support/make.ts';
import { stage, STRANGER } from './stage.ts';

const ID = hexId(0xf1);
/** A JPEG as far as anybody looks here. */
const picture = (length = 3 * CHUNK_BYTES + 100): Uint8Array => {
  const bytes = new Uint8Array(Buffer.alloc(length, 'four leaves of tea '));
  bytes.set([0xff, 0xd8, 0xff, 0xe0]);
  return bytes;
};
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

async function darkroom() {
  const service = await stage();
  const begin = async (bytes: Uint8Array, over: object = {}, who: Person = RESIDENT): Promise<unknown> => {
    const body = {
      officeId: OFFICE_ID,
      requestId: REQUEST_ID,
      sha256: sha256(bytes),
      bytes: bytes.length,
      mime: 'image/jpeg',
    };
    return (await service.post(who, `${FILES_PATH}/${ID}/begin`, { ...body, ...over })).json();
  };
  const put = async (at: number, chunk: Uint8Array, who: Person = RESIDENT): Promise<unknown> =>
    (
      await service.ask(who, `${FILES_PATH}/${ID}?at=${at}`, { method: 'PUT', body: new Uint8Array(chunk) })
    ).json();
  const send = async (bytes: Uint8Array, from = 0): Promise<unknown> => {
    let last: unknown;
    for (let at = from; at < bytes.length; at += CHUNK_BYTES)
      last = await put(at, bytes.subarray(at, at + CHUNK_BYTES));
    return last;
  };
  const get = (who: Person) => service.ask(who, `${FILES_PATH}/${ID}`);
  const kept = () => readdirSync(join(service.dir, 'files'));
  return { ...service, begin, put, send, get, kept };
}

describe('a photo', () => {
  test('comes in chunks and is there whole, byte for byte', async () => {
    const { begin, send, get, kept } = await darkroom();
    expect(await begin(picture())).toEqual({ bangban: 1, file: 'partial', have: 0 });
    expect(await send(picture())).toEqual({ bangban: 1, file: 'whole' });
    expect(kept()).toEqual([ID]);
    const response = await get(RESIDENT);
    expect(sha256(new Uint8Array(await response.arrayBuffer()))).toBe(sha256(picture()));
    expect(response.headers.get('content-type')).toBe('image/jpeg');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await begin(picture())).toEqual({ bangban: 1, file: 'whole' });
  });

  test('goes on where it broke off, whatever is sent twice or too early', async () => {
    const { begin, put, send, get } = await darkroom();
    const bytes = picture();
    await begin(bytes);
    const first = bytes.subarray(0, CHUNK_BYTES);
    const have = { bangban: 1, file: 'partial', have: CHUNK_BYTES };
    expect(await put(0, first)).toEqual(have);
    expect(await put(0, first)).toEqual(have);
    expect(await put(3 * CHUNK_BYTES, bytes.subarray(3 * CHUNK_BYTES))).toEqual(have);
    expect(await begin(bytes)).toEqual(have);
    expect(await send(bytes, CHUNK_BYTES)).toMatchObject({ file: 'whole' });
    expect(sha256(new Uint8Array(await (await get(RESIDENT)).arrayBuffer()))).toBe(sha256(bytes));
  });

  test('of which a torn piece was written goes on after that piece', async () => {
    const { begin, send, dir } = await darkroom();
    await begin(picture());
    writeFileSync(join(dir, 'files', `${ID}.part`), picture().subarray(0, 1_234));
    expect(await begin(picture())).toMatchObject({ file: 'partial', have: 1_234 });
    expect(await send(picture(), 1_234)).toMatchObject({ file: 'whole' });
  });

  test('that had arrived when the service was stopped is whole when it is asked for again', async () => {
    const { begin, dir } = await darkroom();
    await begin(picture());
    writeFileSync(join(dir, 'files', `${ID}.part`), picture());
    expect(await begin(picture())).toEqual({ bangban: 1, file: 'whole' });
  });

  test('sent twice at the same moment is kept once', async () => {
    const { begin, put, kept, get } = await darkroom();
    const bytes = picture(1_000);
    await begin(bytes);
    const told = await Promise.all([put(0, bytes), put(0, bytes), put(0, bytes)]);
    expect(told).toEqual(Array(3).fill({ bangban: 1, file: 'whole' }));
    expect(kept()).toEqual([ID]);
    expect((await (await get(RESIDENT)).arrayBuffer()).byteLength).toBe(1_000);
  });

  test('that is not what was announced starts again from nothing', async () => {
    const { begin, send, kept, get } = await darkroom();
    await begin(picture(), { sha256: sha256(picture(5)) });
    expect(await send(picture())).toEqual({ bangban: 1, file: 'wrong-hash', have: 0 });
    expect(kept()).toEqual([]);
    expect((await get(RESIDENT)).status).toBe(404);
  });

  test('longer than was announced starts again too', async () => {
    const { begin, put } = await darkroom();
    await begin(picture(100));
    expect(await put(0, picture(101))).toMatchObject({ file: 'wrong-hash' });
  });

  test.each([
    ['a PNG that is not one', 'image/png', picture(500)],
    ['a page that calls itself a photo', 'image/jpeg', new TextEncoder().encode('<script>alert(1)</script>')],
    ['a photo of another kind than it says', 'image/webp', picture(500)],
    ['a few bytes', 'image/jpeg', new Uint8Array([1, 2])],
  ])('that is %s is refused for good', async (_, mime, bytes) => {
    const { begin, put, kept } = await darkroom();
    await begin(bytes, { mime });
    const no = { bangban: 1, file: 'refused', why: 'not-a-picture' };
    expect(await put(0, bytes)).toEqual(no);
    expect(await begin(bytes, { mime })).toEqual(no);
    expect(kept()).toEqual([]);
  });

  test('of more than 4 MiB is refused before a byte of it is sent, and a chunk of 10 MB is not read', async () => {
    const { begin, ask } = await darkroom();
    expect(await begin(picture(9), { bytes: FILE_MOST_BYTES + 1 })).toEqual({
      bangban: 1,
      file: 'refused',
      why: 'too-large',
    });
    expect(await begin(picture(9), { bytes: FILE_MOST_BYTES })).toMatchObject({ file: 'partial' });
    const huge = await ask(RESIDENT, `${FILES_PATH}/${ID}?at=0`, {
      method: 'PUT',
      body: new Uint8Array(10_000_000),
    });
    expect(huge.status).toBe(413);
  });
});

describe('whose photo it is', () => {
  test('its owner and the office see it; for others it was never there', async () => {
    const { begin, send, get, push } = await darkroom();
    await begin(picture());
    await send(picture());
    // Before its words are here nobody can tell whether it belongs to a draft.
    expect((await get(WORKER)).status).toBe(404);
    await push(RESIDENT, openAction());
    expect((await get(WORKER)).status).toBe(200);
    expect((await get(OTHER_RESIDENT)).status).toBe(404);
    expect((await get(STRANGER)).status).toBe(404);
  });

  test('a resident sees what a worker attached to their request, and no other resident does', async () => {
    const { begin, put, get, push } = await darkroom();
    await push(RESIDENT, openAction());
    await begin(picture(50), {}, WORKER);
    await put(0, picture(50), WORKER);
    expect((await get(RESIDENT)).status).toBe(200);
    expect((await get(OTHER_RESIDENT)).status).toBe(404);
  });

  test('nobody adds a photo to another’s request, or bytes to another’s photo', async () => {
    const { begin, put, push, get } = await darkroom();
    await push(RESIDENT, openAction());
    const no = { bangban: 1, file: 'refused', why: 'not-yours' };
    expect(await begin(picture(50), {}, OTHER_RESIDENT)).toEqual(no);
    expect(await begin(picture(50), {}, STRANGER)).toEqual(no);
    expect(await begin(picture(50), { officeId: 'office-9' })).toEqual(no);
    await begin(picture(50));
    expect(await begin(picture(50), { requestId: hexId(5) }, OTHER_RESIDENT)).toEqual(no);
    expect(await put(0, picture(50), OTHER_RESIDENT)).toEqual({ bangban: 1, trouble: 'not-here' });
    await put(0, picture(50));
    expect(await begin(picture(60))).toEqual(no);
    expect((await get(RESIDENT)).status).toBe(200);
  });

  test('an id that could lead out of the folder is no path here', async () => {
    const { ask } = await darkroom();
    for (const id of ['..%2f..%2foffice.json', '../office.json', 'A'.repeat(32), hexId(1).slice(1)])
      expect((await ask(WORKER, `${FILES_PATH}/${id}`)).status).toBe(404);
  });
});
