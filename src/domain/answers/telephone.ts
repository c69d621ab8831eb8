/** Telephone numbers as people give them. Kept as bare digits, with `+` before a foreign one and `-` before an extension. */
import { ok, refuse, type Result } from '#domain/result.ts';
import { bare } from './typed.ts';

/** The kinds of number that can be rung in China (numbering plan of MIIT, 电信网编号计划). */
const NUMBERS = [
  /^1[3-9]\d{9}$/u, // mobile
  /^0(?:10|2\d)\d{8}$/u, // Beijing and the ten cities with three-digit area codes
  /^0[3-9]\d{2}\d{7,8}$/u, // every other place
  /^[2-8]\d{6,7}$/u, // the same town, without area code
  /^[48]00\d{7}$/u, // 400 and 800 numbers
  /^1[012]\d$|^1[0-2]\d{3,4}$|^9[56]\d{3,4}$/u, // 120, 12345, 10086, 96123
];
const FOREIGN = /^\+[1-9]\d{6,14}$/u; // E.164: at most 15 digits
const EXTENSION = /(?:转|分机|ext|#)/u;

export function readTelephone(
  typed: string,
): Result<string, 'telephone-not-digits' | 'telephone-wrong-length'> {
  // 1. Only digits count; what people write before a number ("电话：", "tel:") does not.
  const [front = '', extension] = bare(typed)
    .toLowerCase()
    .replace(/^(?:\p{Script=Han}+|tel|mobile|phone)?[:：]?/u, '')
    .split(EXTENSION, 2);
  if (!/^\+?\d+$/u.test(front)) return refuse('telephone-not-digits');
  if (extension !== undefined && !/^\d{1,6}$/u.test(extension)) return refuse('telephone-not-digits');

  // 2. China's own code goes, and the 0 that some dial before a mobile; a landline gets its 0 back.
  const abroad = front.replace(/^00/u, '+');
  const home = abroad.replace(/^(?:\+86|86(?=1[3-9]\d{9}$))/u, '').replace(/^0(?=1[3-9]\d{9}$)/u, '');
  const landline = abroad.startsWith('+86') && /^(?:10\d{8}|(?![48]00)[2-9]\d{8,10})$/u.test(home);
  const number = landline ? `0${home}` : home;

  // 3. It must be one that can be rung.
  if (!FOREIGN.test(number) && !NUMBERS.some((kind) => kind.test(number)))
    return refuse('telephone-wrong-length');
  return ok(extension === undefined ? number : `${number}-${extension}`);
}

/** Is this a number in the form in which it is kept? */
export function isTelephone(kept: string): boolean {
  const [number = '', extension] = kept.split('-');
  return (
    (FOREIGN.test(number) || NUMBERS.some((kind) => kind.test(number))) &&
    (extension === undefined || (/^\d{1,6}$/u.test(extension) && kept === `${number}-${extension}`))
  );
}
