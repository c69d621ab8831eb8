/** Shrinks one photo away from the page, so that the screen stays quick. One message in, one message out. */
/// <reference lib="webworker" />
import { refuse } from '#domain/result.ts';
import { JPEG_QUALITY, shrinkWith } from './shrink-steps.ts';

declare const self: DedicatedWorkerGlobalScope; // the compiler's own `self` is any worker; this file only ever is this one

self.addEventListener('message', (event: MessageEvent<Blob>) => {
  void shrinkWith(event.data, {
    decode: (file) => createImageBitmap(file, { imageOrientation: 'from-image' }),
    toJpeg: async (picture, width, height) => {
      const canvas = new OffscreenCanvas(width, height);
      const pen = canvas.getContext('2d', { alpha: false });
      if (!pen) return undefined;
      pen.fillStyle = '#fff';
      pen.fillRect(0, 0, width, height);
      pen.imageSmoothingQuality = 'high';
      pen.drawImage(picture, 0, 0, width, height);
      return canvas.convertToBlob({ type: 'image/jpeg', quality: JPEG_QUALITY });
    },
    digest: (data) => crypto.subtle.digest('SHA-256', data),
  }).then(
    (result) => self.postMessage(result, result.ok ? [result.value.data] : []),
    () => self.postMessage(refuse('phone-refused')), // the page must not wait for an answer that never comes
  );
});
