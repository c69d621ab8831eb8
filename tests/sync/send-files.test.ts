import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { CHUNK_BYTES } from '#protocol/files.ts';
import * as files from '#storage/files.ts';
import { sendFiles } from '#sync/send-files.ts';
import { answers, hexId, OFFICE_ID, REQUEST_ID } from '#tests/support/make.ts';
import { world } from '#tests/support/world.ts';

const PHOTO_ID = hexId(0xf0);

/** A JPEG as far as its first bytes go, of three chunks. */
function picture(length = CHUNK_BYTES * 2 + 100): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length).fill(7);
  bytes.set([0xff, 0xd8, 0xff, 0xe0, 0, 0x10, 0x4a, 0x46, 0x49, 0x46, 0, 1]);
  return bytes;
}

async function phoneWithPhoto(bytes = picture(), sha256 = createHash('sha256').update(bytes).digest('hex')) {
  const town = await world();
  const phone = town.device();
  const photo = { id: PHOTO_ID, sha256, bytes: bytes.length, mime: 'image/jpeg' } as const;
  await files.add(phone.db, { ...photo, requestId: REQUEST_ID, data: bytes.buffer, state: 'draft' });
  await phone.keep({
    kind: 'open',
    requestId: REQUEST_ID,
    officeId: OFFICE_ID,
    matterId: 'home-repair',
    matterVersion: 1,
    answers: answers({ photos: { type: 'photos', photos: [photo] } }),
  });
  const line = { call: phone.call, clock: town.clock };
  return {
    ...town,
    phone,
    send: (mustYield = () => false) => sendFiles(phone.db, line, OFFICE_ID, mustYield),
  };
}

test('a photo follows its words, chunk by chunk, and is known to be there', async () => {
  const { phone, files: shelf } = await phoneWithPhoto();
  await phone.turn();
  expect(Buffer.from(picture()).equals(shelf.get(PHOTO_ID) ?? new Uint8Array())).toBe(true);
  expect(await files.find(phone.db, PHOTO_ID)).toMatchObject({ state: 'whole' });
  expect(await phone.shown(REQUEST_ID)).toMatchObject({ where: 'office', photosWaiting: 0 });
});

test('no photo goes before its words', async () => {
  const { phone, send } = await phoneWithPhoto();
  expect(await send()).toEqual({ at: 'sent', left: 0 });
  expect(phone.line.asked).toEqual([]);
});

test('a photo cut off goes on where it ended, and the request does not wait for it', async () => {
  const { phone, send } = await phoneWithPhoto();
  await phone.push();
  await phone.pull();
  let chunks = 0;
  const broken = (): boolean => {
    if (phone.line.asked.filter((path) => path.includes('?at=')).length > chunks) {
      chunks += 1;
      phone.line.up = false;
    }
    return false;
  };
  expect(await send(broken)).toEqual({ at: 'offline' });
  expect(await phone.shown(REQUEST_ID)).toMatchObject({ where: 'office', photosWaiting: 1 });

  phone.line.up = true;
  phone.line.asked.length = 0;
  expect(await send()).toEqual({ at: 'sent', left: 0 });
  expect(phone.line.asked.filter((path) => path.includes('?at='))).toEqual([
    `/api/v1/files/${PHOTO_ID}?at=${CHUNK_BYTES}`,
    `/api/v1/files/${PHOTO_ID}?at=${CHUNK_BYTES * 2}`,
  ]);
});

test('a photo makes way for new words between two chunks', async () => {
  const { phone, send } = await phoneWithPhoto();
  await phone.push();
  expect(await send(() => phone.line.asked.some((path) => path.includes('?at=')))).toEqual({
    at: 'sent',
    left: 1,
  });
  expect(await files.find(phone.db, PHOTO_ID)).toMatchObject({ state: 'waiting' });
});

test('a photo that arrives damaged starts again once, and then waits for another turn', async () => {
  const { phone, send } = await phoneWithPhoto(picture(), 'ab'.repeat(32));
  await phone.push();
  expect(await send()).toEqual({ at: 'sent', left: 1 });
  const starts = phone.line.asked.filter((path) => path.endsWith('?at=0'));
  expect(starts).toHaveLength(2);
  expect(await files.find(phone.db, PHOTO_ID)).toMatchObject({ state: 'waiting' });
});

test('what is no picture is refused for good, and says why', async () => {
  const { phone, send } = await phoneWithPhoto(new Uint8Array(2_000).fill(65));
  await phone.push();
  expect(await send()).toEqual({ at: 'sent', left: 0 });
  expect(await files.find(phone.db, PHOTO_ID)).toMatchObject({ state: 'refused', why: 'not-a-picture' });
});
