// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import * as drafts from '#storage/drafts.ts';
import * as files from '#storage/files.ts';
import { draftWith, makePhone, openAt, WHOLE, type Phone } from '#tests/support/filing.tsx';
import { hexId } from '#tests/support/make.ts';

afterEach(() => Reflect.deleteProperty(navigator, 'storage'));

/** A phone that tells how many bytes it has left. */
const withRoom = (free: number) =>
  Object.defineProperty(navigator, 'storage', {
    configurable: true,
    value: { estimate: () => Promise.resolve({ quota: free, usage: 0 }) },
  });

async function photoQuestion(count = 0): Promise<{ readonly phone: Phone; readonly id: string }> {
  const phone = await makePhone();
  const photos = Array.from({ length: count }, (_, n) => ({
    id: hexId(0xf0 + n),
    sha256: 'ab'.repeat(32),
    bytes: 4,
    mime: 'image/jpeg',
  }));
  const id = await draftWith(phone, { ...WHOLE, ...(count > 0 && { photos: { type: 'photos', photos } }) });
  for (const photo of photos) {
    await files.add(phone.db, { ...photo, requestId: id, data: new ArrayBuffer(4), state: 'draft' });
  }
  openAt(phone, `/draft/${id}/photos`);
  await screen.findByRole('heading', { level: 1, name: '要不要拍照？' });
  return { phone, id };
}

/** What the camera or the album hands back. */
async function hand(file: File): Promise<void> {
  const album = document.querySelectorAll<HTMLInputElement>('input[type=file]')[1];
  if (!album) throw new Error('nothing to choose a photo with');
  await userEvent.upload(album, file);
}

test('a photo is never a must', async () => {
  await photoQuestion();
  await userEvent.click(screen.getByRole('button', { name: '下一步' }));
  await screen.findByRole('heading', { level: 1, name: '什么时候方便？' });
});

test('a letter that is called photo.png is said to be no photo, and nothing is kept of it', async () => {
  const { phone, id } = await photoQuestion();
  await hand(new File(['Dear office'], 'photo.png', { type: 'image/png' }));
  expect(await screen.findByText('这个打不开，不是照片。请换一张。')).toBeTruthy();
  expect(await files.ofRequest(phone.db, id)).toEqual([]);
});

test('a phone with little room says that words still fit, before it opens a photo', async () => {
  withRoom(5 * 1024 * 1024);
  await photoQuestion();
  await hand(new File(['anything'], 'photo.jpg', { type: 'image/jpeg' }));
  expect(await screen.findByText(/写字还可以/u)).toBeTruthy();
});

test('after three photos no fourth is offered, and taking one away makes room again', async () => {
  const { phone, id } = await photoQuestion(3);
  expect(screen.queryByRole('button', { name: '拍一张' })).toBeNull();
  await userEvent.click(await screen.findByRole('button', { name: '去掉第 2 张' }));
  expect(await screen.findByRole('button', { name: '拍一张' })).toBeTruthy();
  await waitFor(async () => {
    const kept = (await drafts.find(phone.db, id))?.entries['photos'];
    expect(kept?.type === 'photos' && kept.photos.map((photo) => photo.id)).toEqual([
      hexId(0xf0),
      hexId(0xf2),
    ]);
    expect(await files.find(phone.db, hexId(0xf1))).toBeUndefined();
  });
});

test('the camera opens only after everything has been kept', async () => {
  const { phone, id } = await photoQuestion();
  const camera = document.querySelector<HTMLInputElement>('input[capture]');
  const placeWhenOpened = new Promise<string | undefined>((resolve) => {
    camera?.addEventListener(
      'click',
      () => void drafts.find(phone.db, id).then((draft) => resolve(draft?.place)),
    );
  });
  await userEvent.click(screen.getByRole('button', { name: '拍一张' }));
  expect(await placeWhenOpened).toBe('photos');
});
