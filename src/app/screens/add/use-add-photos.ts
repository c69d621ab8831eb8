/** Photos for an addition: made small, kept on this device, and shown; a photo that cannot be taken says why. */
import { useState } from 'preact/hooks';
import { useDeps } from '#app/deps.ts';
import type { Photo } from '#domain/answers/answer.ts';
import { shrinkPhoto, type ShrinkTrouble } from '#photos/shrink.ts';
import * as files from '#storage/files.ts';
import { roomFor } from '#storage/room.ts';
import { photosIn, type HalfWords } from '../request/use-half-words.ts';

export const PHOTOS_MOST = 3;
/** A photo made small has about a tenth of this; asked for before it is made. */
const PHOTO_BYTES = 4 * 1024 * 1024;

export type PhotoTrouble = ShrinkTrouble | 'no-room' | 'too-many';
type State = { readonly at: 'ready'; readonly trouble?: PhotoTrouble } | { readonly at: 'shrinking' };

export function useAddPhotos(requestId: string, half: HalfWords) {
  const { db, newId } = useDeps();
  const [state, setState] = useState<State>({ at: 'ready' });
  const photos = photosIn(half.entries, 'photos');

  async function take(chosen: readonly File[]): Promise<void> {
    setState({ at: 'shrinking' });
    let kept = photos;
    let trouble: PhotoTrouble | undefined;
    for (const file of chosen) {
      if (kept.length >= PHOTOS_MOST) {
        trouble = 'too-many';
        break;
      }
      const photo = await keepOne(file);
      if (typeof photo === 'string') trouble = photo;
      else {
        kept = [...kept, photo];
        await half.writeNow('photos', { type: 'photos', photos: kept });
      }
    }
    setState({ at: 'ready', ...(trouble && { trouble }) });
  }

  async function keepOne(file: File): Promise<Photo | PhotoTrouble> {
    if ((await roomFor(PHOTO_BYTES)) !== 'plenty') return 'no-room';
    const shrunk = await shrinkPhoto(file);
    if (!shrunk.ok) return shrunk.reason;
    const { data, mime, sha256, bytes } = shrunk.value;
    const photo: Photo = { id: newId(), sha256, bytes, mime };
    try {
      await files.add(db, { ...photo, requestId, data, state: 'draft' });
    } catch {
      return 'no-room'; // the disk said so itself; words still fit
    }
    return photo;
  }

  async function remove(id: string): Promise<void> {
    const left = photos.filter((photo) => photo.id !== id);
    await half.writeNow('photos', left.length > 0 ? { type: 'photos', photos: left } : undefined);
    await files.remove(db, id);
  }

  return { photos, state, take, remove };
}
