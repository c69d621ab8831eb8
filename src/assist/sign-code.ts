/**
 * The eight signs of a hand-over: read from a screen, said aloud, typed by somebody else.
 *
 * 24 signs that are not mistaken for one another: no 0 O Q, 1 I L, U V, B, G, S, Z. Eight of them are
 * 24^8, 36.7 bits: enough for half an hour behind a door that slows guessing, and for nothing longer.
 */

const SIGNS = '23456789ACDEFHJKMNPRTWXY';
const LENGTH = 8;
/** Signs that are never shown, for which only one shown sign can have been meant. */
const MEANT: Readonly<Record<string, string>> = { B: '8', G: '6', S: '5', Z: '2' };

/** `random` fills the bytes, as `crypto.getRandomValues` does. Every code is as likely as every other. */
export function makeCode(random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array): string {
  // A byte that lies beyond the last full round of 24 is thrown away, or the first signs would come oftener.
  const fair = 256 - (256 % SIGNS.length);
  let code = '';
  while (code.length < LENGTH) {
    for (const byte of random(new Uint8Array(16)))
      if (byte < fair && code.length < LENGTH) code += SIGNS.charAt(byte % SIGNS.length);
  }
  return code;
}

/** The code as it was made; `undefined` when it is none. Small and full-width signs, spaces and dashes are all right. */
export function readCode(typed: string): string | undefined {
  const plain = typed.normalize('NFKC').toUpperCase();
  const signs = [...plain.replaceAll(/[\s\p{Dash}・·.,，。、_ー]/gu, '')].map((sign) => MEANT[sign] ?? sign);
  return signs.length === LENGTH && signs.every((sign) => SIGNS.includes(sign)) ? signs.join('') : undefined;
}

/** In two groups of four, as an eye can hold it. */
export function showCode(code: string): string {
  return `${code.slice(0, 4)} ${code.slice(4)}`;
}

/** One after the other, for a voice to say with a pause between. */
export function signsToSay(code: string): readonly string[] {
  return [...code];
}
