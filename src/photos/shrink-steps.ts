/**
 * The steps that make a photo small, the same in a worker and on the page; only the canvas differs.
 *
 * What comes out is drawn anew from the pixels: place, time, camera and every other note in the
 * original are left behind, and the picture stands upright.
 */
import { ok, refuse, type Result } from '#domain/result.ts';

/** Pixels of the longest side: enough to read a meter on a photo of it. */
export const LONGEST_SIDE = 1600;
/** Bytes of an original that is still opened: more is a scan or a film, and would stop a small phone. */
export const ORIGINAL_MOST_BYTES = 20 * 1024 * 1024;
export const JPEG_QUALITY = 0.8;

export type Shrunk = {
  readonly data: ArrayBuffer;
  readonly mime: 'image/jpeg';
  /** Lower-case hex. */
  readonly sha256: string;
  readonly bytes: number;
};

/** `phone-refused`: it may well be a picture, but this phone cannot open it or has no memory for it. */
export type ShrinkTrouble = 'not-a-picture' | 'too-large' | 'phone-refused';

/** What the worker and the page each bring. All may throw: the caller turns that into `phone-refused`. */
export type Tools = {
  /** Upright, as the camera's note on orientation asks. */
  readonly decode: (file: Blob) => Promise<ImageBitmap>;
  /** Draws on white, for a JPEG has no see-through. `undefined` when the canvas gave nothing. */
  readonly toJpeg: (picture: ImageBitmap, width: number, height: number) => Promise<Blob | undefined>;
  readonly digest: (data: ArrayBuffer) => Promise<ArrayBuffer>;
};

export async function shrinkWith(file: Blob, tools: Tools): Promise<Result<Shrunk, ShrinkTrouble>> {
  // 1. Ask the bytes, not the name: a renamed letter is not a picture.
  if (file.size > ORIGINAL_MOST_BYTES) return refuse('too-large');
  const kind = pictureKind(new Uint8Array(await file.slice(0, 16).arrayBuffer()));
  if (!kind) return refuse('not-a-picture');

  // 2. Open it. A common kind that does not open is broken; a rare kind is one that this phone does not know.
  let picture: ImageBitmap;
  try {
    picture = await tools.decode(file);
  } catch {
    return refuse(kind === 'common' ? 'not-a-picture' : 'phone-refused');
  }

  // 3. Draw it small, and drop the large one at once: 12 million pixels are 48 MB.
  let jpeg: Blob | undefined;
  try {
    const { width, height } = fit(picture.width, picture.height);
    jpeg = await tools.toJpeg(picture, width, height);
  } catch {
    jpeg = undefined;
  } finally {
    picture.close();
  }
  // An old canvas answers with PNG when it knows no JPEG, and with nothing when memory is short.
  if (jpeg?.type !== 'image/jpeg' || jpeg.size === 0) return refuse('phone-refused');

  // 4. Its hash names the bytes from here to the office.
  const data = await jpeg.arrayBuffer();
  return ok({ data, mime: 'image/jpeg', sha256: hex(await tools.digest(data)), bytes: data.byteLength });
}

/** The size in which the longest side keeps to the measure. Nothing is made larger. */
export function fit(width: number, height: number): { readonly width: number; readonly height: number } {
  const scale = Math.min(1, LONGEST_SIDE / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** `common`: every browser opens it. `rare`: HEIC, AVIF, TIFF; only some do. */
function pictureKind(head: Uint8Array): 'common' | 'rare' | undefined {
  const text = String.fromCharCode(...head);
  if (text.startsWith('\xff\xd8\xff') || text.startsWith('\x89PNG\r\n\x1a\n')) return 'common';
  if (text.startsWith('GIF8') || text.startsWith('BM')) return 'common';
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') return 'common';
  if (text.startsWith('II*\0') || text.startsWith('MM\0*')) return 'rare';
  return /^(?:heic|heix|heim|heis|hevc|mif1|msf1|avif)$/u.test(text.slice(8, 12)) ? 'rare' : undefined;
}

function hex(digest: ArrayBuffer): string {
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
