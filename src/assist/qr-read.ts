/** The text of a QR code somewhere in a picture. The reader is 14 kB and comes only when first needed. */

/** RGBA, as a canvas gives it. */
export type Pixels = {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray | Uint8Array;
};

/** `undefined` when there is none that can be read. `withinMs` bounds the second looks at a hard picture. */
export async function readQr({ width, height, data }: Pixels, withinMs = 60): Promise<string | undefined> {
  const { decodeQR } = await import('qr/decode.js');
  try {
    return decodeQR({ width, height, data }, { timeLimit: withinMs });
  } catch {
    return undefined; // the library throws for every picture without a code
  }
}
