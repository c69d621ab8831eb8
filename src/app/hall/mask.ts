/**
 * What others must not read over a worker's shoulder: names, numbers and rooms, covered.
 *
 * Covering changes what is shown, never what is kept, and search still finds what is covered.
 */

const MARK = '＊';

/** 王秀兰 → 王＊＊. The first sign is enough to call somebody by. */
export function maskName(name: string): string {
  const [first = '', ...rest] = Array.from(name.trim());
  return first + MARK.repeat(Math.max(rest.length, 1));
}

/** 110101194906152718 → 1101··········2718: enough to compare with a card in the hand. */
export function maskNumber(number: string): string {
  const keep = number.length >= 15 ? 4 : 2;
  if (number.length <= keep * 2) return '·'.repeat(number.length);
  return number.slice(0, keep) + '·'.repeat(number.length - keep * 2) + number.slice(-keep);
}

/** Long digit runs inside sentences: telephones, ID and card numbers, also with blanks or hyphens in them. */
export function maskNumbersIn(text: string): string {
  return text.replace(/\d(?:[ -]?\d){6,}[\dXx]?/gu, maskNumber);
}
