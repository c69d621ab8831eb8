/**
 * The 18-character resident identity number of GB 11643-1999: six digits of the place, eight of the
 * birth date, three of the order, one check character by ISO 7064 MOD 11-2.
 */
import { ok, refuse, type Result } from '#domain/result.ts';
import { isDate } from './date.ts';
import { bare } from './typed.ts';

export type ResidentIdRefusal = 'id-wrong-length' | 'id-check-digit' | 'id-birth-date';

/** `today` refuses a birth date that has not come yet; without it only the calendar is asked. */
export function readResidentId(typed: string, today = '9999-12-31'): Result<string, ResidentIdRefusal> {
  // The last sign may be an X; people and dictation also give x, × and the Greek or Cyrillic letter.
  const id = bare(typed).replace(/[xX×χΧхХ]$/u, 'X');
  if (Array.from(id).length !== 18) return refuse('id-wrong-length');
  if (!/^[1-9]\d{16}[\dX]$/u.test(id)) return refuse('id-check-digit');
  // The birth date first: it says where the slip is.
  const born = `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`;
  if (!isDate(born) || born > today) return refuse('id-birth-date');
  return id[17] === checkSign(id.slice(0, 17)) ? ok(id) : refuse('id-check-digit');
}

/** ISO 7064 MOD 11-2, the recursive way: each digit is added, and the sum doubled, modulo 11. */
export function checkSign(seventeen: string): string {
  const sum = Array.from(seventeen).reduce((before, digit) => ((before + Number(digit)) * 2) % 11, 0);
  const check = (12 - sum) % 11;
  return check === 10 ? 'X' : String(check);
}
