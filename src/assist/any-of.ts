/**
 * Pieces of which enough are as good as all (a Reed-Solomon code over GF(256)).
 *
 * The bytes at one place of `count` pieces are values of one polynomial of that many coefficients, at
 * 0, 1, 2 …; the further pieces are its values further on. Any `count` pieces give the first ones back.
 */

export type Piece = { readonly index: number; readonly bytes: Uint8Array<ArrayBuffer> };

/** Powers of 2 modulo x^8+x^4+x^3+x^2+1, and which power a number is. */
const POWER = new Uint8Array(255);
const LOG = new Uint8Array(256);
for (let exponent = 0, value = 1; exponent < 255; exponent++) {
  POWER[exponent] = value;
  LOG[value] = exponent;
  value = value < 128 ? value * 2 : (value * 2) ^ 0x11d;
}
const log = (value: number): number => LOG[value] ?? 0;

/** The piece at `index` (0 to 255), from any `count` different ones of equal length. */
export function pieceAt(index: number, known: readonly Piece[]): Uint8Array<ArrayBuffer> {
  const same = known.find((piece) => piece.index === index);
  if (same) return same.bytes;
  const bytes = new Uint8Array(known[0]?.bytes.length ?? 0);
  for (const piece of known) {
    // Lagrange's weight of this piece; adding and taking away are both XOR.
    let weight = 0;
    for (const other of known)
      if (other !== piece) weight += log(index ^ other.index) - log(piece.index ^ other.index);
    const exponent = ((weight % 255) + 255) % 255;
    piece.bytes.forEach((value, at) => {
      if (value !== 0) bytes[at] = (bytes[at] ?? 0) ^ (POWER[(exponent + log(value)) % 255] ?? 0);
    });
  }
  return bytes;
}
