/**
 * The number of a request, to be read out on the telephone: seven digits that do not count up, so
 * that nobody can guess a neighbour's, and a check digit that catches a slip of the finger or the ear.
 */
import { bare } from '#domain/answers/typed.ts';

const MANY = 10_000_000;
/** Prime to 10, so that every one of the seven-digit numbers is met once before any is met twice. */
const STRIDE = 6_180_339;
const START = 4_052_971;
/** STRIDE times this leaves 1 behind whole MANYs: the way back. */
const BACK = 6_240_059;

/**
 * H. M. Damm, "Total anti-symmetrische Quasigruppen", Marburg 2004: catches every wrong digit and every
 * two neighbours changed round. Row: what was read so far; column: the next digit.
 */
const DAMM = [
  '0317598642',
  '7092154863',
  '4206871359',
  '1750983426',
  '6123045978',
  '3674209581',
  '5869720134',
  '8945362017',
  '9438617205',
  '2581436790',
];

/** `seq` is any whole number from 0 on, each used once. From 10,000,000 on the number has more digits. */
export function numberFor(seq: number): string {
  if (!Number.isSafeInteger(seq) || seq < 0) throw new Error(`no request has the sequence number ${seq}`);
  const round = Math.floor(seq / MANY);
  const mixed = String(((seq % MANY) * STRIDE + START) % MANY).padStart(7, '0');
  const digits = round === 0 ? mixed : `${round}${mixed}`;
  return digits + checkDigit(digits);
}

/** Which sequence number a number was made from; `undefined` when there is a slip in it. */
export function sequenceOf(number: string): number | undefined {
  const digits = readNumber(number);
  if (digits === undefined) return undefined;
  const round = Number(digits.slice(0, -8));
  const mixed = Number(digits.slice(-8, -1));
  const seq = round * MANY + ((((mixed - START + MANY) % MANY) * BACK) % MANY);
  return Number.isSafeInteger(seq) ? seq : undefined;
}

/** The digits of a number that somebody has typed or dictated; `undefined` when there is a slip in it. */
export function readNumber(typed: string): string | undefined {
  const digits = bare(typed);
  return /^\d{8,20}$/u.test(digits) && checkDigit(digits) === '0' ? digits : undefined;
}

export function isNumber(typed: string): boolean {
  return readNumber(typed) !== undefined;
}

/** A number with its own check digit behind it always comes to 0. */
function checkDigit(digits: string): string {
  return Array.from(digits).reduce((read, digit) => DAMM[Number(read)]?.[Number(digit)] ?? '', '0');
}
