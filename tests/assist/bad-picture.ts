/** What a cheap camera makes of a cracked screen: a QR code as pixels, with blots of white, black and grey on it. */
import { encodeQR } from 'qr';
import type { QrPicture } from '#assist/qr-picture.ts';
import type { Pixels } from '#assist/qr-read.ts';

/** Small, fast and repeatable chance (mulberry32), from 0 up to 1. */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** As `qrPicture` draws it, at another level of correction. */
export function atLevel(text: string, ecc: 'medium' | 'quartile' | 'high'): QrPicture {
  const rows = encodeQR(text, 'raw', { ecc, border: 4 });
  const path = rows.flatMap((row, y) => row.map((black, x) => (black ? `M${x} ${y}h1v1H${x}z` : '')));
  return { size: rows.length, path: path.join('') };
}

/** One shade a pixel. */
export type Shades = { readonly side: number; readonly shades: Uint8ClampedArray };

export function draw({ size, path }: QrPicture, scale = 6): Shades {
  const side = size * scale;
  const shades = new Uint8ClampedArray(side * side).fill(255);
  for (const [, x = 0, y = 0, width = 0] of [...path.matchAll(/M(\d+) (\d+)h(\d+)v1H\d+z/gu)].map((run) =>
    run.map(Number),
  ))
    for (let row = y * scale; row < (y + 1) * scale; row++)
      shades.fill(0, row * side + x * scale, row * side + (x + width) * scale);
  return { side, shades };
}

type Damage = {
  /** Of the code's own area, without its margin. */
  readonly share: number;
  /** The three large squares by which a reader finds the code stay clean. */
  readonly keepFinders: boolean;
  readonly scale?: number;
  /** Middle size of a blot, in modules. */
  readonly blot?: number;
};

/** Round blots until they cover the share, each of one shade. */
export function damage(
  picture: QrPicture,
  { share, keepFinders, scale = 6, blot = 8 }: Damage,
  random: () => number,
): Shades {
  const { side, shades } = draw(picture, scale);
  const modules = picture.size - 8;
  const kept = (x: number, y: number) =>
    keepFinders && ((x < 8 && y < 8) || (x < 8 && y >= modules - 8) || (x >= modules - 8 && y < 8));
  const hit = new Uint8Array(side * side);
  let left = share * (modules * scale) ** 2;
  while (left > 0) {
    const radius = (blot / 2) * scale * (0.5 + random());
    const [cx, cy] = [random() * modules * scale, random() * modules * scale];
    const shade = [0, 255, 128][Math.floor(random() * 3)] ?? 128;
    for (let y = Math.max(0, Math.floor(cy - radius)); y < Math.min(modules * scale, cy + radius); y++)
      for (let x = Math.max(0, Math.floor(cx - radius)); x < Math.min(modules * scale, cx + radius); x++) {
        if ((x - cx) ** 2 + (y - cy) ** 2 > radius ** 2 || kept(x / scale, y / scale)) continue;
        const at = (y + 4 * scale) * side + x + 4 * scale;
        if (!hit[at]) left--;
        hit[at] = 1;
        shades[at] = shade;
        if (left <= 0) return { side, shades };
      }
  }
  return { side, shades };
}

/** As a camera sees it: in the middle of a grey frame, a little blurred, with noise. */
export function seen({ side, shades }: Shades, random: () => number, margin = 40): Pixels {
  const width = side + 2 * margin;
  const data = new Uint8ClampedArray(width * width * 4).fill(200);
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++) {
      let sum = 0;
      let count = 0;
      for (const [nx, ny] of [[x, y], [x - 1, y], [x + 1, y], [x, y - 1], [x, y + 1]] as const) // prettier-ignore
        if (nx >= 0 && ny >= 0 && nx < side && ny < side) {
          sum += shades[ny * side + nx] ?? 0;
          count++;
        }
      const shade = 20 + (sum / count) * 0.85 + (random() - 0.5) * 20;
      const at = ((y + margin) * width + x + margin) * 4;
      data[at] = data[at + 1] = data[at + 2] = shade;
    }
  for (let at = 3; at < data.length; at += 4) data[at] = 255;
  return { width, height: width, data };
}
