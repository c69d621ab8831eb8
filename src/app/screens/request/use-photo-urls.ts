/**
 * Pictures for the screen: from this device where it has them, else from the service.
 *
 * Each address is given back when the screen goes, so that nothing of a person stays in memory.
 */
import { useEffect, useState } from 'preact/hooks';
import { useDeps } from '#app/deps.ts';
import type { Photo } from '#domain/answers/answer.ts';
import { FILES_PATH } from '#protocol/files.ts';
import { find } from '#storage/files.ts';

/** Addresses by photo id. One that is missing cannot be had now; its words stand for it. */
export function usePhotoUrls(photos: readonly Photo[]): Readonly<Record<string, string>> {
  const { db, call } = useDeps();
  const [urls, setUrls] = useState<Readonly<Record<string, string>>>({});
  const wanted = photos.map((photo) => photo.id).join(' ');

  useEffect(() => {
    let gone = false;
    const made: string[] = [];
    async function show(id: string): Promise<void> {
      const picture = (await ownPhoto(id)) ?? (await photoOfOffice(id));
      if (gone || !picture) return;
      const url = URL.createObjectURL(picture);
      made.push(url);
      setUrls((before) => ({ ...before, [id]: url }));
    }
    async function ownPhoto(id: string): Promise<Blob | undefined> {
      const row = await find(db, id);
      return row && new Blob([row.data], { type: row.mime });
    }
    async function photoOfOffice(id: string): Promise<Blob | undefined> {
      try {
        const reply = await call(`${FILES_PATH}/${id}`);
        // A login page also answers 200; only a picture is shown as one.
        const isPicture = reply.ok && (reply.headers.get('content-type') ?? '').startsWith('image/');
        return isPicture ? await reply.blob() : undefined;
      } catch {
        return undefined; // no line: the photo's words say that it needs one
      }
    }
    for (const id of wanted.split(' ')) if (id !== '') void show(id);
    return () => {
      gone = true;
      for (const url of made) URL.revokeObjectURL(url);
    };
  }, [db, call, wanted]);

  return urls;
}
