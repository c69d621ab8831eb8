/** The photos of one question: made small, kept with the draft, shown, taken away again. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useDeps } from '#app/deps.ts';
import type { Entry, Photo } from '#domain/answers/answer.ts';
import { usePhotoUrls } from '#app/screens/request/use-photo-urls.ts';
import { shrinkPhoto, type ShrinkTrouble } from '#photos/shrink.ts';
import * as files from '#storage/files.ts';
import { roomFor } from '#storage/room.ts';

/** A shrunk photo is about 0.4 MB; room is asked for a large one. */
const PHOTO_BYTES = 1024 * 1024;

export type PhotoTrouble = ShrinkTrouble | 'words-only' | 'not-kept';

type Props = {
  readonly draftId: string;
  readonly entry: Entry | undefined;
  readonly most: number;
  readonly onChoose: (entry: Entry | undefined) => void;
  /** "Continue" waits for what is still being made small. */
  readonly onWork: (work: Promise<unknown>) => void;
};

export function usePhotos({ draftId, entry, most, onChoose, onWork }: Props) {
  const { db, newId } = useDeps();
  const [trouble, setTrouble] = useState<PhotoTrouble>();
  const [busy, setBusy] = useState(false);
  const photos = entry?.type === 'photos' ? entry.photos : [];
  // The newest list, for work that began under an older one.
  const latestRef = useRef(photos);
  useLayoutEffect(() => {
    latestRef.current = photos;
  });
  const urls = usePhotoUrls(photos);

  function change(next: readonly Photo[]): void {
    latestRef.current = next;
    onChoose(next.length > 0 ? { type: 'photos', photos: next } : undefined);
  }

  async function addOne(file: Blob): Promise<PhotoTrouble | undefined> {
    // Words must always fit, so photos stop first.
    if ((await roomFor(PHOTO_BYTES)) !== 'plenty') return 'words-only';
    const small = await shrinkPhoto(file);
    if (!small.ok) return small.reason;
    const { data, mime, sha256, bytes } = small.value;
    const id = newId();
    try {
      await files.add(db, { id, requestId: draftId, mime, sha256, bytes, data, state: 'draft' });
    } catch {
      return 'not-kept'; // the device is fuller than it said
    }
    change([...latestRef.current, { id, sha256, bytes, mime }]);
    return undefined;
  }

  async function add(chosen: readonly Blob[]): Promise<void> {
    setTrouble(undefined);
    setBusy(true);
    let last: PhotoTrouble | undefined;
    for (const file of chosen) {
      if (latestRef.current.length >= most) break;
      last = (await addOne(file)) ?? last;
    }
    setTrouble(last);
    setBusy(false);
  }

  return {
    photos: photos.map((photo) => ({ id: photo.id, url: urls[photo.id] })),
    isFull: photos.length >= most,
    busy,
    trouble,
    add: (chosen: readonly Blob[]) => {
      if (chosen.length > 0) onWork(add(chosen));
    },
    remove: async (id: string) => {
      change(latestRef.current.filter((photo) => photo.id !== id));
      await files.remove(db, id);
    },
  };
}
