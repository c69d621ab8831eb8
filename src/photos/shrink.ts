/**
 * A photo made small enough to keep and to send, without its notes on place and time.
 *
 * The work is done in a worker that ends with it. A phone without a canvas for workers does it on the
 * page, and one that cannot do it at all is told apart from a file that is no picture.
 */
import { refuse, type Result } from '#domain/result.ts';
import { JPEG_QUALITY, shrinkWith, type ShrinkTrouble, type Shrunk, type Tools } from './shrink-steps.ts';

export type { Shrunk, ShrinkTrouble } from './shrink-steps.ts';

/** A slow phone needs about 3 s for 12 million pixels; a worker that is silent for longer was ended by the phone. */
const SILENT_MS = 30_000;

export async function shrinkPhoto(file: Blob): Promise<Result<Shrunk, ShrinkTrouble>> {
  try {
    if (typeof Worker === 'undefined' || typeof OffscreenCanvas === 'undefined')
      return await shrinkWith(file, pageTools);
    return await shrinkInWorker(file);
  } catch {
    return refuse('phone-refused'); // no memory, no place, no digest outside https: to a person all the same
  }
}

function shrinkInWorker(file: Blob): Promise<Result<Shrunk, ShrinkTrouble>> {
  const worker = new Worker(new URL('./shrink-worker.ts', import.meta.url), { type: 'module' });
  return new Promise<Result<Shrunk, ShrinkTrouble>>((resolve, reject) => {
    const silent = setTimeout(() => resolve(refuse('phone-refused')), SILENT_MS);
    worker.addEventListener('message', (event: MessageEvent<Result<Shrunk, ShrinkTrouble>>) => {
      clearTimeout(silent);
      resolve(event.data);
    });
    // The worker's file did not start: the page can still try. A photo is never lost to a missing chunk.
    worker.addEventListener('error', () => {
      clearTimeout(silent);
      shrinkWith(file, pageTools).then(resolve, reject);
    });
    worker.postMessage(file);
  }).finally(() => worker.terminate());
}

const pageTools: Tools = {
  decode: (file) => createImageBitmap(file, { imageOrientation: 'from-image' }),
  toJpeg: async (picture, width, height) => {
    const canvas = document.createElement('canvas');
    canvas.width = width;
    canvas.height = height;
    const pen = canvas.getContext('2d', { alpha: false });
    if (!pen) return undefined;
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, width, height);
    pen.imageSmoothingQuality = 'high';
    pen.drawImage(picture, 0, 0, width, height);
    const jpeg = await new Promise<Blob | null>((resolve) =>
      canvas.toBlob(resolve, 'image/jpeg', JPEG_QUALITY),
    );
    canvas.width = 0; // WebKit frees a canvas's memory late; an empty one weighs nothing
    return jpeg ?? undefined;
  },
  digest: (data) => crypto.subtle.digest('SHA-256', data),
};
