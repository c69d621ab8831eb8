/** Adding a photo to a worker's step: made small, kept on this device, and only then shown as added. */
import { useState } from 'preact/hooks';
import { useDeps } from '#app/deps.ts';
import type { Photo } from '#domain/answers/answer.ts';
import { shrinkPhoto, type ShrinkTrouble } from '#photos/shrink.ts';
import { add, remove } from '#storage/files.ts';
import { roomFor } from '#storage/room.ts';

export const PHOTOS_MOST = 3;
/** About what a photo weighs once it is small. */
const SMALL_BYTES = 400_000;

export type PhotoTrouble = ShrinkTrouble | 'most' | 'no-room' | 'not-kept';

export function usePanelPhotos(
  requestId: string,
  photos: readonly Photo[],
  change: (photos: readonly Photo[]) => Promise<void>,
) {
  const { db, newId } = useDeps();
  const [state, setState] = useState<'quiet' | 'busy' | PhotoTrouble>('quiet');

  async function pick(file: File): Promise<void> {
    if (state === 'busy') return;
    setState('busy');
    setState(await keepPhoto(file));
  }

  async function keepPhoto(file: File): Promise<'quiet' | PhotoTrouble> {
    if (photos.length >= PHOTOS_MOST) return 'most';
    if ((await roomFor(SMALL_BYTES)) !== 'plenty') return 'no-room';
    const small = await shrinkPhoto(file);
    if (!small.ok) return small.reason;
    const { data, mime, sha256, bytes } = small.value;
    const id = newId();
    try {
      await add(db, { id, requestId, mime, sha256, bytes, data, state: 'draft' });
    } catch {
      return 'not-kept';
    }
    await change([...photos, { id, sha256, bytes, mime }]);
    return 'quiet';
  }

  async function drop(id: string): Promise<void> {
    await change(photos.filter((photo) => photo.id !== id));
    await remove(db, id);
    setState('quiet');
  }

  return { state, pick, drop };
}
